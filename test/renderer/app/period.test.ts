import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../shared/kit/iso-date.ts';
import { customPeriod, monthOf, periodLabel, periodOfKind, quarterOf, stepPeriod, yearToDateOf } from '../../../renderer/app/period.ts';
import { periodFor } from '../../../renderer/app/scope.ts';
import type { Freshness } from '../../../shared/areas/view.ts';

const calendarYear = { startMonth: 1 };
const fromApril = { startMonth: 4 };

describe('periods', () => {
  it('are months, fiscal quarters and the year to date', () => {
    expect(monthOf('2026-02-11')).toEqual({ kind: 'month', from: '2026-02-01', to: '2026-02-28' });
    expect(quarterOf('2026-11-18', calendarYear)).toEqual({ kind: 'quarter', from: '2026-10-01', to: '2026-12-31' });
    expect(quarterOf('2026-03-31', fromApril)).toEqual({ kind: 'quarter', from: '2026-01-01', to: '2026-03-31' });
    expect(yearToDateOf('2026-05-02', fromApril)).toEqual({ kind: 'ytd', from: '2026-04-01', to: '2026-05-31' });
  });

  it('are called as people call them, and say when they are not over', () => {
    expect(periodLabel(monthOf('2026-10-01'), calendarYear, '2026-11-18')).toBe('October 2026 · P10');
    expect(periodLabel(monthOf('2026-11-01'), calendarYear, '2026-11-18')).toBe('November 2026 · P11, to date');
    expect(periodLabel(quarterOf('2026-05-01', fromApril), fromApril, '2026-11-18')).toBe('Q1 FY2027');
  });

  it('step back and forth to where they were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('month', 'quarter', 'ytd'),
        (days, startMonth, kind) => {
          const period = periodOfKind(kind, addDays('2000-01-01', days), { startMonth });
          const next = stepPeriod(period, 1, { startMonth });
          expect(stepPeriod(next, -1, { startMonth })).toEqual(period);
          if (kind !== 'ytd') expect(daysBetween(period.to, next.from)).toBe(1);
        },
      ),
    );
  });

  it('of one’s own step by their length, whichever day was given first', () => {
    expect(stepPeriod(customPeriod('2026-10-10', '2026-10-01'), 1, calendarYear)).toEqual({ kind: 'custom', from: '2026-10-11', to: '2026-10-20' });
  });
});

describe('periodFor', () => {
  const source = (dataset: string, dataTo: string | null): Freshness => ({
    dataset,
    label: dataset,
    file: 'f',
    receivedAt: null,
    dataTo,
    ageDays: 0,
    rows: 1,
    rejected: 0,
    warnings: 0,
    state: 'fresh',
  });
  const scope = {
    today: '2026-11-18',
    freshness: [source('production.output', '2026-11-17'), source('budget.actuals', '2026-10-31'), source('budget.lines', '2026-12-31')],
  };

  it('is the month in which the page’s own data end', () => {
    expect(periodFor('budget', scope, null).from).toBe('2026-10-01');
    expect(periodFor('production', scope, null).from).toBe('2026-11-01');
    expect(periodFor('today', scope, null).from).toBe('2026-11-01');
  });

  it('is what was chosen, once something was', () => {
    expect(periodFor('budget', scope, monthOf('2026-03-01')).from).toBe('2026-03-01');
  });
});
