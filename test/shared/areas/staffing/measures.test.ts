import { describe, expect, it } from 'vitest';
import {
  absenceRatio,
  noHours,
  overtimeRatio,
  presentMs,
  scheduledMs,
  staffingFigures,
  type StaffingTotals,
} from '../../../../shared/areas/staffing/measures.ts';

const hour = 3_600_000;
const week: StaffingTotals = { plannedMs: 400 * hour, regularMs: 380 * hour, overtimeMs: 19 * hour, absenceMs: 16 * hour, laborCostMinor: 1_234_567 };

type Formulas = { overtimeRatio: typeof overtimeRatio; absenceRatio: typeof absenceRatio; presentMs: typeof presentMs };

/** The known answers a set of formulas misses. */
function misses(formulas: Formulas): string[] {
  const cases: [string, number | null, number | null][] = [
    ['overtime on regular', formulas.overtimeRatio(week), 19 / 380],
    ['absence on planned', formulas.absenceRatio(week), 16 / 400],
    ['absence on regular and absent', formulas.absenceRatio({ ...week, plannedMs: null }), 16 / 396],
    ['present', formulas.presentMs(week), 399 * hour],
    ['no regular hours', formulas.overtimeRatio({ ...week, regularMs: 0 }), null],
    ['only absence known', formulas.absenceRatio({ ...noHours, absenceMs: 8 * hour }), null],
  ];
  return cases
    .filter(([, found, expected]) => found !== expected && !(found !== null && expected !== null && Math.abs(found - expected) < 1e-12))
    .map(([name]) => name);
}

describe('staffing formulas', () => {
  it('give the known answers, and a changed formula misses one', () => {
    const right = { overtimeRatio, absenceRatio, presentMs };
    expect(misses(right)).toEqual([]);
    const mutations: Partial<Formulas>[] = [
      { overtimeRatio: (t) => (t.overtimeMs ?? 0) / ((t.regularMs ?? 0) + (t.overtimeMs ?? 0)) },
      { overtimeRatio: (t) => (t.overtimeMs ?? 0) / (t.regularMs ?? 1) },
      { absenceRatio: (t) => (t.absenceMs ?? 0) / (t.regularMs ?? 1) },
      { absenceRatio: (t) => (t.absenceMs ?? 0) / (t.plannedMs ?? t.regularMs ?? 1) },
      { presentMs: (t) => t.regularMs },
      { presentMs: (t) => (t.regularMs ?? 0) + (t.overtimeMs ?? 0) + (t.absenceMs ?? 0) },
    ];
    for (const mutation of mutations) expect(misses({ ...right, ...mutation })).not.toEqual([]);
  });

  it('states hours and major units, and null for what is unknown', () => {
    expect(staffingFigures(week, 2)).toEqual({
      plannedHours: 400,
      presentHours: 399,
      absenceHours: 16,
      regularHours: 380,
      overtimeHours: 19,
      overtimeRatio: 0.05,
      absenceRatio: 0.04,
      laborCost: 12_345.67,
    });
    expect(Object.values(staffingFigures(noHours, 2)).every((value) => value === null)).toBe(true);
    expect(scheduledMs({ ...noHours, regularMs: 8 * hour })).toBe(8 * hour);
    expect(staffingFigures({ ...noHours, laborCostMinor: 500 }, 0).laborCost).toBe(500);
  });
});
