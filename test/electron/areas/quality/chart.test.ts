/** The chart procedure over a real store: order, subgroups, limits of the specification, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { qualityRouter } from '../../../../electron/areas/quality/router.ts';
import { callerFactory } from '../../../../electron/core/procedures.ts';
import { qualityInspections, qualityMeasurements } from '../../../../shared/areas/quality/datasets.ts';
import { commitFacts, freshStore } from '../../../support/store.ts';
import { contextOf } from '../production/context.ts';

const call = callerFactory(qualityRouter);
const range = { from: '2026-01-01', to: '2026-01-31' };
const heights = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

const measured = (value: number, index: number, more: Record<string, string | number> = {}): Record<string, string | number | null> => ({
  characteristic: 'Height',
  timestamp: `2026-01-13T06:${String(index).padStart(2, '0')}:00`,
  value,
  ...more,
});

describe('quality.chart', () => {
  it('draws individuals in the order of time, whatever the order of the file, with their capability', async () => {
    const { db } = freshStore();
    const rows = heights.map((value, index) => measured(value, index, { lowerLimit: 40, upperLimit: 60, target: 50 }));
    commitFacts(db, qualityMeasurements, [...rows].reverse());
    commitFacts(db, qualityMeasurements, [
      { ...measured(99, 1), timestamp: '2026-02-01T00:00:00' },
      { ...measured(77, 2), characteristic: 'Width' },
    ]);
    const chart = await call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'Height', kind: 'i-mr' });
    expect(chart.points.map(({ value }) => value)).toEqual(heights);
    expect(chart.points[0]?.key).toBe('2026-01-13T06:00:00');
    expect(chart.ucl).toBeCloseTo(55.8041, 4);
    expect(chart.capability).toMatchObject({ count: 10, lower: 40, upper: 60, target: 50, isStable: true });
    expect(chart.capability?.cp).toBeCloseTo(20 / (6 * (1.877777777777778 / 1.128)), 10);
  });

  it('takes the newest of two files, and the last moment of the last day', async () => {
    const { db } = freshStore();
    commitFacts(db, qualityMeasurements, [measured(1, 1)]);
    commitFacts(db, qualityMeasurements, [measured(2, 1), { ...measured(3, 2), timestamp: '2026-01-31T23:59:59' }]);
    const chart = await call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'Height', kind: 'i-mr' });
    expect(chart.points.map(({ value }) => value)).toEqual([2, 3]);
  });

  it('groups by sample, and refuses groups of different size', async () => {
    const { db } = freshStore();
    commitFacts(
      db,
      qualityMeasurements,
      [1, 3, 2, 4, 3, 5].map((value, index) => measured(value, index, { sample: String(Math.floor(index / 2) + 1) })),
    );
    const chart = await call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'Height', kind: 'xbar-r' });
    expect(chart.points.map(({ key, value, range: spread }) => [key, value, spread])).toEqual([
      ['1', 2, 2],
      ['2', 3, 2],
      ['3', 4, 2],
    ]);
    expect(chart.ucl).toBeCloseTo(3 + 1.88 * 2, 10);
    commitFacts(db, qualityMeasurements, [measured(9, 9, { sample: '4' })]);
    await expect(call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'Height', kind: 'xbar-r' })).rejects.toThrow(
      /one size from 2 to 10, found 1, 2/u,
    );
  });

  it('counts defectives, and refuses what a p or c chart can’t say', async () => {
    const { db } = freshStore();
    const inspected = (day: number, size: number, defective: number): Record<string, string | number> => ({
      date: `2026-01-${String(day)}`,
      characteristic: 'dent',
      inspected: size,
      defective,
    });
    commitFacts(db, qualityInspections, [inspected(14, 50, 10), inspected(13, 50, 5), inspected(15, 0, 0)]);
    const share = await call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'dent', kind: 'p' });
    expect(share).toMatchObject({ center: 0.15, capability: null });
    expect(share.points.map(({ value }) => value)).toEqual([0.1, 0.2]);
    expect(await call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'dent', kind: 'c' })).toMatchObject({ center: 7.5 });
    commitFacts(db, qualityInspections, [inspected(16, 25, 30)]);
    await expect(call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'dent', kind: 'c' })).rejects.toThrow(/choose the p chart/u);
    await expect(call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'dent', kind: 'p' })).rejects.toThrow(
      /at most 25 defective units, found 30/u,
    );
  });

  it('answers nothing where nothing was measured', async () => {
    const { db } = freshStore();
    expect(await call(contextOf(db, '2026-01-31')).chart({ ...range, characteristic: 'none', kind: 'i-mr' })).toMatchObject({
      points: [],
      center: null,
      ucl: null,
      signals: [],
      capability: null,
    });
  });
});
