/** A range as whole months, which the roll-ups hold, and the days of the months it cuts. */
import { addDays, addMonths, monthEnd, monthStart } from '../../../shared/kit/iso-date.ts';
import type { DayRange } from '../../../shared/kit/period.ts';

export interface Pieces {
  /** "2026-01" … "2026-10"; null where no month is whole. */
  months: { first: string; last: string } | null;
  days: DayRange[];
}

export function piecesOf({ from, to }: DayRange): Pieces {
  const first = from === monthStart(from) ? from : addMonths(monthStart(from), 1);
  const last = to === monthEnd(to) ? monthStart(to) : addMonths(monthStart(to), -1);
  if (first > last) return { months: null, days: [{ from, to }] };
  const head = from < first ? [{ from, to: addDays(first, -1) }] : [];
  const tail = to > monthEnd(last) ? [{ from: addDays(monthEnd(last), 1), to }] : [];
  return { months: { first: first.slice(0, 7), last: last.slice(0, 7) }, days: [...head, ...tail] };
}
