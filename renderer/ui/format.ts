/**
 * Figures as people read them: the user's locale, U+2212 for minus, “n/a” for what is not defined. Rounding happens here and
 * nowhere before. Days read as the core's sentences write them, “31 Oct 2026”: two orders on one screen would be one too many.
 */
import type { Effect } from '../../shared/areas/view.ts';
import { parts } from '../../shared/kit/iso-date.ts';

const minus = '\u2212';
export const notAvailable = 'n/a';

const numberFormats = new Map<number, Intl.NumberFormat>();

function numberFormat(decimals: number): Intl.NumberFormat {
  const known = numberFormats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat(undefined, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numberFormats.set(decimals, made);
  return made;
}

/** "−1,234.5"; a value that rounds to zero has no sign. */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null) return notAvailable;
  const text = numberFormat(decimals).format(Math.abs(value));
  return value < 0 && roundsAwayFromZero(value, decimals) ? `${minus}${text}` : text;
}

/** "+1,234.5", "−3.0", "0.0": for differences. */
export function formatSigned(value: number | null, decimals: number): string {
  if (value === null) return notAvailable;
  const text = formatNumber(value, decimals);
  return value > 0 && roundsAwayFromZero(value, decimals) ? `+${text}` : text;
}

/** Factor from a view's value to the figure under its unit: ratios of 0–1 become percentages on screen, all else stands in its unit already. */
export function displayFactor(kind: string, unit: string): number {
  return kind === 'percent' || unit.trim() === '%' || unit.startsWith('% ') ? 100 : 1;
}

/** A value times its display factor; null stays null. */
export function displayValue(value: number | null, kind: string, unit: string): number | null {
  return value === null ? null : value * displayFactor(kind, unit);
}

/** "+80.7 U", "−0.3 F", "+1.0" when there is no effect. */
export function formatVariance(value: number | null, decimals: number, effect: Effect): string {
  const text = formatSigned(value, decimals);
  return effect === null || value === null ? text : `${text} ${effect}`;
}

function roundsAwayFromZero(value: number, decimals: number): boolean {
  return Math.abs(value) * 10 ** decimals >= 0.5;
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** An ISO day as "31 Oct 2026"; other text as it is. */
export function formatDay(date: string): string {
  const day = utcDay(date);
  return day ? `${formatShortDay(date)} ${String(day.getUTCFullYear())}` : date;
}

/** "31 Oct". */
export function formatShortDay(date: string): string {
  const day = utcDay(date);
  return day ? `${String(day.getUTCDate())} ${shortMonth(day.getUTCMonth())}` : date;
}

/** "Wednesday 18 November 2026". */
export function formatLongDay(date: string): string {
  const day = utcDay(date);
  return day ? `${weekdayNames[day.getUTCDay()] ?? ''} ${String(day.getUTCDate())} ${formatMonth(date)}` : date;
}

/** "October 2026" for any day of it. */
export function formatMonth(date: string): string {
  const day = utcDay(date);
  return day ? `${monthNames[day.getUTCMonth()] ?? ''} ${String(day.getUTCFullYear())}` : date;
}

/** A sentence's months and years in short: "Oct 2026" for "October 2026", "YTD" for "Year to date". */
export function inShort(text: string): string {
  return text
    .replace(/\b(January|February|March|April|June|July|August|September|October|November|December)\b/g, (name) => name.slice(0, 3))
    .replace(/\byear to date\b/gi, 'YTD');
}

function shortMonth(month: number): string {
  return (monthNames[month] ?? '').slice(0, 3);
}

/** A UTC instant in the machine's own zone: "3 Nov 2026, 08:14". */
export function formatInstant(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${String(at.getDate())} ${shortMonth(at.getMonth())} ${String(at.getFullYear())}, ${time}`;
}

/** "98 KB", "4.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes, 0)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0)} KB`;
  return `${formatNumber(bytes / 1_000_000, 1)} MB`;
}

/** "1 row", "3 rows". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? one : many}`;
}

/** A number the way Excel takes it from the clipboard: the user's decimal sign, no grouping, a plain hyphen for minus. */
export function clipboardNumber(value: number): string {
  return new Intl.NumberFormat(undefined, { useGrouping: false, maximumFractionDigits: 12 }).format(value).replace(minus, '-');
}

function utcDay(date: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(date)) return null;
  const [year, month, day] = parts(date);
  return new Date(Date.UTC(year, month - 1, day));
}

const exactFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4 });
const centsFormat = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** As exact as people can use it: whole numbers whole, others with at least two digits. For traces, where figures are followed to the cell. */
export function formatExact(value: number | null, isWhole = value !== null && Number.isInteger(value)): string {
  if (value === null) return notAvailable;
  const format = isWhole ? exactFormat : centsFormat;
  return format.format(value).replace('-', minus);
}
