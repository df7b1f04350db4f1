/** A range of days as the roll-ups keep it: its whole months, and the days cut off at either end. */
import { addDays, addMonths, monthEnd, monthStart } from '../../shared/kit/iso-date.ts';
import type { DayRange } from '../../shared/kit/period.ts';

/** What one query reads. `from` and `to` are ISO days, or months ("2026-10"), as `grain` says. */
export interface Piece {
  grain: 'day' | 'month';
  from: string;
  to: string;
}

/** Days, months and days again, in order and without overlap; at most three pieces. */
export function piecesOf(range: DayRange): Piece[] {
  const first = range.from === monthStart(range.from) ? range.from : addMonths(monthStart(range.from), 1);
  const last = range.to === monthEnd(range.to) ? range.to : addDays(monthStart(range.to), -1);
  if (first > last) return [daysOf(range)];
  return [
    ...(range.from < first ? [daysOf({ from: range.from, to: addDays(first, -1) })] : []),
    { grain: 'month', from: first.slice(0, 7), to: last.slice(0, 7) },
    ...(last < range.to ? [daysOf({ from: addDays(last, 1), to: range.to })] : []),
  ];
}

/** The whole range by its days. */
export function daysOf({ from, to }: DayRange): Piece {
  return { grain: 'day', from, to };
}
