import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale, shorten, tickDecimals } from '../../../../renderer/ui/charts/scale.ts';

describe('niceScale', () => {
  it('starts columns at zero and takes round steps', () => {
    expect(niceScale([3600, 4100], 4, false)).toEqual({ low: 0, high: 5000, ticks: [0, 1000, 2000, 3000, 4000, 5000], isCut: false });
  });

  it('cuts the axis of lines far from zero and says so', () => {
    const scale = niceScale([90.2, 94], 4, true);
    expect(scale).toMatchObject({ low: 90, high: 94, isCut: true });
  });

  it('holds values on both sides of zero', () => {
    const scale = niceScale([-30, 60], 4, false);
    expect(scale.ticks).toContain(0);
    expect(scale.low).toBeLessThanOrEqual(-30);
  });

  it('survives nothing and all the same', () => {
    expect(niceScale([], 4, true).ticks.length).toBeGreaterThan(1);
    expect(niceScale([0, 0], 4, false).high).toBeGreaterThan(0);
    expect(niceScale([5, 5], 4, true).high).toBeGreaterThanOrEqual(5);
  });

  it('contains every value, in even steps', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ min: -1e7, max: 1e7, noNaN: true }).filter((value) => value === 0 || Math.abs(value) > 1e-6),
          { minLength: 1, maxLength: 30 },
        ),
        fc.boolean(),
        (values, mayCut) => {
          const scale = niceScale(values, 4, mayCut);
          const tolerance = 1e-6 * Math.max(1, ...values.map(Math.abs));
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(scale.low - tolerance);
            expect(value).toBeLessThanOrEqual(scale.high + tolerance);
          }
          expect(scale.ticks.length).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});

it('shows its steps exactly', () => {
  expect(tickDecimals({ low: 0, high: 1, ticks: [0, 0.25, 0.5], isCut: false })).toBe(2);
  expect(tickDecimals({ low: 0, high: 1000, ticks: [0, 1000], isCut: false })).toBe(0);
});

it('shortens a name to its room and keeps what fits', () => {
  expect(shorten('Logistics', 62)).toBe('Logistics');
  expect(shorten('Administration', 62)).toBe('Administr…');
  expect(shorten('Administration', 1)).toBe('Adm…');
});
