/** The text inside a cell's XML → a value. */
import type { Cell, NumberKind } from '../../../../shared/intake/cells.ts';

const powers = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * A decimal number written in ASCII, correctly rounded: up to 15 digits the mantissa and the power of ten are exact, so one division is;
 * anything else goes the slow way. NaN when it isn't a number.
 */
export function parseNumber(buffer: Buffer, start: number, end: number): number {
  let at = start;
  const negative = buffer[at] === 45;
  if (negative) at++;
  const digitsFrom = at;
  let mantissa = 0;
  let point = -1;
  for (; at < end; at++) {
    const code = buffer[at] ?? 0;
    if (code >= 48 && code <= 57) mantissa = mantissa * 10 + (code - 48);
    else if (code === 46 && point < 0) point = at;
    else break;
  }
  const digits = at - digitsFrom - (point < 0 ? 0 : 1);
  if (at < end || digits === 0 || digits > 15) return slowNumber(buffer.toString('latin1', start, end));
  const value = point < 0 ? mantissa : mantissa / (powers[at - point - 1] ?? 1);
  return negative ? -value : value;
}

function slowNumber(text: string): number {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?$/.test(trimmed) ? Number(trimmed) : NaN;
}

/** Days between the two ways of counting serials. */
const daysTo1904 = 1462;

export interface NumberReading {
  /** Of every cell format, by index. */
  kinds: readonly NumberKind[];
  from1904: boolean;
}

/** Behind the last second of the year 9999; beyond it, and before zero, Excel shows no date. */
const endOfDays = 2_958_466;

/** A number of a kind; one that can’t be a day is a plain number, whatever its format says. */
export function kindCell(kind: NumberKind, value: number): Cell {
  if (kind === 'plain' || ((kind === 'date' || kind === 'datetime') && (value < 0 || value >= endOfDays))) return value;
  return { kind, value };
}

/** A number under a cell format; days counted from 1904 become days of the 1900 system. */
export function numberCell(value: number, style: number, reading: NumberReading): Cell {
  const kind = reading.kinds[style] ?? 'plain';
  if (kind === 'plain') return value;
  const isDay = kind === 'date' || kind === 'datetime';
  return kindCell(kind, isDay && reading.from1904 ? value + daysTo1904 : value);
}

/** A cell of type d holds an ISO date, time or both; null when it holds something else. */
export function isoCell(text: string): Cell {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?)?Z?$/.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const time = hour === undefined ? null : (Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? '0')) / 86_400;
  if (year === undefined) return time === null ? null : { kind: 'time', value: time };
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  const serial = days < 61 ? days - 1 : days; // 29 Feb 1900 exists only in Excel
  return time === null ? { kind: 'date', value: serial } : { kind: 'datetime', value: serial + time };
}

/** A formula nobody has calculated: a bare literal is its own value, anything else stays a formula. */
export function formulaCell(formula: string): Cell {
  const text = formula.trim().replace(/^=/, '');
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return Number(text);
  if (/^"([^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"') || null;
  if (/^(TRUE|FALSE)(\(\))?$/i.test(text)) return /^t/i.test(text);
  return { kind: 'formula', text };
}
