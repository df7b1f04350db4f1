/** Numbers, days and periods as the pack prints them: en-US, a true minus, the unit in the head, "n/a" for what is not defined. */
import { parts, type IsoDate } from '../../shared/kit/iso-date.ts';

export const notDefined = 'n/a';
const minus = '\u2212';
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const formatters = new Map<number, Intl.NumberFormat>();

/** A number with fixed decimals; `signed` adds + to what is above 0. Rounds half away from zero on the decimal digits. */
export function printNumber(value: number | null, decimals: number, signed = false): string {
  if (value === null || !Number.isFinite(value)) return notDefined;
  const text = formatter(decimals).format(Math.abs(value));
  const isZero = !/[1-9]/.test(text);
  if (isZero) return text;
  if (value < 0) return minus + text;
  return signed ? `+${text}` : text;
}

/** Factor from a view's value to the figure under its unit: ratios to percent; money is given in the unit of its head. */
export function displayFactor(kindOrFormat: string, unit: string): number {
  return kindOrFormat === 'percent' || unit.trim() === '%' || unit.startsWith('% ') ? 100 : 1;
}

/** "6 Nov 2026" */
export function printDay(day: IsoDate | null): string {
  if (day === null) return '\u2013';
  const [year, month, date] = parts(day);
  return `${String(date)} ${monthName(month).slice(0, 3)} ${String(year)}`;
}

/** "5 Nov 2026 16:20" of a UTC instant. */
export function printInstant(instant: string | null): string {
  if (instant === null) return '\u2013';
  return `${printDay(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}

/** "October 2026", or the days when the period is not one calendar month. */
export function printPeriod(from: IsoDate, to: IsoDate): string {
  const [year, month] = parts(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${monthName(month)} ${String(year)}`;
  return `${printDay(from)} to ${printDay(to)}`;
}

export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

function formatter(decimals: number): Intl.NumberFormat {
  let found = formatters.get(decimals);
  if (!found) {
    found = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formatters.set(decimals, found);
  }
  return found;
}
