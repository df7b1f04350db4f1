import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingsPoints } from '../../../../shared/areas/readings/datasets.ts';
import { readingFigures } from '../../../../shared/areas/readings/measures.ts';
import { behind } from '../../../../electron/areas/readings/trace.ts';
import { totalsBy, type ReadingGroup } from '../../../../electron/areas/readings/store.ts';
import { commitFacts, freshStore } from '../../../support/store.ts';

interface Point {
  tag: string;
  time: string;
  value: number | null;
}

const point: fc.Arbitrary<Point> = fc.record({
  tag: fc.constantFrom('kWh', 'bar'),
  time: fc.tuple(fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-02'), fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30')).map(([day, hour, minute]) => `${day}T${String(hour).padStart(2, '0')}:${minute}:00`),
  value: fc.option(fc.integer({ min: -500, max: 500 }), { freq: 5 }),
});
const cut: Record<ReadingGroup, number> = { hour: 13, day: 10, month: 7 };

// The naive way: a loop over the points as they went in.
function naive(points: Point[], by: ReadingGroup, divideBy: (values: number[]) => number) {
  const groups = new Map<string, Point[]>();
  for (const entry of points.filter((candidate) => candidate.tag === 'kWh' && candidate.time >= '2026-01-31' && candidate.time < '2026-02-02')) {
    const key = entry.time.slice(0, cut[by]).replace('T', ' ');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const values = group.flatMap((entry) => (entry.value === null ? [] : [entry.value]));
      const sum = values.length > 0 ? values.reduce((a, b) => a + b, 0) : null;
      const mean = sum === null ? null : sum / divideBy(values);
      return { key, count: values.length, sum, mean, min: values.length > 0 ? Math.min(...values) : null, max: values.length > 0 ? Math.max(...values) : null };
    });
}

function differing(wrong: boolean): number {
  let differences = 0;
  fc.assert(
    fc.property(fc.uniqueArray(point, { minLength: 5, maxLength: 40, selector: (entry) => `${entry.tag}${entry.time}` }), (points) => {
      const { db } = freshStore();
      commitFacts(db, readingsPoints, points.map((entry) => ({ ...entry, fold: 0 })));
      for (const by of ['hour', 'day', 'month'] as const) {
        const found = totalsBy(db, { plant: 'MAIN', tag: 'kWh', from: '2026-01-31', to: '2026-02-01' }, by).map(({ key, ...totals }) => ({ key, ...readingFigures(totals) }));
        const expected = naive(points, by, (values) => values.length + (wrong ? 1 : 0));
        if (JSON.stringify(found) !== JSON.stringify(expected)) differences += 1;
      }
    }),
    { numRuns: 25 },
  );
  return differences;
}

it('equals a loop over the points by hour, day and month', () => {
  expect(differing(false)).toBe(0);
});

it('would notice another denominator (positive control)', () => {
  expect(differing(true)).toBeGreaterThan(0);
});

it('follows a day to its readings', () => {
  const { db } = freshStore();
  commitFacts(db, readingsPoints, [
    { tag: 'kWh', time: '2026-02-01T00:15:00', fold: 0, value: 3 },
    { tag: 'kWh', time: '2026-02-01T00:30:00', fold: 0, value: 5 },
    { tag: 'bar', time: '2026-02-01T00:30:00', fold: 0, value: 9 },
  ]);
  const found = behind(db, { procedure: 'readings.summary', input: { tag: 'kWh', by: 'day', from: '2026-02-01', to: '2026-02-28' }, key: '2026-02-01', field: 'sum' });
  expect(found).toMatchObject({ formula: 'mean = sum 8 ÷ 2 readings = 4', total: 2, facts: [{ value: 3 }, { value: 5 }] });
});
