/** Brings facts to what their names mean now. Runs inside the caller's transaction; the roll-ups of the days it touches are summed again. */
import type { Dataset, NameKind } from '../../shared/intake/dataset.ts';
import { rowsOf, type SqlValue, type WriteDb } from './database.ts';
import { standingOf, standsDifferently, type NameBook } from './name-book.ts';
import { codeAsWritten, columnsOf, dayColumnOf, namedColumns, nameSql, type NamedColumn } from './named-columns.ts';
import { loadBook, seenNames } from './names.ts';
import { refreshRollUps } from './roll-ups.ts';

interface NamedFact {
  factId: number;
  text: string;
  source: string;
  day: string | null;
  code: string;
  written: string | null;
  asWritten: string;
  isStanding: number;
}

/** What a fact's two columns hold for a name. */
export interface NamedCell {
  code: string;
  /** null where the code is what the file said. */
  written: string | null;
}

/** The columns for a name: `asWritten` is the text of the code column alone, `text` the name it gives. */
export function cellFor(column: NamedColumn, book: NameBook, name: { text: string; source: string; day: string | null; asWritten: string }): NamedCell {
  if (name.text === '') return { code: name.asWritten, written: null };
  const standing = standingOf(book, name);
  if (standing.state === 'known' && standing.code === name.text) return { code: name.asWritten, written: null };
  return { code: standing.state === 'known' ? standing.code : column.waitingCode, written: name.asWritten };
}

/** Settles every fact whose name means something else than it did; answers how many facts changed. */
export function settleChanged(db: WriteDb, of: { plant: string; kind: NameKind }, before: NameBook): number {
  const book = loadBook(db, of.plant, of.kind);
  const changed = seenNames(db, of.plant, of.kind).filter((name) => standsDifferently(before, book, name));
  if (changed.length === 0) return 0;
  const texts = JSON.stringify([...new Set(changed.map((name) => name.text))]);
  // only a name that counted as written can stand in rows that don't keep their text apart
  const wasPlain = changed.some((name) => standingOf(before, { ...name, day: null }).state === 'known');
  let count = 0;
  for (const column of columnsOf(of.kind)) {
    const places = [`fact.${column.written} is not null`, ...(wasPlain ? [`fact.${column.written} is null`] : [])];
    for (const place of places)
      count += settleWhere(db, { plant: of.plant, column, book }, { sql: `${place} and ${nameSql(column)} in (select value from json_each(?))`, value: texts });
  }
  return count;
}

/** Settles the facts of some imports: they changed hands, and with them the source of their names. */
export function settleBatches(db: WriteDb, dataset: Dataset, batches: readonly number[]): void {
  if (batches.length === 0) return;
  const value = JSON.stringify(batches);
  const plants = rowsOf<{ plant: string }>(
    db.all('select distinct plant_code as plant from import_batch where batch_id in (select value from json_each(?))', [value]),
  );
  for (const { plant } of plants) {
    for (const column of namedColumns(dataset)) {
      const book = loadBook(db, plant, column.kind);
      const isBySource = [...book.answers.values()].flat().some((answer) => answer.source !== null);
      if (isBySource) settleWhere(db, { plant, column, book }, { sql: 'fact.batch_id in (select value from json_each(?))', value });
    }
  }
}

function settleWhere(db: WriteDb, of: { plant: string; column: NamedColumn; book: NameBook }, where: { sql: string; value: SqlValue }): number {
  const { column, book } = of;
  const { dataset } = column;
  const day = dayColumnOf(dataset);
  const facts = rowsOf<NamedFact>(
    db.all(
      `select fact.fact_id as factId, ${nameSql(column)} as text, said.source as source, ${day === null ? 'null' : `substr(fact.${day}, 1, 10)`} as day,
         fact.${column.code} as code, fact.${column.written} as written, ${codeAsWritten(column)} as asWritten, fact.superseded_by is null as isStanding
       from ${dataset.table} fact join import_table said on said.batch_id = fact.batch_id and said.table_no = fact.table_no
       where fact.plant_code = ? and ${where.sql}`,
      [of.plant, where.value],
    ),
  );
  const days = new Set<string>();
  let count = 0;
  for (const fact of facts) {
    const cell = cellFor(column, book, fact);
    if (cell.code === fact.code && cell.written === fact.written) continue;
    db.run(`update ${dataset.table} set ${column.code} = ?, ${column.written} = ? where fact_id = ?`, [cell.code, cell.written, fact.factId]);
    count += 1;
    if (fact.isStanding === 1) days.add(fact.day ?? '');
  }
  if (day !== null) refreshRollUps(db, dataset, { plant: of.plant, days: [...days] });
  return count;
}
