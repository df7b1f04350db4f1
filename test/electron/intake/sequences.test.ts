/**
 * A thousand random sequences of imports (again, changed, in part, grouped, whole lists), undos in any order, backups and restores:
 * after every step facts, marks, roll-ups and the history are what an independent model works out from the standing files.
 */
import { join } from 'node:path';
import { copyFileSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fault } from '../../../shared/faults.ts';
import { kinds, Model, shapes, shown, type File, type Kind, type Part, type Row, type Shape } from './sequences-model.ts';
import { memoryFolder, Store } from './sequences-store.ts';

const accounts = ['4000', '6000', '7000'];
const assets = ['P-1', 'P-2', 'P-3'];
const people = ['E1', 'E2'];
const lines = ['L1', 'L2'];
const days = ['2026-01-31', '2026-02-01', '2026-02-02'];
const few = (...values: (string | number | null)[]) => fc.constantFrom(...values);
const amount = few(1, 2, 3);

const rows: Record<Kind, fc.Arbitrary<Row>> = {
  ledger: fc.record({ account: few(...accounts), costCenter: few('', 'C1'), date: few(...days), document: few('', '', 'D1'), line: few('', '1'), amount }),
  orders: fc.record({
    order: few('', '100', '101', '102', '103'),
    title: few('Belt', 'Bearing'),
    status: few('open', 'done', 'cancelled', null),
    type: few('corrective', 'preventive', null),
    created: few('2026-01-10T08:00:00', '2026-02-10T08:00:00', null),
    dueDate: few('2026-02-28', null),
    laborHours: few(null, 3_600_000),
  }),
  output: fc.record({
    date: few(...days),
    shift: few('', 'A'),
    line: few(...lines),
    product: few('', 'X'),
    good: few(5, 6, null),
    scrap: few(0, 1, null),
    total: few(null, null, 9),
  }),
  readings: fc.record({ tag: few('T1', 'T2'), time: few('2026-01-31T23:59:00', '2026-02-01T00:00:00'), fold: few(0, 1), value: few(1, 2, null) }),
  timecards: fc.record({
    employee: few(...people),
    date: few(...days),
    payCode: few('', 'REG'),
    regularHours: few(3_600_000, 7_200_000),
    overtimeHours: few(null, 0),
  }),
  assets: fc.record({ asset: few('', ...assets), name: few('Press', 'Saw'), criticality: few('', 'A') }),
  accounts: fc.record({ account: few(...accounts, '8000'), name: few('Sales', 'Wages', null) }),
};

/** Registers hold each key once. */
function partOf(kind: Kind): fc.Arbitrary<Part> {
  const shape: Shape = shapes[kind];
  const selector = (row: Row) => JSON.stringify(shape.key(row, ''));
  const many =
    shape.dataset.sameKey === 'error'
      ? fc.uniqueArray(rows[kind], { minLength: 1, maxLength: 5, selector })
      : fc.array(rows[kind], { minLength: 1, maxLength: 6 });
  return many.map((list) => ({ kind, rows: list }));
}

const parts = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 }).chain((chosen) => fc.tuple(...chosen.map(partOf)));
const lists = fc.constantFrom<Kind>('orders', 'assets', 'accounts').chain((kind) => fc.tuple(partOf(kind)));
const source = fc.constantFrom('sap', 'sheet');
const pick = fc.nat(99);

type Step =
  | { do: 'import'; source: string; parts: Part[]; isWhole: boolean }
  | { do: 'again' | 'undo' | 'undoTwice' | 'backup' | 'restore'; pick: number }
  | { do: 'changed'; pick: number; parts: Part[] }
  | { do: 'part'; pick: number; keep: number; isWhole: boolean }
  | { do: 'preview'; source: string; parts: Part[]; isWhole: boolean };

const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant<'import' | 'preview'>('import'), source, parts, isWhole: fc.constant(false) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant<'import' | 'preview'>('import'), source, parts: lists, isWhole: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant<'import' | 'preview'>('preview'), source, parts: lists, isWhole: fc.boolean() }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant<'changed'>('changed'), pick, parts }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant<'part'>('part'), pick, keep: fc.integer({ min: 1, max: 63 }), isWhole: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant<'again'>('again'), pick }) },
    { weight: 9, arbitrary: fc.record({ do: fc.constant<'undo'>('undo'), pick }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom<'undoTwice' | 'backup' | 'restore'>('undoTwice', 'backup', 'restore', 'restore'), pick }) },
  ),
  { minLength: 3, maxLength: 12 },
);

type Undo = (store: Store, batch: number) => void;
const properUndo: Undo = (store, batch) => {
  store.undo(batch);
};

const reached = new Map<string, number>();
const count = (what: string): void => {
  reached.set(what, (reached.get(what) ?? 0) + 1);
};

let folder = '';
let template = '';
let shared: Store | undefined;
// what everybody may refer to, so that no name waits
const founding: File = {
  content: 'founding',
  source: 'master',
  isWhole: false,
  parts: [
    { kind: 'accounts', rows: accounts.map((account) => ({ account, name: null })) },
    { kind: 'assets', rows: assets.map((asset) => ({ asset, name: `Machine ${asset}`, criticality: '' })) },
    { kind: 'output', rows: lines.map((line) => ({ date: '2025-12-31', shift: '', line, product: '', good: 1, scrap: null, total: null })) },
    { kind: 'timecards', rows: people.map((employee) => ({ employee, date: '2025-12-31', payCode: '', regularHours: 1, overtimeHours: null })) },
  ],
};

beforeAll(async () => {
  folder = memoryFolder();
  template = join(folder, 'template.sqlite');
  const store = new Store(folder, null);
  store.apply('commit', founding);
  copyFileSync(await store.backup('founded'), template);
  store.close();
});

afterAll(() => {
  shared?.close();
  rmSync(folder, { recursive: true, force: true });
});

function foundedModel(): Model {
  const model = new Model();
  const counts = founding.parts.map((part) => model.expected(part, founding.source));
  model.add({ ...founding, batch: 1, isUndone: false, counts });
  return model;
}

/** The file a step imports, or null where it imports none. */
function fileOf(step: Step, model: Model): File | null {
  const earlier = 'pick' in step ? model.files[step.pick % model.files.length] : undefined;
  const named = (file: Omit<File, 'content'>): File => ({ ...file, content: JSON.stringify(file.parts) + file.source });
  switch (step.do) {
    case 'import':
    case 'preview':
      return named({ source: step.source, parts: step.parts, isWhole: step.isWhole });
    case 'again':
      return earlier ? { ...earlier } : null;
    case 'changed': {
      // the values of other rows under the keys of an earlier file
      if (!earlier) return null;
      const donors = new Map(step.parts.map((part) => [part.kind, part.rows]));
      return named({
        source: earlier.source,
        isWhole: false,
        parts: earlier.parts.map((part) => ({ kind: part.kind, rows: mixed(part, donors.get(part.kind) ?? []) })),
      });
    }
    case 'part': {
      if (!earlier) return null;
      const kept = earlier.parts
        .map((part) => ({ kind: part.kind, rows: part.rows.filter((_, index) => (step.keep >> index) & 1) }))
        .filter((part) => part.rows.length > 0);
      const isWhole = step.isWhole && kept.every((part) => shapes[part.kind].hasWhole);
      return kept.length === 0 ? null : named({ source: earlier.source, parts: kept, isWhole });
    }
    default:
      return null;
  }
}

const keyFields: Record<Kind, string[]> = {
  ledger: ['account', 'costCenter', 'date', 'document', 'line'],
  orders: ['order'],
  output: ['date', 'shift', 'line', 'product'],
  readings: ['tag', 'time', 'fold'],
  timecards: ['employee', 'date', 'payCode'],
  assets: ['asset', 'name'],
  accounts: ['account'],
};

function mixed(part: Part, donors: Row[]): Row[] {
  return part.rows.map((row, index) => ({
    ...row,
    ...(donors[index] ?? {}),
    ...Object.fromEntries(keyFields[part.kind].map((field) => [field, row[field] ?? null])),
  }));
}

function importInto(store: Store, model: Model, file: File): void {
  const expected = file.parts.map((part) => model.expected(part, file.source));
  const before = model.files.filter((one) => !one.isUndone && one.content === file.content && one.isWhole === file.isWhole).map((one) => one.batch);
  expect(store.committedBefore(file)).toBe(before.at(-1) ?? null);
  const { batch, effects } = store.apply('commit', file);
  expect(effects.map((effect, index) => ({ read: file.parts[index]?.rows.length, new: effect.new, changed: effect.changed, same: effect.same }))).toEqual(
    expected,
  );
  model.add({ ...file, batch, isUndone: false, counts: expected });
}

// Backups and restores want a store of their own; the others share one.
async function play(script: readonly Step[], undo: Undo): Promise<void> {
  if (!script.some((step) => step.do === 'backup')) {
    shared ??= new Store(folder, template);
    const store = shared;
    await store.apart(() => playOn(store, script, undo));
    return;
  }
  const store = new Store(folder, template);
  try {
    await playOn(store, script, undo);
  } finally {
    store.close();
  }
}

async function playOn(store: Store, script: readonly Step[], undo: Undo): Promise<void> {
  let model = foundedModel();
  const backups: { copy: string; model: Model }[] = [];
  for (const [at, step] of script.entries()) {
    count(step.do);
    if (step.do === 'undo') {
      const standing = model.standing().slice(1);
      const file = standing[step.pick % Math.max(standing.length, 1)];
      if (!file) continue;
      undo(store, file.batch);
      model.undo(file);
    } else if (step.do === 'undoTwice') {
      const gone = model.files.find((file) => file.isUndone);
      expect(() => {
        store.undo(gone?.batch ?? 999);
      }).toThrow(Fault);
    } else if (step.do === 'backup') {
      backups.push({ copy: await store.backup(`${String(at)}.sqlite`), model: model.clone() });
    } else if (step.do === 'restore') {
      const backup = backups[step.pick % Math.max(backups.length, 1)];
      if (!backup) continue;
      count('restored');
      await store.restore(backup.copy);
      model = backup.model.clone();
      expect(store.checkup().ok).toBe(true);
    } else {
      const file = fileOf(step, model);
      if (!file) continue;
      if (step.do === 'preview') store.apply('preview', file);
      else importInto(store, model, file);
    }
    compare(store, model);
  }
  mustEqual(store.leftBehind(), 0);
}

function compare(store: Store, model: Model): void {
  for (const kind of kinds) {
    const stored = store.facts(kind);
    const facts = stored.map((fact) => `${fact.shown} ${String(fact.goneBy)}`).sort();
    mustEqual(facts, model.facts(kind));
    if (stored.some((fact) => fact.goneBy !== null)) count('gone');
    for (const fact of stored) {
      const file = model.standing().find((one) => one.batch === fact.batch);
      const row = file?.parts[fact.table]?.rows[fact.row - 2];
      mustEqual(row ? shown(kind, row) : null, fact.shown);
    }
    for (const index of shapes[kind].sums.keys()) mustEqual(store.sums(kind, index), model.sums(kind, index));
  }
  mustEqual(
    store.history(),
    [...model.files].reverse().map((file) => ({
      batch: file.batch,
      content: file.content,
      state: file.isUndone ? 'undone' : 'committed',
      tables: file.parts.map((part, index) => ({ dataset: shapes[part.kind].dataset.name, ...file.counts[index] })),
    })),
  );
}

// The assertion library is slow where a million things are equal.
function mustEqual(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

it('holds what the model works out after every step of 1,000 sequences', { timeout: 600_000 }, async () => {
  const seed = Number(process.env['SEQUENCES_SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`sequences: seed ${String(seed)}\n`);
  reached.clear();
  await fc.assert(
    fc.asyncProperty(steps, (script) => play(script as Step[], properUndo)), // the record's own union
    { numRuns: 1000, seed },
  );
  // the sequences reach what the test is for
  for (const what of ['import', 'again', 'changed', 'part', 'preview', 'undo', 'undoTwice', 'backup', 'restored', 'gone'])
    expect([what, (reached.get(what) ?? 0) > 10]).toEqual([what, true]);
});

it.each<[string, Undo]>([
  [
    'forgets who else said a row',
    (store, batch) => {
      store.run('delete from attestation where fact_id in (select fact_id from ledger_entry where batch_id = ?) or batch_id = ?', [batch, batch]);
      store.undo(batch);
    },
  ],
  [
    'does not bring back what was replaced',
    (store, batch) => {
      store.run('delete from work_order where superseded_by = ?', [batch]);
      store.undo(batch);
    },
  ],
  [
    'leaves a sum as it was',
    (store, batch) => {
      store.undo(batch);
      store.run('update shift_output_day set good_count = good_count + 1 where day > ?', ['2026-01-01']);
    },
  ],
])('notices an undo that %s', { timeout: 180_000 }, async (_what, broken) => {
  const found = await fc.check(
    fc.asyncProperty(steps, (script) => play(script as Step[], broken)), // as above
    { numRuns: 300, seed: 7, endOnFailure: true },
  );
  expect(found.failed).toBe(true);
});
