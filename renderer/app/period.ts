/** The period of the whole app: what it covers, what it is called, and what stepping means for it. Pure. */
import { fiscalPeriodOf, fiscalYearStart, type FiscalCalendar } from '../../shared/kit/fiscal-calendar.ts';
import { addDays, addMonths, daysBetween, monthEnd, monthStart, type IsoDate } from '../../shared/kit/iso-date.ts';
import { formatDay, formatMonth } from '../ui/format.ts';

export type PeriodKind = 'month' | 'quarter' | 'ytd' | 'custom';

export interface Period {
  kind: PeriodKind;
  from: IsoDate;
  to: IsoDate;
}

export function monthOf(date: IsoDate): Period {
  return { kind: 'month', from: monthStart(date), to: monthEnd(date) };
}

/** The fiscal quarter a day falls in. */
export function quarterOf(date: IsoDate, calendar: FiscalCalendar): Period {
  const { fiscalYear, period } = fiscalPeriodOf(date, calendar);
  const from = addMonths(fiscalYearStart(fiscalYear, calendar), Math.floor((period - 1) / 3) * 3);
  return { kind: 'quarter', from, to: monthEnd(addMonths(from, 2)) };
}

/** From the start of the fiscal year to the end of the day's month. */
export function yearToDateOf(date: IsoDate, calendar: FiscalCalendar): Period {
  const { fiscalYear } = fiscalPeriodOf(date, calendar);
  return { kind: 'ytd', from: fiscalYearStart(fiscalYear, calendar), to: monthEnd(date) };
}

export function customPeriod(from: IsoDate, to: IsoDate): Period {
  return from <= to ? { kind: 'custom', from, to } : { kind: 'custom', from: to, to: from };
}

export function periodOfKind(kind: Exclude<PeriodKind, 'custom'>, date: IsoDate, calendar: FiscalCalendar): Period {
  switch (kind) {
    case 'month':
      return monthOf(date);
    case 'quarter':
      return quarterOf(date, calendar);
    case 'ytd':
      return yearToDateOf(date, calendar);
  }
}

/** One step back (−1) or forward (+1): a month, a quarter, a month more or less of the year, or as many days as the custom range has. */
export function stepPeriod(period: Period, step: -1 | 1, calendar: FiscalCalendar): Period {
  switch (period.kind) {
    case 'month':
      return monthOf(addMonths(period.from, step));
    case 'quarter':
      return quarterOf(addMonths(period.from, 3 * step), calendar);
    case 'ytd':
      return yearToDateOf(addMonths(monthStart(period.to), step), calendar);
    case 'custom': {
      const days = (daysBetween(period.from, period.to) + 1) * step;
      return customPeriod(addDays(period.from, days), addDays(period.to, days));
    }
  }
}

/** "October 2026 · P10", "November 2026 · P11, to date", "Q4 2026", "2026 to October". */
export function periodLabel(period: Period, calendar: FiscalCalendar, today: IsoDate): string {
  const { fiscalYear, period: number } = fiscalPeriodOf(period.from, calendar);
  const toDate = period.from <= today && today < period.to ? ', to date' : '';
  switch (period.kind) {
    case 'month':
      return `${formatMonth(period.from)} · P${String(number).padStart(2, '0')}${toDate}`;
    case 'quarter':
      return `Q${String(Math.ceil(number / 3))} ${fiscalYearName(fiscalYear, calendar)}${toDate}`;
    case 'ytd':
      return `${fiscalYearName(fiscalYear, calendar)} to ${formatMonth(period.to)}${toDate}`;
    case 'custom':
      return period.from === period.to ? formatDay(period.from) : `${formatDay(period.from)} – ${formatDay(period.to)}`;
  }
}

/** "2026", or "FY2027" where the fiscal year is not the calendar year. */
export function fiscalYearName(fiscalYear: number, calendar: FiscalCalendar): string {
  return calendar.startMonth === 1 ? String(fiscalYear) : `FY${String(fiscalYear)}`;
}
