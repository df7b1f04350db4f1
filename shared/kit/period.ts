/** Ranges of days as people name them: labels, the period before, and the thirteen points of a sparkline. Pure; the as-of day comes from outside. */
import { addDays, addMonths, daysBetween, isoWeek, monthEnd, monthStart, parts, weekday, type IsoDate } from './iso-date.ts';

export interface DayRange {
  from: IsoDate;
  to: IsoDate;
}

export interface LabelledRange extends DayRange {
  label: string;
}

export type BucketKind = 'day' | 'week' | 'month';

export interface Bucket extends LabelledRange {
  /** ISO day, "2026-W44" or "2026-10": the key a summary by day, week or month gives it. */
  key: string;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The part of a period that has happened: cut at the as-of day when that lies inside. */
export function elapsed(range: DayRange, asOf: IsoDate): DayRange & { toDate: boolean } {
  const toDate = asOf >= range.from && asOf < range.to;
  return { from: range.from, to: toDate ? asOf : range.to, toDate };
}

/** "October 2026", "week 44 of 2026", "12 Nov 2026", "1–17 Nov 2026", "Jul–Sep 2026", "2026". */
export function periodLabel({ from, to }: DayRange): string {
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth] = parts(to);
  if (from === to) return dayLabel(from);
  if (isWholeMonths({ from, to })) {
    if (monthStart(from) === monthStart(to)) return `${monthName(fromMonth)} ${String(fromYear)}`;
    if (fromYear === toYear && fromMonth === 1 && toMonth === 12) return String(fromYear);
    const start = `${shortMonth(fromMonth)}${fromYear === toYear ? '' : ` ${String(fromYear)}`}`;
    return `${start}–${shortMonth(toMonth)} ${String(toYear)}`;
  }
  if (isWholeWeek({ from, to })) return `week ${String(Number(isoWeek(from).slice(6)))} of ${isoWeek(from).slice(0, 4)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${String(Number(from.slice(8)))}–${dayLabel(to)}`;
  return `${fromYear === toYear ? dayLabel(from).slice(0, -5) : dayLabel(from)} – ${dayLabel(to)}`;
}

/** "October 2026", or "November 2026 to date" when the as-of day lies inside. */
export function periodLabelAsOf(range: DayRange, asOf: IsoDate): string {
  return `${periodLabel(range)}${elapsed(range, asOf).toDate ? ' to date' : ''}`;
}

/** The period before, of the same kind; for a period to date the same number of days of it, so that sums compare. */
export function priorPeriod(range: DayRange, asOf: IsoDate): LabelledRange {
  const whole = wholePrior(range);
  const { to, toDate } = elapsed(range, asOf);
  if (!toDate) return { ...whole, label: periodLabel(whole) };
  const cut = addDays(whole.from, daysBetween(range.from, to));
  const until = cut < whole.to ? cut : whole.to;
  return { from: whole.from, to: until, label: periodLabel({ from: whole.from, to: until }) };
}

/** Days for a day, weeks for a week, else months. */
export function bucketKindOf(range: DayRange): BucketKind {
  if (range.from === range.to) return 'day';
  return isWholeWeek(range) ? 'week' : 'month';
}

/** The last `count` days, weeks or months up to the one `to` falls in, oldest first; the last ends at `to`. */
export function bucketsUpTo(to: IsoDate, kind: BucketKind, count: number): Bucket[] {
  return Array.from({ length: count }, (_, index) => bucketBefore(to, kind, count - 1 - index));
}

/** The days or months of a range, oldest first. */
export function bucketsOf(range: DayRange, kind: 'day' | 'month'): Bucket[] {
  const [fromYear, fromMonth] = parts(range.from);
  const [toYear, toMonth] = parts(range.to);
  const count = kind === 'day' ? daysBetween(range.from, range.to) + 1 : (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
  return bucketsUpTo(range.to, kind, count);
}

/** "12 Nov 2026". */
export function dayLabel(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `${String(day)} ${shortMonth(month)} ${String(year)}`;
}

function bucketBefore(to: IsoDate, kind: BucketKind, back: number): Bucket {
  switch (kind) {
    case 'day': {
      const day = addDays(to, -back);
      return { from: day, to: day, key: day, label: dayLabel(day).slice(0, -5) };
    }
    case 'week': {
      const monday = addDays(to, 1 - weekday(to) - 7 * back);
      return { from: monday, to: back === 0 ? to : addDays(monday, 6), key: isoWeek(monday), label: `W${isoWeek(monday).slice(6)}` };
    }
    case 'month': {
      const first = addMonths(monthStart(to), -back);
      return { from: first, to: back === 0 ? to : monthEnd(first), key: first.slice(0, 7), label: shortMonth(parts(first)[1]) };
    }
  }
}

function wholePrior(range: DayRange): DayRange {
  const dayBefore = addDays(range.from, -1);
  if (isWholeMonths(range)) return { from: addMonths(range.from, -bucketsOf(range, 'month').length), to: dayBefore };
  return { from: addDays(range.from, -(daysBetween(range.from, range.to) + 1)), to: dayBefore };
}

function isWholeMonths({ from, to }: DayRange): boolean {
  return from === monthStart(from) && to === monthEnd(to);
}

function isWholeWeek({ from, to }: DayRange): boolean {
  return weekday(from) === 1 && daysBetween(from, to) === 6;
}

function monthName(month: number): string {
  return months[month - 1] ?? '';
}

function shortMonth(month: number): string {
  return monthName(month).slice(0, 3);
}
