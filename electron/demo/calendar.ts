/** Which days and shifts the demo plant works, and how far its story has come on a day. */
import { addDays, addMonths, daysBetween, monthEnd, monthStart, parts, weekday, type IsoDate } from '../../shared/kit/iso-date.ts';
import type { DemoInputs, Line } from './inputs.ts';

export function daysFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** First days of the months a range touches. */
export function monthsFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const months: IsoDate[] = [];
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function daysOfMonth(month: IsoDate): IsoDate[] {
  return daysFrom(month, monthEnd(month));
}

export function isPeak(inputs: DemoInputs, day: IsoDate): boolean {
  return inputs.story.peakMonths.includes(parts(day)[1]);
}

/** Shift codes a line works on a day: three on weekdays, one less where nights rest in low season, Saturdays in the peak. */
export function shiftsOf(inputs: DemoInputs, line: Line, day: IsoDate): string[] {
  const [early, late, night] = inputs.plant.shifts.map((shift) => shift.code);
  if (early === undefined || late === undefined || night === undefined) throw new Error('the demo plant works three shifts');
  if (inputs.plant.holidays.includes(day) || weekday(day) === 7) return [];
  if (weekday(day) === 6) return isPeak(inputs, day) ? [early, late] : [];
  return line.nightInLowSeason || isPeak(inputs, day) ? [early, late, night] : [early, late];
}

export function isWeekdayAtWork(inputs: DemoInputs, day: IsoDate): boolean {
  return weekday(day) < 6 && !inputs.plant.holidays.includes(day);
}

/** How worn the failing press is: 0 before the story, 1 at its end, slowly first. */
export function wear(inputs: DemoInputs, day: IsoDate): number {
  const { from, to } = inputs.story.failingPress;
  if (day < from) return 0;
  const share = Math.min(1, (daysBetween(from, day) + 1) / (daysBetween(from, to) + 1));
  return 0.15 + 0.85 * share * share;
}

/** Share of the heating of the coldest month. */
export function heating(month: IsoDate): number {
  return [1, 0.9, 0.65, 0.35, 0.12, 0.02, 0, 0, 0.08, 0.3, 0.6, 0.85][parts(month)[1] - 1] ?? 0;
}
