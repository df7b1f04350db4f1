/**
 * Heads that are days or weeks: dates written out, calendar weeks, or the numbers 1 to 31 below a month's title. Read together: the order
 * of day and month that makes them follow one another is theirs. Quarters and years are no dates a fact could carry: they are asked.
 */
import { addDays, daysInMonth, isoDate, weekday } from '../../shared/kit/iso-date.ts';
import { cellText, type Cell } from '../../shared/intake/cells.ts';
import { fold } from '../../shared/kit/fold.ts';
import { dateText, parseDateText, periodStart, resolveDate, type DateOrder } from './coerce-dates.ts';

export interface HeadPlace {
  /** The one year and the one month (ISO day of its first) the surroundings name. */
  year: number | null;
  month: string | null;
}

/** The ISO day each head stands for (the Monday of a week); null unless every head is a day, or every head a week. */
export function datesOf(heads: readonly string[], place: HeadPlace): string[] | 'year-missing' | null {
  if (heads.length < 3) return null;
  const texts = heads.map(withoutWeekday);
  return days(texts) ?? weeks(texts, place.year) ?? dayNumbers(texts, place.month);
}

/** The one month titles name: "October 2026", "2026-10"; null when they name none or several. */
export function monthNear(titles: readonly string[]): string | null {
  const months = new Set<string>();
  for (const title of titles) {
    for (const match of fold(title).matchAll(
      /(?<![\p{L}\d./-])(\p{L}{3,}\.?\s+20\d{2}|20\d{2}[-/.](?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[/.]20\d{2})(?![\d./-])/gu,
    )) {
      const start = periodStart(match[1] ?? '');
      if (start !== null) months.add(start);
    }
  }
  const [month] = months;
  return months.size === 1 && month !== undefined ? month : null;
}

/** Whether cells side by side are a run of days: each the day after the one before, or the numbers of a month's days. */
export function isDayRun(cells: readonly Cell[]): boolean {
  if (cells.length < 5) return false;
  const heads = cells.map((cell) => withoutWeekday(cellText(cell)));
  if (isDayNumbers(heads)) return true;
  const dates = days(heads);
  return dates !== null && dates.every((date, index) => index === 0 || date === addDays(dates[index - 1] ?? '', 1));
}

// "Mon 2026-10-05", "Mo., 05.10.2026".
function withoutWeekday(head: string): string {
  return head
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^\p{L}{2,10}[.,]*\s+(?=\d)/u, (word) => (/^(?:week|wk|kw|cw|sem|semaine|semana|settimana|tydzien|vecka|hafta|w)\b/iu.test(word) ? word : ''));
}

function days(heads: readonly string[]): string[] | null {
  const parts = heads.map((head) => parseDateText(head));
  if (parts.some((one) => one === null || one.clock !== null)) return null;
  const orders: (DateOrder | null)[] = parts.some((one) => one?.open === true) ? ['day-first', 'month-first'] : [null];
  const readings = orders.flatMap((order) => {
    const dates = parts.map((one) => (one ? resolveDate(one, order) : null)).flatMap((one) => (one ? [dateText(one.day, null)] : []));
    return dates.length === heads.length && dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? '')) ? [dates] : [];
  });
  const close = readings.filter((dates) => dates.every((date, index) => index === 0 || date <= addDays(dates[index - 1] ?? '', 7)));
  const chosen = close.length === 1 ? close[0] : readings.length === 1 ? readings[0] : undefined;
  return chosen ?? null;
}

const weekHead =
  /^(?:(20\d{2})\s?[-/. ]?\s?)?(?:w|wk|week|kw|cw|woche|semaine|sem|semana|settimana|sett|tydzien|tyg|vecka|v|hafta)\.?\s?-?(\d{1,2})(?:\s?[-/. ]\s?(20\d{2}))?$/u;

function weeks(heads: readonly string[], near: number | null): string[] | 'year-missing' | null {
  const found = heads.map((head) => weekHead.exec(fold(head)));
  if (found.some((match) => match === null)) return null;
  const dates: string[] = [];
  for (const match of found) {
    const written = match?.[1] ?? match?.[3];
    const year = written === undefined ? near : Number(written);
    const week = Number(match?.[2]);
    if (year === null) return 'year-missing';
    const monday = mondayOf(year, week);
    if (monday === null) return null;
    dates.push(monday);
  }
  return new Set(dates).size === dates.length ? dates : null;
}

/** The Monday of an ISO week; null when the year has no such week. */
export function mondayOf(year: number, week: number): string | null {
  const fourth = isoDate(year, 1, 4);
  const monday = addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7);
  const thursday = addDays(monday, 3);
  return week >= 1 && Number(thursday.slice(0, 4)) === year ? monday : null;
}

// A whole month of numbers, or a run that begins with 1 and leaves nothing out.
function dayNumbers(heads: readonly string[], month: string | null): string[] | 'year-missing' | null {
  if (!isDayNumbers(heads)) return null;
  if (month === null) return 'year-missing';
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const length = daysInMonth(year, number);
  return heads.length > length ? null : heads.map((_, index) => isoDate(year, number, index + 1));
}

function isDayNumbers(heads: readonly string[]): boolean {
  return heads.length >= 28 && heads.every((head, index) => head.replace(/\.$/u, '') === String(index + 1) || head === String(index + 1).padStart(2, '0'));
}
