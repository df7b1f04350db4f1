/** Figures of a tag over a stretch of time. Readings without a value are kept out of the count. */
import { ratio } from '../../kit/ratio.ts';

export interface ReadingTotals {
  count: number;
  /** null when no reading has a value. */
  sum: number | null;
  min: number | null;
  max: number | null;
}

export interface ReadingFigures extends ReadingTotals {
  /** Sum over count, not weighted by time. */
  mean: number | null;
}

export function readingFigures(totals: ReadingTotals): ReadingFigures {
  return { count: totals.count, sum: totals.sum, mean: ratio(totals.sum, totals.count), min: totals.min, max: totals.max };
}
