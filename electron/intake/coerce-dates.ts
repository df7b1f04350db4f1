/**
 * Dates and timestamps: one decision per column from all its values. A day over 12 settles the order; ISO, month names and Excel
 * serials need no order. What can be read both ways, with a difference, is asked and never guessed.
 */
import { dayNumberOf, fromDayNumber, isoDate, weekday } from '../../shared/kit/iso-date.ts';
import { serialParts, type Cell } from '../../shared/intake/cells.ts';
import { fold } from '../../shared/kit/fold.ts';
import { monthOfName } from './coerce-months.ts';

export type DateOrder = 'day-first' | 'month-first';

/** A text taken apart; `open` when day and month could change places. */
export interface DateParts {
  year: number;
  /** First and second number as written when `open`, else month and day. */
  first: number;
  second: number;
  open: boolean;
  /** Milliseconds into the day; null without a clock time. */
  clock: number | null;
}

export interface DateVotes {
  dayFirst: number;
  monthFirst: number;
  /** Values readable both ways with different results. */
  either: number;
  values: number;
  /** Dotted values: written day first wherever dots are used. */
  dotted: number;
}

const numeric = /^(\d{1,4})\s?([./\-\u2010\u2011\u2013 ])\s?(\d{1,2})\s?\2\s?(\d{1,4})$/u;
const compact = /^(19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/u;
const clockPattern = /^(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s?m?\.?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/u;
const dateThenClock =
  /^(.*?\d)(?:\s*[tT]\s*|\s*,\s*|\s+)(\d{1,2}[:h.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[aApP]\.?\s?[mM]\.?)?\s*(?:[zZ]|UTC|GMT|[+-]\d{2}:?\d{2})?)$/u;
const bareMidnight = 86_400_000;

/** Takes a date text apart; null when it is none. */
export function parseDateText(raw: string): DateParts | null {
  const known = parsed.get(raw);
  if (known !== undefined) return known;
  const parts = takeApart(raw);
  if (parts !== null) {
    if (parsed.size > 5_000) parsed.clear();
    parsed.set(raw, parts);
  }
  return parts;
}

// Days repeat down a column, and each is asked for several times.
const parsed = new Map<string, DateParts>();

function takeApart(raw: string): DateParts | null {
  if (raw.length < 6 || raw.length > 60 || /^-?\d{1,7}(?:[.,]\d+)?$|^-?\d*[.,]\d{3,}$/u.test(raw) || !/\d/u.test(raw)) return null;
  const text = raw.trim().replace(/\s+/gu, ' ');
  if (text.length < 6 || text.length > 48) return null;
  const timed = dateThenClock.exec(text);
  if (timed?.[1] && timed[2]) {
    const clock = parseClock(timed[2]);
    const date = clock === null ? null : parseDayText(timed[1]);
    if (date) return { ...date, clock };
  }
  const date = parseDayText(text);
  return date ? { ...date, clock: null } : null;
}

/** Milliseconds into the day of a clock text; 24:00 is the end of the day. Null when it is no clock time. */
export function parseClock(raw: string): number | null {
  const match = clockPattern.exec(raw.trim().toLowerCase());
  if (!match) return null;
  let hours = Number(match[1]);
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  const half = match[5];
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  if (minutes > 59 || seconds > 59 || hours > 24 || (hours === 24 && minutes + seconds > 0)) return null;
  const fraction = Math.floor(Number(`0.${match[4] ?? '0'}`) * 1000);
  return hours * 3_600_000 + minutes * 60_000 + seconds * 1_000 + fraction;
}

type Day = Omit<DateParts, 'clock'>;

function parseDayText(raw: string): Day | null {
  const text = raw.trim().replace(/[,]$/u, '');
  const match = numeric.exec(text);
  if (match) return numericDay(text, [match[1] ?? '', match[3] ?? '', match[4] ?? '']);
  const weekdayFirst = /^(\p{L}{2,10})[.,]*\s+(\d{1,2})([./-])(\d{1,2})\3(\d{4}|\d{2})$/u.exec(text);
  if (weekdayFirst)
    return ofWeekday(
      fold(weekdayFirst[1] ?? ''),
      numericDay(text.replace(/^\S+\s+/u, ''), [weekdayFirst[2] ?? '', weekdayFirst[4] ?? '', weekdayFirst[5] ?? '']),
    );
  const packed = compact.exec(text);
  if (packed) return settled(Number(text.slice(0, 4)), Number(packed[3]), Number(packed[4]));
  return namedDay(text);
}

function numericDay(text: string, [a, b, c]: readonly [string, string, string]): Day | null {
  if (a.length === 4) return settled(Number(a), Number(b), Number(c));
  if (c.length === 3 || a.length > 2) return null;
  if (c.length === 1) return null;
  if (c.length === 2 && text.includes(' ')) return null;
  const year = c.length === 4 ? Number(c) : fullYear(Number(c));
  const [first, second] = [Number(a), Number(b)];
  if (!isDay(year, second, first) && !isDay(year, first, second)) return null;
  return { year, first, second, open: true };
}

const englishWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

// “Mon 05/01/26”: the weekday settles the order where only one of the two readings falls on it. Null when none does.
function ofWeekday(word: string, day: Day | null): Day | null {
  if (!day || !weekdays.has(word.slice(0, 2))) return null;
  const wanted = englishWeekdays.indexOf(word.slice(0, 3)) + 1;
  if (wanted === 0 || (word.length > 3 && !/day$/u.test(word))) return day;
  const readings = [settled(day.year, day.first, day.second), settled(day.year, day.second, day.first)];
  const right = readings.flatMap((one) => (one && weekday(isoDate(one.year, one.first, one.second)) === wanted ? [one] : []));
  return right.length === 2 ? day : (right[0] ?? null);
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= (month === 2 && !leap ? 28 : (monthDays[month - 1] ?? 0));
}

/** Two-digit years: 70–99 are 1970–1999, the rest 2000–2069. */
function fullYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function settled(year: number, month: number, day: number): Day | null {
  if (dayNumberOf(year, month, day) === null) return null;
  return { year, first: month, second: day, open: false };
}

function namedDay(text: string): Day | null {
  if (!/\p{L}{3}/u.test(text)) return null;
  const tokens = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
  let month: number | null = null;
  const numbers: string[] = [];
  for (const token of tokens) {
    const digits = /^(\d{1,4})(st|nd|rd|th|er|e|o|a)?$/u.exec(token);
    if (digits?.[1]) numbers.push(digits[1]);
    else {
      const found = monthOfName(token);
      if (found !== null && month === null) month = found;
      else if (!fillers.has(token) && !weekdays.has(token.slice(0, 2))) return null;
    }
  }
  if (month === null || numbers.length !== 2) return null;
  const [a = '', b = ''] = numbers;
  if (a.length === 4) return settled(Number(a), month, Number(b));
  if (a.length > 2 || b.length === 3 || b.length === 1) return null;
  return settled(b.length === 4 ? Number(b) : fullYear(Number(b)), month, Number(a));
}

const fillers = new Set(['de', 'del', 'of', 'the', 'di', 'van', 'den', 'r', 'roku']);
const weekdays = new Set([
  'mo',
  'tu',
  'we',
  'th',
  'fr',
  'sa',
  'su',
  'di',
  'mi',
  'do',
  'so',
  'lu',
  'ma',
  'me',
  'je',
  've',
  'mi',
  'ju',
  'vi',
  'se',
  'te',
  'qu',
  'gi',
  'wo',
  'za',
  'zo',
  'vr',
  'po',
  'wt',
  'sr',
  'cz',
  'pi',
  'ni',
  'on',
  'to',
  'lo',
  'pa',
  'pt',
  'ca',
  'pe',
]);

/** Counts what a column's texts say about the order. */
export function countVotes(texts: Iterable<string>): DateVotes {
  const votes: DateVotes = { dayFirst: 0, monthFirst: 0, either: 0, values: 0, dotted: 0 };
  for (const text of texts) addVote(votes, text);
  return votes;
}

export function addVote(votes: DateVotes, text: string): void {
  const parts = parseDateText(text);
  if (!parts) return;
  votes.values += 1;
  if (!parts.open) return;
  if (/^\d{1,2}\.\d{1,2}\./u.test(text.trim())) votes.dotted += 1;
  if (parts.first > 12) votes.dayFirst += 1;
  else if (parts.second > 12) votes.monthFirst += 1;
  else if (parts.first !== parts.second) votes.either += 1;
}

/** What a column's own values settle; `null` order with `ask` means both readings are possible and differ. */
export function decideOrder(votes: DateVotes): { order: DateOrder | null; ask: boolean; note: string | null } {
  const open = `${String(votes.values)} values`;
  if (votes.dayFirst > 0 && votes.monthFirst > 0) {
    return votes.dayFirst >= votes.monthFirst * 10
      ? { order: 'day-first', ask: false, note: `day first: ${String(votes.dayFirst)} of ${open} have a day over 12; ${String(votes.monthFirst)} do not fit` }
      : votes.monthFirst >= votes.dayFirst * 10
        ? {
            order: 'month-first',
            ask: false,
            note: `month first: ${String(votes.monthFirst)} of ${open} have a day over 12; ${String(votes.dayFirst)} do not fit`,
          }
        : { order: null, ask: true, note: 'some values read day first, others month first' };
  }
  if (votes.dayFirst > 0) return { order: 'day-first', ask: false, note: `day first: ${String(votes.dayFirst)} of ${open} have a day over 12` };
  if (votes.monthFirst > 0) return { order: 'month-first', ask: false, note: `month first: ${String(votes.monthFirst)} of ${open} have a day over 12` };
  if (votes.either === 0) return { order: null, ask: false, note: null };
  if (votes.dotted === votes.either || votes.dotted > 0) return { order: 'day-first', ask: false, note: 'day first: dates with dots are written that way' };
  return { order: null, ask: true, note: 'day or month first: no value has a day over 12' };
}

/** The ISO day (and clock milliseconds) of parts; null when there is no such day in this order. */
export function resolveDate(parts: DateParts, order: DateOrder | null): { day: number; clock: number | null } | null {
  const [month, day] = !parts.open ? [parts.first, parts.second] : order === 'month-first' ? [parts.first, parts.second] : [parts.second, parts.first];
  const number = dayNumberOf(parts.year, month, day);
  return number === null ? null : { day: number, clock: parts.clock };
}

/** A cell as a day number and clock; null when it is no date in this order. */
export function readDate(cell: Cell, order: DateOrder | null): { day: number; clock: number | null } | null {
  if (typeof cell === 'string') {
    const parts = parseDateText(cell);
    return parts ? resolveDate(parts, order) : null;
  }
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 19_000_101 && cell <= 20_991_231) {
    const parts = parseDateText(String(cell));
    return parts ? resolveDate(parts, order) : null;
  }
  if (cell !== null && typeof cell === 'object' && (cell.kind === 'date' || cell.kind === 'datetime')) {
    const { day, seconds } = serialParts(cell.value);
    return { day, clock: cell.kind === 'date' && seconds === 0 ? null : seconds * 1_000 };
  }
  return null;
}

/** The day number of CYYDDD: century from 1900, year, day of the year; 126001 is 1 January 2026. Null when it is none. */
export function readJulian(text: string): number | null {
  const match = /^([0-2]?)(\d{2})(\d{3})$/u.exec(text);
  if (!match) return null;
  const first = dayNumberOf(1900 + Number(match[1] ?? 0) * 100 + Number(match[2]), 1, 1);
  const next = dayNumberOf(1901 + Number(match[1] ?? 0) * 100 + Number(match[2]), 1, 1);
  const day = Number(match[3]);
  return first === null || next === null || day < 1 || first + day - 1 >= next ? null : first + day - 1;
}

/** "2026-10-31". */
export function dateText(day: number, clock: number | null): string {
  return dayText(clock === bareMidnight ? day + 1 : day);
}

const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = fromDayNumber(day);
    dayTexts.set(day, text);
  }
  return text;
}

/** "2026-10-31T06:00:00", local as written; a bare day is its midnight. */
export function timestampText(day: number, clock: number | null): string {
  const ms = clock ?? 0;
  const date = dayText(ms === bareMidnight ? day + 1 : day);
  const seconds = Math.floor((ms === bareMidnight ? 0 : ms) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The first day of the month a period text names: 2026-03, 03/2026, 2026-P03, P03.2026, Mar 2026, 202603. Null when it names none. */
export function periodStart(raw: string): string | null {
  const text = fold(raw.trim()).replace(/\s+/gu, ' ');
  const yearFirst = /^(\d{4})\s?[-/. ]?\s?[pm]?\s?0?(\d{1,2})$/u.exec(text);
  if (yearFirst) return monthDay(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = /^[pm]?\s?0?(\d{1,2})\s?[-/. ]\s?(\d{4})$/u.exec(text);
  if (monthFirst) return monthDay(Number(monthFirst[2]), Number(monthFirst[1]));
  const named = /^(\p{L}{3,})\.?[ \-/.']*(\d{4}|\d{2})$/u.exec(text);
  if (named?.[1] && named[2]) {
    const month = monthOfName(named[1]);
    return month === null ? null : monthDay(named[2].length === 4 ? Number(named[2]) : fullYear(Number(named[2])), month);
  }
  const nameLast = /^(\d{4})[ \-/.]*(\p{L}{3,})\.?$/u.exec(text);
  if (nameLast?.[1] && nameLast[2]) {
    const month = monthOfName(nameLast[2]);
    return month === null ? null : monthDay(Number(nameLast[1]), month);
  }
  return null;
}

function monthDay(year: number, month: number): string | null {
  if (month < 1 || month > 12 || year < 1900 || year > 2099) return null;
  return isoDate(year, month, 1);
}
