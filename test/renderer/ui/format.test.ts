import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipboardNumber,
  countOf,
  displayValue,
  formatBytes,
  formatDay,
  formatExact,
  formatInstant,
  formatLongDay,
  formatMonth,
  formatNumber,
  formatShortDay,
  formatSigned,
  formatVariance,
  inShort,
} from '../../../renderer/ui/format.ts';

describe('formatNumber', () => {
  it('groups, keeps decimals and uses the true minus', () => {
    expect(formatNumber(1234.56, 1)).toBe('1,234.6');
    expect(formatNumber(-1234.5, 1)).toBe('\u22121,234.5');
    expect(formatNumber(0, 0)).toBe('0');
  });

  it('says n/a for what is not defined, never 0', () => {
    expect(formatNumber(null, 1)).toBe('n/a');
    expect(formatSigned(null, 1)).toBe('n/a');
    expect(formatExact(null)).toBe('n/a');
  });

  it('gives no sign to what rounds to zero', () => {
    expect(formatNumber(-0.04, 1)).toBe('0.0');
    expect(formatSigned(0.04, 1)).toBe('0.0');
    expect(formatSigned(-0.05, 1)).toBe('\u22120.1');
  });

  it('reads back to the value within half of the last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const read = Number(formatNumber(value, decimals).replaceAll(',', '').replace('\u2212', '-'));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
      }),
    );
  });
});

describe('formatVariance', () => {
  it('says favorable and unfavorable by sign and letter', () => {
    expect(formatVariance(80.7, 1, 'U')).toBe('+80.7 U');
    expect(formatVariance(-0.8, 1, 'F')).toBe('\u22120.8 F');
    expect(formatVariance(0, 1, null)).toBe('0.0');
  });
});

describe('displayValue', () => {
  it('turns ratios into percent by format or by unit, and nothing else', () => {
    expect(displayValue(0.25, 'percent', '%')).toBe(25);
    expect(displayValue(0.25, 'number', '% of hours')).toBe(25);
    expect(displayValue(25, 'money', 'k€')).toBe(25);
    expect(displayValue(null, 'percent', '%')).toBeNull();
  });
});

it('writes clipboard numbers at full precision, ungrouped, with a plain hyphen', () => {
  expect(clipboardNumber(-1234567.125)).toBe('-1234567.125');
});

it('says counts and sizes', () => {
  expect(countOf(1, 'row')).toBe('1 row');
  expect(countOf(1200, 'row')).toBe('1,200 rows');
  expect(formatBytes(98_231)).toBe('98 KB');
  expect(formatBytes(4_210_000)).toBe('4.2 MB');
});

it('writes days in one order, as the core’s sentences do', () => {
  expect(formatDay('2026-10-31')).toBe('31 Oct 2026');
  expect(formatDay('2026-09-02')).toBe('2 Sep 2026');
  expect(formatShortDay('2026-09-02')).toBe('2 Sep');
  expect(formatLongDay('2026-11-03')).toBe('Tuesday 3 November 2026');
  expect(formatMonth('2026-05-01')).toBe('May 2026');
  expect(formatDay('P10')).toBe('P10');
  expect(formatInstant(new Date(2026, 10, 3, 8, 4).toISOString())).toBe('3 Nov 2026, 08:04');
  expect(formatInstant('soon')).toBe('soon');
});

it('writes a column of exact figures with one number of decimals', () => {
  expect(formatExact(323302)).toBe('323,302');
  expect(formatExact(323302, false)).toBe('323,302.00');
  expect(formatExact(272971.61)).toBe('272,971.61');
  expect(formatExact(null)).toBe('n/a');
});

it('shortens months and years where room is scarce, and no other word', () => {
  expect(inShort('September 2026 96.5')).toBe('Sep 2026 96.5');
  expect(inShort('Year to date 2026')).toBe('YTD 2026');
  expect(inShort('Marching orders, May 2026')).toBe('Marching orders, May 2026');
});
