/** All SQL of names: what standing imports say, what was answered, and which rows wait. Everything that writes runs inside the caller's transaction. */
import { catalog } from '../../shared/areas/catalog.ts';
import type { NameKind } from '../../shared/intake/dataset.ts';
import { rowOf, rowsOf, type ReadDb, type WriteDb } from './database.ts';
import { folded, nameBook, standingOf, type NameAnswer, type NameBook } from './name-book.ts';
import { columnsOf, dayColumnOf, nameSql, registerField, type NamedColumn } from './named-columns.ts';

/** A register holds it, the first file brought it, or rows refer to it. */
export type NameRole = 'registers' | 'founds' | 'refers';

export interface SeenName {
  kind: NameKind;
  text: string;
  source: string;
  role: NameRole;
}

export interface RecordedAnswer extends NameAnswer {
  kind: NameKind;
  actor: string;
  at: string;
}

/** Rows of one text of one source, of one dataset, that count as Unassigned. */
export interface WaitingRows {
  text: string;
  source: string;
  dataset: string;
  rows: number;
  /** Sums of the dataset's measures, by field, in storage units. */
  sums: Record<string, number | null>;
  firstBatch: number;
}

export interface KnownName {
  code: string;
  /** As a register calls it; null where none does. */
  name: string | null;
}

/** What the plant knows of a kind, and the answers that stand. */
export function loadBook(db: ReadDb, plant: string, kind: NameKind): NameBook {
  const texts = rowsOf<{ text: string }>(
    db.all(`select distinct text from name_seen where plant_code = ? and kind = ? and role <> 'refers' order by text`, [plant, kind]),
  );
  return nameBook(
    texts.map((row) => row.text),
    standingAnswers(db, plant).filter((answer) => answer.kind === kind),
  );
}

/** Answers that were not taken back, newest first. */
export function standingAnswers(db: ReadDb, plant: string): RecordedAnswer[] {
  return rowsOf<RecordedAnswer>(
    db.all(
      `select answer_id as id, kind, source, text, answer, code, valid_from as "from", actor, answered_at as at
       from name_answer where plant_code = ? and taken_back_at is null order by answer_id desc`,
      [plant],
    ),
  );
}

export function recordAnswer(db: WriteDb, plant: string, answer: Omit<RecordedAnswer, 'id'>): number {
  return db.run(
    `insert into name_answer (plant_code, kind, source, text, answer, code, valid_from, actor, answered_at)
     values (@plant, @kind, @source, @text, @answer, @code, @from, @actor, @at)`,
    { ...answer, plant },
  ).lastId;
}

/** A standing answer with its plant; undefined when there is none of that number, or it was taken back. */
export function findAnswer(db: ReadDb, id: number): { plant: string; kind: NameKind; text: string } | undefined {
  return rowOf(db.get('select plant_code as plant, kind, text from name_answer where answer_id = ? and taken_back_at is null', [id]));
}

export function markTakenBack(db: WriteDb, id: number, at: string): void {
  db.run('update name_answer set taken_back_at = ? where answer_id = ?', [at, id]);
}

/** The names of a kind that standing imports say, with the sources that say them. */
export function seenNames(db: ReadDb, plant: string, kind: NameKind): { text: string; source: string }[] {
  return rowsOf(db.all('select distinct text, source from name_seen where plant_code = ? and kind = ? order by text, source', [plant, kind]));
}

export function addSeenNames(db: WriteDb, from: { plant: string; batch: number }, names: readonly SeenName[]): void {
  for (const name of names)
    db.run('insert into name_seen (plant_code, batch_id, kind, text, source, role) values (@plant, @batch, @kind, @text, @source, @role)', {
      ...name,
      ...from,
    });
}

/** Kinds a batch says names of, by plant. */
export function seenKinds(db: ReadDb, batch: number): { plant: string; kind: NameKind }[] {
  return rowsOf(db.all('select distinct plant_code as plant, kind from name_seen where batch_id = ?', [batch]));
}

/** Forgets what a batch said. A name that other imports still use stays known: the earliest of them brings it now. */
export function removeSeenNames(db: WriteDb, batch: number): void {
  const brought = rowsOf<{ plant: string; kind: NameKind; text: string }>(
    db.all(`select distinct plant_code as plant, kind, text from name_seen where batch_id = ? and role <> 'refers'`, [batch]),
  );
  db.run('delete from name_seen where batch_id = ?', [batch]);
  for (const name of brought) {
    db.run(
      `update name_seen set role = 'founds'
       where plant_code = @plant and kind = @kind and text = @text
         and not exists (select 1 from name_seen where plant_code = @plant and kind = @kind and text = @text and role <> 'refers')
         and (batch_id, source) = (select batch_id, source from name_seen where plant_code = @plant and kind = @kind and text = @text order by batch_id, source limit 1)`,
      { ...name },
    );
  }
}

/** The names a row can be said to be: what registers hold, the first file brought or an answer made. */
export function knownNames(db: ReadDb, plant: string, kind: NameKind): KnownName[] {
  const book = loadBook(db, plant, kind);
  const names = registeredNames(db, plant, kind);
  const aliases = new Set([...book.answers].flatMap(([text, answers]) => (answers.some((answer) => answer.answer !== 'new') ? [text] : [])));
  const calledSo = new Set(names.values());
  return [...book.known.values()]
    .flat()
    .filter((code) => !aliases.has(folded(code)) && (names.has(code) || !calledSo.has(code)))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((code) => ({ code, name: names.get(code) ?? null }));
}

function registeredNames(db: ReadDb, plant: string, kind: NameKind): Map<string, string> {
  const names = new Map<string, string>();
  for (const dataset of catalog) {
    const register = registerField(dataset);
    const name = dataset.fields.find((field) => field.name === 'name')?.column;
    if (register?.kind !== kind || name === undefined) continue;
    const rows = rowsOf<{ code: string; name: string }>(
      db.all(`select ${register.code} as code, ${name} as name from ${dataset.table} where plant_code = ? and superseded_by is null and ${name} is not null`, [
        plant,
      ]),
    );
    for (const row of rows) names.set(row.code, row.name);
  }
  return names;
}

/** The rows that wait, by text, source and dataset. */
export function waitingRows(db: ReadDb, plant: string, kind: NameKind): WaitingRows[] {
  const book = loadBook(db, plant, kind);
  return columnsOf(kind).flatMap((column) => waitingIn(db, { plant, book }, column));
}

function waitingIn(db: ReadDb, of: { plant: string; book: NameBook }, column: NamedColumn): WaitingRows[] {
  const { dataset } = column;
  const measures = dataset.fields.filter((field) => field.measure);
  const day = dayColumnOf(dataset);
  // days matter only where an answer holds from one on
  const isDated = day !== null && [...of.book.answers.values()].flat().some((answer) => answer.from !== null);
  const sums = measures.map((field) => `, sum(fact.${field.column}) as ${field.name}`).join('');
  const rows = rowsOf<Record<string, number | null> & { nameText: string; nameSource: string; nameDay: string | null; nameRows: number; nameBatch: number }>(
    db.all(
      `select ${nameSql(column)} as nameText, said.source as nameSource, ${isDated ? `substr(${day}, 1, 10)` : 'null'} as nameDay,
         count(*) as nameRows, min(fact.batch_id) as nameBatch${sums}
       from ${dataset.table} fact join import_table said on said.batch_id = fact.batch_id and said.table_no = fact.table_no
       where fact.plant_code = ? and fact.${column.written} is not null and fact.superseded_by is null and fact.${column.code} = ?
       group by 1, 2, 3 order by 1, 2, 3`,
      [of.plant, column.waitingCode],
    ),
  );
  const found = new Map<string, WaitingRows>();
  for (const row of rows) {
    const use = { text: row.nameText, source: row.nameSource, day: row.nameDay };
    if (standingOf(of.book, use).state !== 'waiting') continue;
    const id = JSON.stringify([use.text, use.source]);
    const sum = found.get(id) ?? { ...use, dataset: dataset.name, rows: 0, sums: {}, firstBatch: row.nameBatch };
    sum.rows += row.nameRows;
    sum.firstBatch = Math.min(sum.firstBatch, row.nameBatch);
    for (const { name } of measures) {
      const value = row[name] ?? null;
      sum.sums[name] = value === null ? (sum.sums[name] ?? null) : (sum.sums[name] ?? 0) + value;
    }
    found.set(id, sum);
  }
  return [...found.values()];
}

/** Names of the files that imports came from, by batch. */
export function fileNames(db: ReadDb, batches: readonly number[]): Map<number, string> {
  const rows = rowsOf<{ batch: number; file: string }>(
    db.all('select batch_id as batch, file_name as file from import_batch where batch_id in (select value from json_each(?))', [JSON.stringify(batches)]),
  );
  return new Map(rows.map((row) => [row.batch, row.file]));
}
