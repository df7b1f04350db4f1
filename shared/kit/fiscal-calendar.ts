/** Fiscal years of twelve calendar months from any start month. The fiscal year is named for the calendar year it ends in. */
import { addDays, addMonths, isoDate, monthEnd, monthStart, parts, type IsoDate } from './iso-date.ts';

export interface FiscalCalendar {
  /** 1 = January … 12 = December. */
  startMonth: number;
}

export interface FiscalPeriod {
  fiscalYear: number;
  period: number;
  from: IsoDate;
  to: IsoDate;
}

/** The fiscal period a day falls in. */
export function fiscalPeriodOf(date: IsoDate, calendar: FiscalCalendar): FiscalPeriod {
  const [year, month] = parts(date);
  const offset = (month - calendar.startMonth + 12) % 12;
  const startYear = month >= calendar.startMonth ? year : year - 1;
  const fiscalYear = calendar.startMonth === 1 ? startYear : startYear + 1;
  return { fiscalYear, period: offset + 1, from: monthStart(date), to: monthEnd(date) };
}

/** The days of one period; periods 13 to 16 are adjustments in the year's last month. */
export function periodRange(fiscalYear: number, period: number, calendar: FiscalCalendar): { from: IsoDate; to: IsoDate } {
  const first = fiscalYearStart(fiscalYear, calendar);
  const from = addMonths(first, Math.min(period, 12) - 1);
  return { from, to: monthEnd(from) };
}

export function fiscalYearStart(fiscalYear: number, calendar: FiscalCalendar): IsoDate {
  return isoDate(calendar.startMonth === 1 ? fiscalYear : fiscalYear - 1, calendar.startMonth, 1);
}

export function fiscalYearRange(fiscalYear: number, calendar: FiscalCalendar): { from: IsoDate; to: IsoDate } {
  const from = fiscalYearStart(fiscalYear, calendar);
  return { from, to: addDays(addMonths(from, 12), -1) };
}

/** "2026-P03". */
export function periodCode(fiscalYear: number, period: number): string {
  return `${String(fiscalYear)}-P${String(period).padStart(2, '0')}`;
}
