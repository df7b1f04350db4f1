import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attainment,
  availability,
  idealCycleIsWrong,
  noProduction,
  oee,
  pareto,
  performance,
  productionFigures,
  quality,
  runMs,
  scrapRatio,
  unitsPerLaborHour,
  type ProductionTotals,
} from '../../../../shared/areas/production/measures.ts';

const minute = 60_000;

interface Example {
  name: string;
  totals: ProductionTotals;
  exact: { availability: number; performance: number; quality: number; oee: number };
  /** As the source prints them, in percent. */
  printed: { availability: number; performance: number; quality: number; oee: number; decimals: number };
}

const examples: Example[] = [
  {
    name: 'O-1 Vorne shift: 480 − 60 min, stops 47, 19,271 made, 423 rejected, 1.0 s',
    totals: {
      ...noProduction,
      good: 19_271 - 423,
      scrap: 423,
      total: 19_271,
      plannedMs: 420 * minute,
      plannedWithoutRunMs: 420 * minute,
      stopWithoutRunMs: 47 * minute,
      stopMs: 47 * minute,
      idealMs: 19_271 * 1000,
    },
    exact: { availability: 373 / 420, performance: 19_271 / 60 / 373, quality: 18_848 / 19_271, oee: 18_848 / 60 / 420 },
    printed: { availability: 88.81, performance: 86.11, quality: 97.8, oee: 74.79, decimals: 2 },
  },
  {
    name: 'O-3: 960 − 60 min, 90 down, 1.5 min a unit, 525 made, 469 good',
    totals: { ...noProduction, good: 469, total: 525, plannedMs: 900 * minute, measuredRunMs: 810 * minute, idealMs: 525 * 1.5 * minute },
    exact: { availability: 0.9, performance: 787.5 / 810, quality: 469 / 525, oee: (469 * 1.5) / 900 },
    printed: { availability: 90, performance: 97.2, quality: 89.3, oee: 78.2, decimals: 1 },
  },
  {
    name: 'O-4: 420 of 480 min, 1 min a unit, 400 made, 380 good (the page multiplies rounded factors: 79.1)',
    totals: { ...noProduction, good: 380, total: 400, plannedMs: 480 * minute, measuredRunMs: 420 * minute, idealMs: 400 * minute },
    exact: { availability: 0.875, performance: 400 / 420, quality: 0.95, oee: 380 / 480 },
    printed: { availability: 87.5, performance: 95.2, quality: 95, oee: 79.2, decimals: 1 },
  },
];

type Formulas = Pick<typeof measures, 'availability' | 'performance' | 'quality' | 'oee'>;
const measures = { availability, performance, quality, oee };

/** How many of the published figures a set of formulas misses. */
function misses(formulas: Formulas): number {
  let count = 0;
  for (const { totals, exact } of examples) {
    for (const name of ['availability', 'performance', 'quality', 'oee'] as const) {
      const found = formulas[name](totals);
      if (found === null || Math.abs(found - exact[name]) > 1e-9 * exact[name]) count += 1;
    }
  }
  return count;
}

describe('OEE and its factors', () => {
  for (const { name, totals, exact, printed } of examples) {
    it(name, () => {
      for (const figure of ['availability', 'performance', 'quality', 'oee'] as const) {
        const found = measures[figure](totals) ?? NaN;
        expect(found).toBeCloseTo(exact[figure], 12);
        expect(Number((found * 100).toFixed(printed.decimals))).toBe(printed[figure]);
      }
    });
  }

  it('notices a changed formula', () => {
    expect(misses(measures)).toBe(0);
    const mutations: Partial<Formulas>[] = [
      { availability: (t) => (t.plannedMs === null ? null : t.plannedMs / (runMs(t) ?? 1)) },
      { availability: (t) => (t.plannedMs === null || t.measuredRunMs === null ? null : t.measuredRunMs / t.plannedMs) },
      { performance: (t) => Math.min(0.9, performance(t) ?? 0) },
      { performance: (t) => (t.idealMs ?? 0) / (t.plannedMs ?? 1) },
      { quality: (t) => (t.good ?? 0) / ((t.total ?? 0) + (t.scrap ?? 0)) },
      { quality: (t) => (t.total ?? 0) / (t.good ?? 1) },
      { oee: (t) => ((availability(t) ?? 0) + (performance(t) ?? 0) + (quality(t) ?? 0)) / 3 },
      { oee: (t) => (Math.round((availability(t) ?? 0) * 1000) / 1000) * (performance(t) ?? 0) * (quality(t) ?? 0) },
    ];
    for (const mutation of mutations) expect(misses({ ...measures, ...mutation })).toBeGreaterThan(0);
  });

  it('says undefined, never 0, NaN or Infinity', () => {
    expect(oee(noProduction)).toBeNull();
    const nothingPlanned: ProductionTotals = {
      ...noProduction,
      plannedMs: 0,
      measuredRunMs: 0,
      good: 0,
      total: 0,
      idealMs: 0,
      target: 0,
      credited: 0,
      laborMs: 0,
    };
    for (const value of [oee, availability, performance, quality, attainment, scrapRatio, unitsPerLaborHour].map((formula) => formula(nothingPlanned))) {
      expect(value).toBeNull();
    }
    expect(availability({ ...noProduction, plannedMs: 60, measuredRunMs: 0 })).toBe(0);
  });

  it('flags performance above 100 % and does not cap it', () => {
    const fast: ProductionTotals = { ...noProduction, measuredRunMs: 100, idealMs: 104 };
    expect(performance(fast)).toBe(1.04);
    expect(idealCycleIsWrong(fast)).toBe(true);
    expect(idealCycleIsWrong({ ...fast, idealMs: 100 })).toBe(false);
    expect(idealCycleIsWrong(noProduction)).toBe(false);
  });

  it('rolls up by sums: splitting a shift anywhere changes nothing', () => {
    const count = fc.integer({ min: 1, max: 1000 });
    const part = fc.record({ good: count, scrap: count, plannedMs: count, measuredRunMs: count, idealMs: count });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const sum = (name: keyof (typeof parts)[number]): number => parts.reduce((whole, one) => whole + one[name], 0);
        const totals = {
          ...noProduction,
          good: sum('good'),
          total: sum('good') + sum('scrap'),
          plannedMs: sum('plannedMs'),
          measuredRunMs: sum('measuredRunMs'),
          idealMs: sum('idealMs'),
        };
        const naive = (sum('good') * sum('idealMs')) / ((sum('good') + sum('scrap')) * sum('plannedMs'));
        expect(oee(totals)).toBeCloseTo(naive, 9);
      }),
    );
  });
});

describe('run time', () => {
  it('is measured, else planned − stops, and both together where some have it', () => {
    expect(runMs({ ...noProduction, measuredRunMs: 100, plannedMs: 120 })).toBe(100);
    expect(runMs({ ...noProduction, plannedWithoutRunMs: 120, stopWithoutRunMs: 20 })).toBe(100);
    expect(runMs({ ...noProduction, measuredRunMs: 100, plannedWithoutRunMs: 120, stopWithoutRunMs: 20 })).toBe(200);
    expect(runMs({ ...noProduction, plannedWithoutRunMs: 120 })).toBeNull();
    expect(runMs({ ...noProduction, stopWithoutRunMs: 20 })).toBeNull();
  });
});

describe('other figures', () => {
  it('gives no credit for over-production', () => {
    // 100 of 80 and 60 of 100: credited 80 + 60
    expect(attainment({ ...noProduction, total: 160, target: 180, credited: 140 })).toBeCloseTo(140 / 180, 12);
  });

  it('divides good units, else total units, by hours worked', () => {
    expect(unitsPerLaborHour({ ...noProduction, good: 90, total: 100, laborMs: 10 * 3_600_000 })).toBe(9);
    expect(unitsPerLaborHour({ ...noProduction, total: 100, laborMs: 10 * 3_600_000 })).toBe(10);
    expect(unitsPerLaborHour({ ...noProduction, good: 90 })).toBeNull();
  });

  it('states the wire figures in minutes', () => {
    const figures = productionFigures(examples[0]?.totals ?? noProduction);
    expect(figures).toMatchObject({ plannedMinutes: 420, runMinutes: 373, stopMinutes: 47, good: 18_848, total: 19_271, rework: null });
  });
});

describe('pareto', () => {
  it('sorts by minutes, with share and cumulative share', () => {
    const rows = pareto([
      { key: 'jam', stopMs: 30 * minute, count: 3 },
      { key: 'tool', stopMs: 60 * minute, count: 1 },
      { key: 'b', stopMs: 5 * minute, count: 1 },
      { key: 'a', stopMs: 5 * minute, count: 2 },
    ]);
    expect(rows.map((row) => row.key)).toEqual(['tool', 'jam', 'a', 'b']);
    expect(rows.map((row) => row.minutes)).toEqual([60, 30, 5, 5]);
    expect(rows.map((row) => row.share)).toEqual([0.6, 0.3, 0.05, 0.05]);
    expect(rows.map((row) => row.cumulative)).toEqual([0.6, 0.9, 0.95, 1]);
  });

  it('has no shares of nothing', () => {
    expect(pareto([])).toEqual([]);
    expect(pareto([{ key: 'jam', stopMs: 0, count: 1 }])).toEqual([{ key: 'jam', minutes: 0, count: 1, share: null, cumulative: null }]);
  });
});
