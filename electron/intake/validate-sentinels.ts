/** Values that look like "missing" in a column of figures: texts such as NA or ****, and figures far away from all others that repeat. */
import { cellText, type Row } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import type { ColumnDecision } from './coerce-fields.ts';
import { readNumber } from './coerce-numbers.ts';

export interface Sentinel {
  column: number;
  text: string;
  count: number;
  row: number;
}

export interface SentinelSearch {
  rows: readonly Row[];
  columns: readonly { column: number; field: Field }[];
  decisions: readonly ColumnDecision[];
  /** Texts the user already named as missing or real. */
  known: ReadonlySet<string>;
}

const texts = /^(?:n\/?a|#n\/a|nan|null|none|nil|missing|bad|void|gated|k\.?\s?a\.?|s\/d|n\/d|nd|\*{2,}|-{1,4}|–|\?+|#+|x{3,})$/iu;
const figures: ReadonlySet<number> = new Set([-99, -200, -999, -9999, -99999, -999999, 999, 9999, 99999, 999999, 9999999, -32768, 32767, 65535, -1e30]);
const leastRepeats = 2;

export function findSentinels(search: SentinelSearch): Sentinel[] {
  return search.columns.flatMap((column) => columnSentinels(search, column));
}

function columnSentinels(search: SentinelSearch, { column, field }: { column: number; field: Field }): Sentinel[] {
  const decimal = search.decisions.find((one) => one.column === column)?.decimal ?? '.';
  const words = new Map<string, Sentinel>();
  const suspects = new Map<number, Sentinel>();
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let others = 0;
  for (const row of search.rows) {
    const cell = row.cells[column - 1];
    if (cell === null || cell === undefined || (typeof cell === 'object' && cell.kind !== 'percent')) continue;
    const number = readNumber(cell, decimal);
    if (number === null) {
      if (typeof cell === 'string' && texts.test(cell.trim())) note(words, cell.trim(), { column, row: row.number, text: cell.trim() });
    } else if ((figures.has(number) && field.type !== 'money') || (number === -1 && (field.type === 'count' || field.type === 'duration')))
      note(suspects, number, { column, row: row.number, text: cellText(cell).trim() });
    else {
      low = Math.min(low, number);
      high = Math.max(high, number);
      others += 1;
    }
  }
  const far = [...suspects].filter(([value, { count }]) => standsOut(value, { count, low, high, others })).map(([, sentinel]) => sentinel);
  return [...words.values(), ...far].filter(({ text }) => !search.known.has(text));
}

/** A negative one among figures that are never negative needs few neighbours, and −999 and below no second of its kind. */
function standsOut(value: number, among: { count: number; low: number; high: number; others: number }): boolean {
  const { count, low, high, others } = among;
  if (value < -1 && low >= 0 && others > 0) return count >= leastRepeats || value <= -999;
  return others >= 5 && count >= leastRepeats && isFar(value, low, high);
}

function isFar(value: number, low: number, high: number): boolean {
  const range = Math.max(high - low, Number.EPSILON);
  if (value < 0 && low >= 0) return true;
  return value < low - range * 0.5 || value > high + range * 0.5;
}

function note<K>(found: Map<K, Sentinel>, key: K, first: Omit<Sentinel, 'count'>): void {
  const known = found.get(key);
  if (known) known.count += 1;
  else found.set(key, { ...first, count: 1 });
}
