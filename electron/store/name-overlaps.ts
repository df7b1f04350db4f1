/**
 * Rows that say under one name what other rows say under another: an answer makes them count under one code, and the same shift or day
 * may be counted twice. Nothing is dropped; whoever answers or imports is told how many rows that concerns.
 */
import { rowOf, type ReadDb } from './database.ts';
import type { NamedColumn } from './named-columns.ts';

/** Which rows: those of an import, or those of some texts. */
export type Overlapping = { batch: number } | { texts: readonly string[] };

/** Standing rows counting under another code than their text, beside rows of the same key written otherwise. */
export function countOverlaps(db: ReadDb, plant: string, column: NamedColumn, which: Overlapping): number {
  const same = sameKeySql(column);
  if (same === null) return 0;
  const { dataset, code, written, waitingCode } = column;
  const chosen = 'batch' in which ? 'a.batch_id = @value' : `a.${written} in (select value from json_each(@value))`;
  const row = rowOf<{ count: number }>(
    db.get(
      `select count(*) as count from ${dataset.table} a
       where a.plant_code = @plant and a.superseded_by is null and a.${written} is not null and a.${code} <> @waiting and ${chosen}
         and exists (select 1 from ${dataset.table} b
           where b.plant_code = a.plant_code and b.superseded_by is null and b.fact_id <> a.fact_id and b.${code} = a.${code}
             and coalesce(b.${written}, b.${code}) <> a.${written} and ${same})`,
      { plant, waiting: waitingCode, value: 'batch' in which ? which.batch : JSON.stringify(which.texts) },
    ),
  );
  return row?.count ?? 0;
}

// The rest of the natural key, compared; null where the name is no part of it.
function sameKeySql({ dataset, field }: NamedColumn): string | null {
  const columnOf = (name: string): string => dataset.fields.find((candidate) => candidate.name === name)?.column ?? name;
  const compared = (names: readonly string[]): string[] => names.filter((name) => name !== field).map((name) => `b.${columnOf(name)} is a.${columnOf(name)}`);
  if (dataset.key.includes(field)) return compared(dataset.key).join(' and ');
  const without = dataset.keyWithout;
  if (!without || without.key === 'content' || !without.key.includes(field)) return null;
  return [`a.${columnOf(without.field)} = ''`, `b.${columnOf(without.field)} = ''`, ...compared(without.key)].join(' and ');
}
