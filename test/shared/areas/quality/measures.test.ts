/** Control charts against published examples, and against a second, plainer calculation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagesChart,
  capability,
  countChart,
  individualsChart,
  shareChart,
  signalsOf,
  standardDeviation,
  type Signal,
} from '../../../../shared/areas/quality/measures.ts';
import { sampleByDigest, sampleBytes, samplesPresent } from '../../../support/samples.ts';

const rule = (found: readonly Signal[], wanted: number): number[] => found.filter((signal) => signal.rule === wanted).map(({ index }) => index);

describe('published examples', () => {
  it('NIST 6.3.2.2, individuals', () => {
    const chart = individualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(chart.center).toBeCloseTo(50.81, 10);
    expect(chart.range?.center).toBeCloseTo(1.8778, 4);
    expect(chart.ucl).toBeCloseTo(55.8041, 4);
    expect(chart.lcl).toBeCloseTo(45.8159, 4);
    expect(chart.signals).toEqual([]);
  });

  it('NIST 6.3.3.2, share defective', () => {
    const defective = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
    const chart = shareChart(defective.map((count) => ({ size: 50, defective: count })));
    expect(chart.center).toBeCloseTo(0.2313, 4);
    expect(chart.ucl).toBeCloseTo(0.4102, 4);
    expect(chart.lcl).toBeCloseTo(0.0524, 4);
    expect(rule(chart.signals, 1)).toEqual([14, 22]);
  });

  it('NIST 6.1.6, capability', () => {
    const spec = { lower: 8, upper: 20, target: 14 };
    const values = [14, 16, 18];
    const found = capability(values, spec, { sigmaWithin: 2, signals: [] });
    expect(found).toMatchObject({ count: 3, mean: 16, sigmaOverall: 2, cp: 1, isStable: true });
    expect(found?.cpk).toBeCloseTo(0.6667, 4);
    expect(found?.cpm).toBeCloseTo(0.7071, 4);
    expect(capability(values, { lower: null, upper: 20, target: null }, { sigmaWithin: 2, signals: [{ index: 0, rule: 1 }] })).toMatchObject({
      cp: null,
      pp: null,
      cpm: null,
      isStable: false,
    });
  });

  it('Montgomery, flow width: means and ranges of five', () => {
    const half = 0.32521 / 2;
    const group = [1.5056 - half, 1.5056, 1.5056, 1.5056, 1.5056 + half];
    const chart = averagesChart([group, group, group]);
    expect(chart?.ucl).toBeCloseTo(1.69325, 5);
    expect(chart?.lcl).toBeCloseTo(1.31795, 5);
    expect(chart?.range?.ucl).toBeCloseTo(0.68749, 5);
  });

  it('Montgomery 6-1, share defective that can’t go below zero', () => {
    const counts = Array.from({ length: 20 }, (_, index) => ({ size: 100, defective: index === 11 ? 15 : index < 7 ? 6 : 5 }));
    expect(counts.reduce((sum, { defective }) => sum + defective, 0)).toBe(117);
    const chart = shareChart(counts);
    expect(chart.center).toBeCloseTo(0.0585, 10);
    expect(chart.ucl).toBeCloseTo(0.1289, 4);
    expect(chart.lcl).toBe(0);
    expect(rule(chart.signals, 1)).toEqual([11]);
  });

  it.skipIf(!samplesPresent)('NIST heat flow meter: mean and deviation', () => {
    const lines = sampleBytes(sampleByDigest('2c4fac895d06').path).toString('latin1').split('\n');
    const values = lines.slice(25).flatMap((line) => (line.trim() === '' ? [] : [Number(line)]));
    expect(values).toHaveLength(195);
    expect(individualsChart(values).center).toBeCloseTo(9.261461, 6);
    expect(standardDeviation(values)).toBeCloseTo(0.0227888, 7);
  });
});

describe('rules', () => {
  it.each<[number, string, number[], number[]]>([
    [1, 'beyond three sigma; on the limit is inside', [0, 3, 3.01, -3.2], [2, 3]],
    [2, 'nine on one side; on the center breaks the run', [...Array<number>(9).fill(0.1), 0.1, 0, ...Array<number>(9).fill(-0.1)], [8, 9, 19]],
    [3, 'six rising or falling', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1, 0], [5, 11]],
    [4, 'fourteen alternating', Array.from({ length: 15 }, (_, index) => (index % 2 === 0 ? 0.2 : -0.2)), [13, 14]],
    [5, 'two of three beyond two sigma on one side', [2.1, 0, 2.1, -2.1, 0, 0, 2, 2.1], [2]],
    [6, 'four of five beyond one sigma on one side', [1.1, 1.2, 0, 1.1, 1.3, -1.5], [4]],
    [7, 'fifteen within one sigma', Array.from({ length: 16 }, (_, index) => (index % 3) - 1), [14, 15]],
    [8, 'eight beyond one sigma on either side', [1.1, -1.2, 1.1, -1.2, 1.1, -1.2, 1.1, -1.2, 1], [7]],
  ])('%i: %s', (which, _name, z, found) => expect(rule(signalsOf(z, 8), which)).toEqual(found));

  it('keeps to the first four for counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }), (defects) =>
        countChart(defects.map((defective) => ({ size: 100, defective }))).signals.every((signal) => signal.rule <= 4),
      ),
    );
  });
});

describe('limits', () => {
  it('agree with a plainer calculation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 2, maxLength: 50 }), (values) => {
        const chart = individualsChart(values);
        const sum = values.reduce((a, b) => a + b, 0);
        let moved = 0;
        for (let index = 1; index < values.length; index += 1) moved += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0));
        expect(chart.center).toBeCloseTo(sum / values.length, 6);
        expect((chart.ucl ?? 0) - (chart.lcl ?? 0)).toBeCloseTo((6 * (moved / (values.length - 1))) / 1.128, 6);
      }),
    );
  });

  it('step with the size of the sample, and are none where nothing was looked at', () => {
    const chart = shareChart([
      { size: 100, defective: 5 },
      { size: 0, defective: 0 },
      { size: 25, defective: 1 },
    ]);
    expect(chart).toMatchObject({ ucl: null, lcl: null, center: 6 / 125 });
    expect(chart.points).toHaveLength(2);
    expect(chart.points[0]?.ucl).toBeCloseTo(0.048 + 3 * Math.sqrt((0.048 * 0.952) / 100), 12);
    expect(chart.points[1]?.ucl).toBeCloseTo(0.048 + 3 * Math.sqrt((0.048 * 0.952) / 25), 12);
    expect(shareChart([{ size: 0, defective: 0 }])).toMatchObject({ points: [], center: null });
  });

  it('need something that varies', () => {
    expect(individualsChart([])).toMatchObject({ points: [], center: null, sigmaWithin: null });
    expect(individualsChart([5])).toMatchObject({ center: 5, range: null, sigmaWithin: null, signals: [] });
    expect(individualsChart([5, 5, 5]).signals.filter((signal) => signal.rule === 1)).toEqual([]);
    expect(
      averagesChart([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toBeNull();
    expect(averagesChart([[1], [2]])).toBeNull();
    expect(capability([], { lower: 1, upper: 2, target: null }, { sigmaWithin: 1, signals: [] })).toBeNull();
    expect(capability([1.5], { lower: 1, upper: 2, target: 1.5 }, { sigmaWithin: null, signals: [] })).toMatchObject({
      cp: null,
      cpk: null,
      pp: null,
      cpm: null,
    });
  });
});
