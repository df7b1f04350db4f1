/** Staffing formulas. They take totals of hours (integer milliseconds) and divide last; null is “not defined”. */
import { ratio, sumKnown } from '../../kit/ratio.ts';
import { toMajor } from '../../kit/money.ts';

export interface StaffingTotals {
  plannedMs: number | null;
  regularMs: number | null;
  overtimeMs: number | null;
  absenceMs: number | null;
  laborCostMinor: number | null;
}

export const noHours: StaffingTotals = { plannedMs: null, regularMs: null, overtimeMs: null, absenceMs: null, laborCostMinor: null };

/** The figures of one group as `staffing.summary` returns them: hours, ratios 0–1, major currency units. */
export interface StaffingFigures {
  plannedHours: number | null;
  presentHours: number | null;
  absenceHours: number | null;
  regularHours: number | null;
  overtimeHours: number | null;
  overtimeRatio: number | null;
  absenceRatio: number | null;
  laborCost: number | null;
}

const hourMs = 3_600_000;

/** Hours worked: regular and overtime together, in ms. */
export function presentMs(t: StaffingTotals): number | null {
  return sumKnown([t.regularMs, t.overtimeMs]);
}

/** Hours usually worked, in ms: as planned, else regular and absent hours together. Null when neither plan nor regular hours are known. */
export function scheduledMs(t: StaffingTotals): number | null {
  if (t.plannedMs !== null) return t.plannedMs;
  return t.regularMs === null ? null : t.regularMs + (t.absenceMs ?? 0);
}

/** Overtime ÷ regular hours. Ratio; the denominator is regular, not total hours. */
export function overtimeRatio(t: StaffingTotals): number | null {
  return ratio(t.overtimeMs, t.regularMs);
}

/** Hours absent ÷ hours usually worked. Ratio 0–1. Source: BLS lost-worktime rate. */
export function absenceRatio(t: StaffingTotals): number | null {
  return ratio(t.absenceMs, scheduledMs(t));
}

/** Milliseconds as hours. */
export function hours(ms: number | null): number | null {
  return ms === null ? null : ms / hourMs;
}

/** Every figure of one group, in the wire's units. */
export function staffingFigures(t: StaffingTotals, minorDigits: number): StaffingFigures {
  return {
    plannedHours: hours(t.plannedMs),
    presentHours: hours(presentMs(t)),
    absenceHours: hours(t.absenceMs),
    regularHours: hours(t.regularMs),
    overtimeHours: hours(t.overtimeMs),
    overtimeRatio: overtimeRatio(t),
    absenceRatio: absenceRatio(t),
    laborCost: t.laborCostMinor === null ? null : toMajor(t.laborCostMinor, minorDigits),
  };
}
