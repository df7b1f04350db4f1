/** ISO days ("2026-10-31") as text: sortable, without clock or zone. Day numbers count from 1970-01-01. */
export type IsoDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Days since 1970-01-01, or null when the text is not a real calendar day. */
export function dayNumber(date: string): number | null {
  const match = pattern.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dayNumberOf(year, month, day);
}

/** Days since 1970-01-01 of a civil date, or null when there is no such day. */
export function dayNumberOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return Math.round(utc(year, month, day) / dayMs);
}

export function fromDayNumber(days: number): IsoDate {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

export function isIsoDate(text: string): boolean {
  return dayNumber(text) !== null;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(must(date) + days);
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return must(b) - must(a);
}

export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return isoDate(y, m, Math.min(day, daysInMonth(y, m)));
}

export function monthStart(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`;
}

export function monthEnd(date: IsoDate): IsoDate {
  const [year, month] = parts(date);
  return isoDate(year, month, daysInMonth(year, month));
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: IsoDate): number {
  return ((((must(date) + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 week, as in "2026-W44". */
export function isoWeek(date: IsoDate): string {
  const thursday = addDays(date, 4 - weekday(date));
  const year = Number(thursday.slice(0, 4));
  const week = Math.floor(daysBetween(isoDate(year, 1, 1), thursday) / 7) + 1;
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function parts(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

// Date.UTC reads years 0–99 as 1900–1999.
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function must(date: IsoDate): number {
  const days = dayNumber(date);
  if (days === null) throw new RangeError(`not an ISO day: ${date}`);
  return days;
}
