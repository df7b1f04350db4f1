/** The natural key of a fact: who it is, whichever file said it. */
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { SqlValue } from './database.ts';

export interface KeyRow {
  /** Dataset, plant and key values as one text. */
  keyText: string;
  /** The key's SQL columns with their values: what an index hit is checked against. */
  keyColumns: [column: string, value: SqlValue][];
}

/** The key of a row given by SQL column. A row whose own number is empty is identified by other fields, or by its content. */
export function keyFields(dataset: Dataset, plant: string, row: Record<string, SqlValue>): KeyRow {
  const columns = keyColumnsOf(dataset, row);
  const keyColumns: [string, SqlValue][] = [['plant_code', plant], ...columns.map((column): [string, SqlValue] => [column, row[column] ?? null])];
  return { keyText: JSON.stringify([dataset.name, ...keyColumns.map(([, value]) => value), columns.length]), keyColumns };
}

/** The same text, read from values that stand in the given columns: for many rows of one table. */
export function keyTextReader(dataset: Dataset, plant: string, columns: readonly string[]): (value: (column: number) => SqlValue) => string {
  const placesOf = (fields: readonly string[]): number[] => fields.map((name) => columns.indexOf(columnOf(dataset, name)));
  const textOf = (places: readonly number[], value: (column: number) => SqlValue): string =>
    JSON.stringify([dataset.name, plant, ...places.map((place) => (place < 0 ? null : value(place))), places.length]);
  const own = placesOf(dataset.key);
  const { keyWithout } = dataset;
  if (!keyWithout) return (value) => textOf(own, value);
  const [decider = -1] = placesOf([keyWithout.field]);
  const other = keyWithout.key === 'content' ? columns.map((_, place) => place) : placesOf([keyWithout.field, ...keyWithout.key]);
  return (value) => textOf(decider >= 0 && !isEmpty(value(decider)) ? own : other, value);
}

function keyColumnsOf(dataset: Dataset, row: Record<string, SqlValue>): string[] {
  const { keyWithout } = dataset;
  if (!keyWithout || !isEmpty(row[columnOf(dataset, keyWithout.field)])) return dataset.key.map((name) => columnOf(dataset, name));
  if (keyWithout.key === 'content') return Object.keys(row);
  return [columnOf(dataset, keyWithout.field), ...keyWithout.key.map((name) => columnOf(dataset, name))];
}

function columnOf(dataset: Dataset, field: string): string {
  return dataset.fields.find((candidate) => candidate.name === field)?.column ?? field; // 'source' is its own column
}

function isEmpty(value: SqlValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

/** A well-mixed 53-bit hash (cyrb53, public domain): fits a SQLite integer and a JS number alike. Index hits are verified, so a collision costs nothing. */
export function hash53(text: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}
