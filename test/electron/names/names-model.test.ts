/**
 * Random imports, undos, answers and answers taken back against a model that keeps whole files and works every name out again: what
 * stands, what the roll-ups say, and that the newest file again is all the same.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerNames, takeBack } from '../../../electron/intake/names-answers.ts';
import { rowsOf, type Connection } from '../../../electron/store/database.ts';
import { budgetAccounts, budgetActuals } from '../../../shared/areas/budget/datasets.ts';
import { freshStore } from '../../support/store.ts';
import { importer } from './import-rows.ts';

const accounts = ['6000', '6000 ', 'A', 'a', 'B', 'C'];
const dates = ['2026-01-15', '2026-02-15'];
const author = { at: '2026-01-01T00:00:00.000Z', actor: 'tester' };

interface Posting {
  line: string;
  account: string;
  date: string;
  amount: number;
}

interface File {
  batch: number;
  source: string;
  register: string[];
  postings: Posting[];
}

interface Answer {
  id: number;
  source: string | null;
  text: string;
  answer: 'new' | 'ignore' | { is: string; from?: string };
}

interface Seen {
  batch: number;
  source: string;
  text: string;
  isKnown: boolean;
}

class Model {
  files: File[] = [];
  seen: Seen[] = [];
  answers: Answer[] = [];

  add(file: File): void {
    const founds = file.register.length === 0 && !this.seen.some((one) => one.isKnown);
    const texts = new Set([...file.register, ...file.postings.map((posting) => posting.account)]);
    for (const text of texts) this.seen.push({ batch: file.batch, source: file.source, text, isKnown: founds || file.register.includes(text) });
    this.files.push(file);
  }

  remove(batch: number): void {
    const brought = this.seen.filter((one) => one.batch === batch && one.isKnown);
    this.seen = this.seen.filter((one) => one.batch !== batch);
    for (const { text } of brought) {
      const others = this.seen.filter((one) => one.text === text);
      const [first] = others.sort((a, b) => a.batch - b.batch);
      if (first && !others.some((one) => one.isKnown)) first.isKnown = true;
    }
    this.files = this.files.filter((file) => file.batch !== batch);
  }

  code(use: { text: string; source: string; date: string }): string {
    const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
    const from = (answer: Answer) => (typeof answer.answer === 'object' ? (answer.answer.from ?? '') : '');
    const fitting = this.answers.filter((one) => same(one.text, use.text) && (one.source ?? use.source) === use.source && from(one) <= use.date);
    const rank = (one: Answer) => `${one.source === null ? '0' : '1'} ${from(one).padEnd(10)} ${String(one.id).padStart(6, '0')}`;
    const best = fitting.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
    if (best) return best.answer === 'ignore' ? '' : best.answer === 'new' ? best.text : best.answer.is;
    const known = new Set(this.seen.filter((one) => one.isKnown).map((one) => one.text));
    if (known.size === 0) return use.text;
    for (const one of this.answers) if (one.answer !== 'ignore') known.add(one.answer === 'new' ? one.text : one.answer.is);
    if (known.has(use.text)) return use.text;
    const alike = [...known].filter((text) => same(text, use.text));
    return alike.length === 1 ? (alike[0] ?? '') : '';
  }

  facts(): string[] {
    const newest = new Map<string, string>();
    for (const { source, postings } of this.files) {
      for (const posting of postings) {
        const code = this.code({ text: posting.account, source, date: posting.date });
        newest.set(posting.line, `${posting.line} ${code} ${posting.date} ${String(posting.amount)}`);
      }
    }
    return [...newest.values()].sort();
  }
}

function facts(db: Connection): string[] {
  const rows = rowsOf<{ line: string; code: string; date: string; amount: number }>(
    db.all('select document_line as line, account_code as code, posting_date as date, amount_minor as amount from ledger_entry where superseded_by is null'),
  );
  return rows.map((row) => `${row.line} ${row.code} ${row.date} ${String(row.amount)}`).sort();
}

function rollUps(db: Connection, table: string): unknown[] {
  return db.all(`select month, account_code as account, sum(amount_minor) as amount, sum(fact_count) as count from ${table} group by 1, 2 order by 1, 2`);
}

function rawSums(db: Connection): unknown[] {
  return db.all(
    `select substr(posting_date, 1, 7) as month, account_code as account, sum(amount_minor) as amount, count(*) as count
     from ledger_entry where superseded_by is null group by 1, 2 order by 1, 2`,
  );
}

const account = fc.constantFrom(...accounts);
const source = fc.constantFrom('sap', 'sheet');
const posting = fc.record({ number: fc.nat(3), account, date: fc.constantFrom(...dates), amount: fc.integer({ min: 1, max: 3 }) });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      source,
      register: fc.uniqueArray(account, { maxLength: 2 }),
      isRegister: fc.boolean(),
      postings: fc.uniqueArray(posting, { minLength: 1, maxLength: 4, selector: (one) => one.number }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), pick: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      source: fc.option(source),
      text: account,
      answer: fc.oneof(
        fc.constantFrom('new' as const, 'ignore' as const),
        fc.record({ is: account }),
        fc.record({ is: account, from: fc.constant('2026-02-01') }),
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), pick: fc.nat(9) }) },
);

it('holds what the newest standing files say, under what the standing answers make of it', () => {
  let answered = 0;
  let waited = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      const { db } = freshStore();
      const model = new Model();
      const { importRows, preview, undo } = importer(db);
      const tablesOf = (file: Pick<File, 'register' | 'postings'>) => [
        {
          dataset: budgetActuals,
          rows: file.postings.map((one) => ({ document: 'D', line: one.line, account: one.account, date: one.date, amount: one.amount })),
        },
        ...(file.register.length > 0 ? [{ dataset: budgetAccounts, rows: file.register.map((text) => ({ account: text })) }] : []),
      ];
      for (const one of steps) {
        if (one.do === 'import') {
          // lines of one source are its own, so that the file a fact came from is its source
          const postings = one.postings.map(({ number, ...rest }) => ({ ...rest, line: `${one.source}-${String(number)}` }));
          const file = { source: one.source, register: one.isRegister ? one.register : [], postings };
          const { batch } = importRows(tablesOf(file), file.source);
          model.add({ ...file, batch });
        } else if (one.do === 'undo') {
          const file = model.files[one.pick % Math.max(model.files.length, 1)];
          if (!file) continue;
          undo(file.batch);
          model.remove(file.batch);
        } else if (one.do === 'takeBack') {
          const [answer] = model.answers.splice(one.pick % Math.max(model.answers.length, 1), 1);
          if (answer) db.transact(() => takeBack(db, answer.id, author.at));
        } else {
          const before = facts(db);
          try {
            const request = { plant: 'MAIN', kind: 'account' as const, source: one.source ?? undefined, texts: [one.text], answer: one.answer };
            const [id] = db.transact(() => answerNames(db, request, author)).answers;
            model.answers.push({ id: id ?? 0, source: one.source, text: one.text, answer: one.answer });
            answered += 1;
            const after = facts(db);
            db.transact(() => takeBack(db, id ?? 0, author.at));
            expect(facts(db)).toEqual(before);
            model.answers.pop();
            const again = db.transact(() => answerNames(db, request, author)).answers[0] ?? 0;
            model.answers.push({ id: again, source: one.source, text: one.text, answer: one.answer });
            expect(facts(db)).toEqual(after);
          } catch (error) {
            if (!(error instanceof Error) || error.name !== 'Fault') throw error;
            expect(facts(db)).toEqual(before);
          }
        }
        expect(facts(db)).toEqual(model.facts());
        if (facts(db).some((fact) => fact.includes('  '))) waited += 1;
        expect(rollUps(db, 'ledger_month')).toEqual(rawSums(db));
        expect(rollUps(db, 'ledger_account_month')).toEqual(rawSums(db));
        const newest = model.files.at(-1);
        if (newest) expect(preview(tablesOf(newest), newest.source)[0]).toMatchObject({ new: 0, changed: 0, same: newest.postings.length });
      }
    }),
    { numRuns: 80 },
  );
  // the sequences reach what the test is for
  expect(answered).toBeGreaterThan(3);
  expect(waited).toBeGreaterThan(3);
}, 120_000);
