/** Readings formulas: sum, mean, least and greatest of what was read. */
import { ratio } from '../../kit/ratio.ts';

export interface ReadingTotals {
  /** Readings with a value. */
  count: number;
  /** In the tag's own unit; null when no reading has a value. */
  sum: number | null;
  min: number | null;
  max: number | null;
}

export interface ReadingFigures extends ReadingTotals {
  mean: number | null;
}

/** Sum ÷ number of readings with a value. In the tag's unit; null without one. */
export function mean(t: ReadingTotals): number | null {
  return ratio(t.sum, t.count);
}

export function readingFigures(t: ReadingTotals): ReadingFigures {
  return { ...t, mean: mean(t) };
}
