import { expect, it } from 'vitest';
import { mean, readingFigures } from '../../../../shared/areas/readings/measures.ts';

it('divides the sum by the readings with a value', () => {
  expect(mean({ count: 4, sum: 10, min: 1, max: 4 })).toBe(2.5);
  expect(mean({ count: 0, sum: null, min: null, max: null })).toBeNull();
  expect(readingFigures({ count: 4, sum: 10, min: 1, max: 4 })).toEqual({ count: 4, sum: 10, min: 1, max: 4, mean: 2.5 });
});
