/**
 * The difference of two exports of one system, from what each import said: its own facts and those it said again. A later import keeps
 * what it replaced, so any two standing imports can be compared.
 */
import { doneStatuses } from '../../shared/areas/maintenance/measures.ts';
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import { comparisonKinds, type ComparedField, type ComparedRow, type ComparisonKind, type ExportComparison } from '../../shared/intake/comparison.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { daysBetween } from '../../shared/kit/iso-date.ts';
import { rowOf, rowsOf, type ReadDb, type SqlValue } from '../store/database.ts';
import { factColumns } from '../store/facts.ts';
import { keyFields } from '../store/identity.ts';
import { codeAsWritten, namedColumns } from '../store/named-columns.ts';

interface Said {
  batch: number;
  file: string;
  at: string;
  plant: string;
  minorDigits: number;
  lists: { dataset: string; source: string }[];
}

type SaidRow = Record<string, SqlValue> & { fact_id: number; said_sheet: string; said_row: number };

/** Rows of `later` against those of `earlier`; without one, against the newest import before it of the same kind and source. */
export function compareExports(db: ReadDb, asked: { earlier?: number | undefined; later: number; limit: number }): ExportComparison {
  const later = saidBy(db, asked.later);
  const earlier = saidBy(db, asked.earlier ?? previousOf(db, later));
  if (earlier.batch === later.batch) throw new Fault('bad-input', `compare: expected two imports, found ${String(later.batch)} twice; name an earlier one.`);
  const shared = [...new Set(later.lists.map((list) => list.dataset))].filter((name) => earlier.lists.some((list) => list.dataset === name));
  if (shared.length === 0 || earlier.plant !== later.plant)
    throw new Fault(
      'bad-input',
      `compare: expected two exports of one kind and plant, found ${describe(earlier)} and ${describe(later)}; choose two imports of the same system.`,
    );
  const counts: ExportComparison['counts'] = { new: 0, closed: 0, reopened: 0, slipped: 0, changed: 0, vanished: 0, same: 0 };
  const rows: ComparedRow[] = [];
  for (const name of shared) {
    const dataset = datasetNamed(name);
    if (!dataset) continue;
    for (const row of comparedRows(db, dataset, { earlier, later })) {
      if (row === 'same') counts.same += 1;
      else {
        counts[row.kind] += 1;
        rows.push(row);
      }
    }
  }
  rows.sort((a, b) => comparisonKinds.indexOf(a.kind) - comparisonKinds.indexOf(b.kind) || (b.slipDays ?? 0) - (a.slipDays ?? 0) || (a.key < b.key ? -1 : 1));
  const about = ({ batch, file, at }: Said) => ({ batch, file, at });
  return { earlier: about(earlier), later: about(later), counts, rows: rows.slice(0, asked.limit), leftOut: Math.max(0, rows.length - asked.limit) };
}

function describe(said: Said): string {
  return `${said.lists.map((list) => datasetNamed(list.dataset)?.label ?? list.dataset).join(' and ')} of ${said.plant}`;
}

function saidBy(db: ReadDb, batch: number): Said {
  const found = rowOf<Omit<Said, 'lists'>>(
    db.get(
      `select batch_id as batch, file_name as file, committed_at as at, plant_code as plant, minor_digits as minorDigits
       from import_batch join plant using (plant_code) where batch_id = ? and state = 'committed'`,
      [batch],
    ),
  );
  if (!found) throw new Fault('unknown-batch', `compare: expected the number of a standing import, found ${String(batch)}; “imports” lists them.`);
  return { ...found, lists: rowsOf(db.all('select dataset, source from import_table where batch_id = ? order by table_no', [batch])) };
}

function previousOf(db: ReadDb, later: Said): number {
  const found = rowOf<{ batch: number }>(
    db.get(
      `select before.batch_id as batch from import_table before join import_batch using (batch_id)
       join import_table now on now.batch_id = @batch and now.dataset = before.dataset and now.source = before.source
       where state = 'committed' and plant_code = @plant and before.batch_id < @batch order by before.batch_id desc limit 1`,
      { batch: later.batch, plant: later.plant },
    ),
  );
  if (!found)
    throw new Fault('unknown-batch', `compare: expected an earlier export of the same system than ${later.file}, found none; import an earlier one first.`);
  return found.batch;
}

function* comparedRows(db: ReadDb, dataset: Dataset, of: { earlier: Said; later: Said }): Generator<ComparedRow | 'same'> {
  const columns = factColumns(dataset);
  const before = rowsByKey(db, dataset, of.earlier);
  const after = rowsByKey(db, dataset, of.later);
  for (const [key, rows] of after) {
    const old = before.get(key);
    yield old ? changeOf({ dataset, columns, minorDigits: of.later.minorDigits }, old, rows) : single(dataset, 'new', rows);
  }
  for (const [key, rows] of before) if (!after.has(key)) yield single(dataset, 'vanished', rows);
}

// What an import said: facts of its own, and those of others it said again, at its own place.
function rowsByKey(db: ReadDb, dataset: Dataset, said: Said): Map<string, SaidRow[]> {
  const named = new Map(namedColumns(dataset).map((column) => [column.code, codeAsWritten(column)]));
  const columns = factColumns(dataset);
  const values = columns.map((column) => `${named.get(column) ?? `said.${column}`} as ${column}`).join(', ');
  const rows = rowsOf<SaidRow>(
    db.all(
      `select fact_id, ${values}, place.sheet_name as said_sheet, said_row from (
         select fact.*, fact.table_no as said_table, fact.source_row as said_row from ${dataset.table} fact where fact.batch_id = @batch
         union all
         select fact.*, again.table_no, again.source_row from attestation again join ${dataset.table} fact on fact.fact_id = again.fact_id
         where again.fact_table = @table and again.batch_id = @batch) said
       join import_table place on place.batch_id = @batch and place.table_no = said.said_table
       order by said_table, said_row`,
      { batch: said.batch, table: dataset.table },
    ),
  );
  const found = new Map<string, SaidRow[]>();
  for (const row of rows) {
    const content = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    const { keyText } = keyFields(dataset, said.plant, content);
    const group = found.get(keyText);
    if (group) group.push(row);
    else found.set(keyText, [row]);
  }
  return found;
}

interface Comparing {
  dataset: Dataset;
  columns: readonly string[];
  minorDigits: number;
}

function changeOf(comparing: Comparing, before: SaidRow[], after: SaidRow[]): ComparedRow | 'same' {
  const { dataset, columns } = comparing;
  const content = (rows: SaidRow[]): string => JSON.stringify(rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null))).sort());
  const [old] = before;
  const [now] = after;
  if (!old || !now || content(before) === content(after)) return 'same';
  const slipDays = slipOf(dataset, old, now);
  return {
    dataset: dataset.name,
    kind: kindOf(dataset, { old, now, slipDays }),
    key: keyOf(dataset, now),
    title: titleOf(dataset, now),
    slipDays,
    fields: changedFields(comparing, before, after),
    earlier: placeOf(old),
    later: placeOf(now),
  };
}

function single(dataset: Dataset, kind: 'new' | 'vanished', rows: SaidRow[]): ComparedRow | 'same' {
  const [row] = rows;
  if (!row) return 'same';
  const place = placeOf(row);
  return {
    dataset: dataset.name,
    kind,
    key: keyOf(dataset, row),
    title: titleOf(dataset, row),
    slipDays: null,
    fields: [],
    earlier: kind === 'vanished' ? place : null,
    later: kind === 'new' ? place : null,
  };
}

function kindOf(dataset: Dataset, of: { old: SaidRow; now: SaidRow; slipDays: number | null }): ComparisonKind {
  const [wasOver, isOver] = [isFinished(dataset, of.old), isFinished(dataset, of.now)];
  if (wasOver === false && isOver === true) return 'closed';
  if (wasOver === true && isOver === false) return 'reopened';
  return of.slipDays === null ? 'changed' : 'slipped';
}

// By its word where there is one, else by its day of completion; null where the kind of data knows neither.
function isFinished(dataset: Dataset, row: SaidRow): boolean | null {
  const status = dataset.fields.find((field) => field.name === 'status' && field.type === 'word')?.column;
  const completed = dataset.fields.find((field) => field.name === 'completed' || field.name === 'finished')?.column;
  const word = status === undefined ? null : row[status];
  if (typeof word === 'string') return word === 'cancelled' || doneStatuses.some((done) => done === word);
  return completed === undefined ? null : (row[completed] ?? null) !== null;
}

function slipOf(dataset: Dataset, old: SaidRow, now: SaidRow): number | null {
  const due = dataset.fields.find((field) => field.name === 'dueDate')?.column ?? '';
  const [before, after] = [old[due], now[due]];
  if (typeof before !== 'string' || typeof after !== 'string' || after <= before) return null;
  return daysBetween(before.slice(0, 10), after.slice(0, 10));
}

function changedFields(comparing: Comparing, before: SaidRow[], after: SaidRow[]): ComparedField[] {
  const { dataset, minorDigits } = comparing;
  const [old] = before;
  const [now] = after;
  const rows = before.length === after.length ? [] : [{ field: 'rows', label: 'Rows', before: before.length, after: after.length }];
  if (!old || !now || before.length > 1 || after.length > 1) return rows;
  return dataset.fields.flatMap((field) => {
    const [was, is] = [shown(field, old, minorDigits), shown(field, now, minorDigits)];
    return was === is ? [] : [{ field: field.name, label: field.label, before: was, after: is }];
  });
}

const durationPerUnit = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function shown(field: Field, row: SaidRow, minorDigits: number): string | number | null {
  const value = row[field.rawColumn ?? field.column] ?? row[field.column] ?? null;
  if (typeof value !== 'number') return typeof value === 'string' && value !== '' ? value : null;
  if (field.type === 'money') return value / 10 ** minorDigits;
  return field.type === 'duration' && field.unit ? value / durationPerUnit[field.unit] : value;
}

function keyOf(dataset: Dataset, row: SaidRow): string {
  const columns = dataset.key.flatMap((name) => dataset.fields.find((field) => field.name === name)?.column ?? []);
  return columns
    .map((column) => row[column])
    .filter((value) => value !== null && value !== undefined && value !== '')
    .join(', ');
}

function titleOf(dataset: Dataset, row: SaidRow): string {
  const field = ['title', 'name', 'description', 'productName', 'lineText'].flatMap((name) => dataset.fields.find((one) => one.name === name)?.column ?? []);
  const text = field.map((column) => row[column]).find((value) => typeof value === 'string' && value !== '');
  return typeof text === 'string' ? text : '';
}

function placeOf(row: SaidRow) {
  return { factId: row.fact_id, sheet: row.said_sheet, row: row.said_row };
}
