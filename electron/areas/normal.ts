/** What is normal: the mean of the eight weeks before the last seven days. Every area's exceptions compare with it the same way. */
import { addDays } from '../../shared/kit/iso-date.ts';
import type { DayRange } from '../../shared/kit/period.ts';

const weeks = 9;

/** Nine spans of seven days, oldest first; the last ends at the as-of day. */
export function sevenDaySpans(asOf: string): DayRange[] {
  return Array.from({ length: weeks }, (_, index) => {
    const to = addDays(asOf, -7 * (weeks - 1 - index));
    return { from: addDays(to, -6), to };
  });
}

export interface Unusual {
  value: number;
  normal: number;
  /** How many spans in a row, the last included, are above the limit. */
  weeks: number;
}

/**
 * The last value when it exceeds `times` the normal and lies at least `least` above it; null otherwise, or without a history of four
 * spans. The normal is the mean of the values before; for ratios give the ratio of their sums.
 */
export function unusual(values: readonly number[], limit: { times: number; least: number; normal?: number }): Unusual | null {
  const before = values.slice(0, -1);
  const value = values.at(-1);
  if (value === undefined || before.filter((one) => one > 0).length < 4) return null;
  const normal = limit.normal ?? before.reduce((sum, one) => sum + one, 0) / before.length;
  const isAbove = (one: number): boolean => one > normal * limit.times && one - normal >= limit.least;
  if (!isAbove(value)) return null;
  const lastNormal = values.findLastIndex((one) => !isAbove(one));
  return { value, normal, weeks: values.length - 1 - lastNormal };
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return `${String(count)}th`;
  const endings = ['th', 'st', 'nd', 'rd'];
  return `${String(count)}${endings[count % 10] ?? 'th'}`;
}
