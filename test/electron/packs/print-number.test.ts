import { expect, test } from 'vitest';
import { displayFactor, printDay, printInstant, printNumber, printPeriod } from '../../../electron/packs/print-number.ts';

test('numbers are grouped, rounded half away from zero, with a true minus', () => {
  expect(printNumber(1234567.891, 1)).toBe('1,234,567.9');
  expect(printNumber(-1234.5, 0)).toBe('\u22121,235');
  expect(printNumber(1.005, 2)).toBe('1.01');
  expect(printNumber(0.5, 0)).toBe('1');
  expect(printNumber(12, 1, true)).toBe('+12.0');
});

test('what rounds to zero has no sign', () => {
  expect(printNumber(-0.04, 1)).toBe('0.0');
  expect(printNumber(0.04, 1, true)).toBe('0.0');
  expect(printNumber(-0, 0)).toBe('0');
});

test('undefined is n/a, never 0', () => {
  expect(printNumber(null, 1)).toBe('n/a');
  expect(printNumber(Number.NaN, 1)).toBe('n/a');
  expect(printNumber(Number.POSITIVE_INFINITY, 1)).toBe('n/a');
});

test('only ratios are scaled', () => {
  expect(displayFactor('percent', '%')).toBe(100);
  expect(displayFactor('money', 'k€')).toBe(1);
});

test('days and periods', () => {
  expect(printDay('2026-11-06')).toBe('6 Nov 2026');
  expect(printDay(null)).toBe('–');
  expect(printInstant('2026-11-05T16:20:59.000Z')).toBe('5 Nov 2026 16:20');
  expect(printPeriod('2026-10-01', '2026-10-31')).toBe('October 2026');
  expect(printPeriod('2026-09-28', '2026-10-25')).toBe('28 Sep 2026 to 25 Oct 2026');
});
