import { describe, expect, it } from 'vitest';
import { bucketKindOf, bucketsOf, bucketsUpTo, elapsed, periodLabel, periodLabelAsOf, priorPeriod } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';

const october = { from: '2026-10-01', to: '2026-10-31' };

describe('periods', () => {
  it('are labelled as people say them', () => {
    const labels: [string, string, string][] = [
      ['2026-10-01', '2026-10-31', 'October 2026'],
      ['2026-07-01', '2026-09-30', 'Jul–Sep 2026'],
      ['2026-01-01', '2026-12-31', '2026'],
      ['2025-11-01', '2026-02-28', 'Nov 2025–Feb 2026'],
      ['2026-11-02', '2026-11-08', 'week 45 of 2026'],
      ['2026-12-28', '2027-01-03', 'week 53 of 2026'],
      ['2026-11-12', '2026-11-12', '12 Nov 2026'],
      ['2026-11-01', '2026-11-17', '1–17 Nov 2026'],
      ['2026-10-28', '2026-11-03', '28 Oct – 3 Nov 2026'],
      ['2025-12-30', '2026-01-02', '30 Dec 2025 – 2 Jan 2026'],
    ];
    for (const [from, to, label] of labels) expect(periodLabel({ from, to })).toBe(label);
  });

  it('are to date while the as-of day lies inside, and over on their last day', () => {
    expect(elapsed(october, '2026-10-17')).toEqual({ from: '2026-10-01', to: '2026-10-17', toDate: true });
    expect(elapsed(october, '2026-10-31')).toEqual({ ...october, toDate: false });
    expect(elapsed(october, '2026-09-30')).toEqual({ ...october, toDate: false });
    expect(periodLabelAsOf(october, '2026-10-17')).toBe('October 2026 to date');
  });

  it('know the one before, cut to the same length while to date', () => {
    expect(priorPeriod(october, '2026-11-05')).toEqual({ from: '2026-09-01', to: '2026-09-30', label: 'September 2026' });
    expect(priorPeriod(october, '2026-10-17')).toEqual({ from: '2026-09-01', to: '2026-09-17', label: '1–17 Sep 2026' });
    expect(priorPeriod({ from: '2026-03-01', to: '2026-03-31' }, '2026-03-30')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
    expect(priorPeriod({ from: '2026-07-01', to: '2026-09-30' }, '2026-12-01')).toMatchObject({ from: '2026-04-01', to: '2026-06-30' });
    expect(priorPeriod({ from: '2026-11-12', to: '2026-11-12' }, '2026-12-01')).toMatchObject({ from: '2026-11-11', to: '2026-11-11' });
    expect(priorPeriod({ from: '2026-11-02', to: '2026-11-08' }, '2026-12-01')).toMatchObject({ label: 'week 44 of 2026' });
  });

  it('have thirteen points of days, weeks or months', () => {
    expect([bucketKindOf({ from: '2026-11-12', to: '2026-11-12' }), bucketKindOf({ from: '2026-11-02', to: '2026-11-08' }), bucketKindOf(october)]).toEqual([
      'day',
      'week',
      'month',
    ]);
    const months = bucketsUpTo('2026-11-17', 'month', 13);
    expect(months).toHaveLength(13);
    expect(months[0]).toEqual({ from: '2025-11-01', to: '2025-11-30', key: '2025-11', label: 'Nov' });
    expect(months[12]).toEqual({ from: '2026-11-01', to: '2026-11-17', key: '2026-11', label: 'Nov' });
    expect(bucketsUpTo('2026-11-08', 'week', 2)).toEqual([
      { from: '2026-10-26', to: '2026-11-01', key: '2026-W44', label: 'W44' },
      { from: '2026-11-02', to: '2026-11-08', key: '2026-W45', label: 'W45' },
    ]);
    expect(bucketsOf(october, 'day')).toHaveLength(31);
    expect(bucketsOf({ from: '2025-11-15', to: '2026-02-03' }, 'month').map((bucket) => bucket.key)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('numbers in sentences', () => {
  it('have separators, a true minus, and n/a for undefined', () => {
    expect([sayNumber(1234567.891, 1), sayNumber(-3), sayNumber(-0.04, 1), sayNumber(null)]).toEqual(['1,234,567.9', '−3', '0.0', 'n/a']);
    expect([sayPercent(0.7479), sayPercent(null)]).toEqual(['74.8 %', 'n/a']);
    expect([sayCount(1, 'stop'), sayCount(14, 'stop')]).toEqual(['1 stop', '14 stops']);
  });
});
