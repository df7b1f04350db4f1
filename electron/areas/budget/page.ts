/** Everything the budget page is composed from, read once: the period, the year to date, thirteen months, and the scale money is shown in. */
import { effectOf, nature, outlook, varianceRatio } from '../../../shared/areas/budget/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { TraceReference } from '../../../shared/areas/view.ts';
import { fiscalPeriodOf, fiscalYearRange } from '../../../shared/kit/fiscal-calendar.ts';
import { addDays, addMonths, monthStart, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { elapsed, periodLabel, periodLabelAsOf, type DayRange } from '../../../shared/kit/period.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import { sayNumber } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { moneyScale, type MoneyScale } from '../money-scale.ts';
import { sumBudget, type Scope } from './store.ts';
import { basisOf, cellsOf, foldCells, impactOf, type Basis, type Cell, type VarianceLine } from './summary.ts';

export interface BudgetPage {
  plant: Plant;
  range: DayRange;
  asOf: IsoDate;
  label: string;
  toDate: boolean;
  yearToDate: DayRange;
  yearLabel: string;
  basis: Basis;
  period: Cell[];
  year: Cell[];
  months: Cell[];
  /** Thirteen months, oldest first: "2025-10" … */
  monthKeys: string[];
  /** Budget of the rest of the fiscal year by account, minor units. */
  remaining: Cell[];
  scale: MoneyScale;
}

export function pageOf(db: ReadDb, request: { plant: Plant; range: DayRange }, asOf: IsoDate): BudgetPage {
  const { plant, range } = request;
  const calendar = { startMonth: plant.fiscalStartMonth };
  const fiscal = fiscalPeriodOf(range.to, calendar);
  const yearRange = fiscalYearRange(fiscal.fiscalYear, calendar);
  const yearToDate = { from: yearRange.from, to: range.to };
  const scopeOfRange = ({ from, to }: DayRange): Scope => ({ plant: plant.code, from, to, adjustments: { kind: 'all' } });
  const wire = basisOf(db, scopeOfRange(range), undefined);
  // People read revenue as positive, also where both sides state it as credits.
  const basis: Basis = { ...wire, signs: { ...wire.signs, incomeSign: 1 } };
  const readable = (cells: Cell[]): Cell[] => (wire.signs.incomeSign === 1 ? cells : cells.map((cell) => (isIncome(cell) ? times(cell, -1) : cell)));
  const firstMonth = addMonths(monthStart(range.to), -12);
  const months = readable(cellsOf(db, scopeOfRange({ from: firstMonth, to: range.to }), { by: 'month', basis }));
  // The thirteen months hold every range that starts with one of them.
  const cellsFrom = (from: IsoDate): Cell[] =>
    from >= firstMonth && from === monthStart(from)
      ? cellsSince(months, from.slice(0, 7))
      : readable(cellsOf(db, scopeOfRange({ from, to: range.to }), { by: 'account', basis }));
  const period = cellsFrom(range.from);
  const year = cellsFrom(yearRange.from);
  const rest = scopeOfRange({ from: addDays(range.to, 1), to: yearRange.to });
  const remaining =
    basis.version === null || rest.from > rest.to
      ? []
      : readable(
          sumBudget(db, { ...rest, version: basis.version }, 'account').map(({ key, account, amount }): Cell => ({
            key,
            account,
            type: basis.accounts.type(account),
            budget: amount,
            actual: null,
            priorYear: null,
          })),
        );
  return {
    plant,
    range,
    asOf,
    label: periodLabelAsOf(range, asOf),
    toDate: elapsed(range, asOf).toDate,
    yearToDate,
    yearLabel: `Year to date ${periodLabel(yearRange)}`,
    basis,
    period,
    year,
    months,
    monthKeys: Array.from({ length: 13 }, (_, index) => addMonths(firstMonth, index).slice(0, 7)),
    remaining,
    scale: moneyScale(plant, largestOf([...period, ...year])),
  };
}

/** Cells by month and account from a month on, summed by account. */
function cellsSince(months: readonly Cell[], first: string): Cell[] {
  const byAccount = new Map<string, Cell>();
  for (const cell of months) {
    if (cell.key < first) continue;
    const sum = byAccount.get(cell.account);
    if (!sum) {
      byAccount.set(cell.account, { ...cell, key: '' });
      continue;
    }
    sum.budget = sumKnown([sum.budget, cell.budget]);
    sum.actual = sumKnown([sum.actual, cell.actual]);
    sum.priorYear = sumKnown([sum.priorYear, cell.priorYear]);
  }
  return [...byAccount.values()];
}

function largestOf(cells: readonly Cell[]): number {
  return cells.reduce((most, cell) => Math.max(most, Math.abs(cell.budget ?? 0), Math.abs(cell.actual ?? 0)), 0);
}

export function scaled(page: BudgetPage, minor: number | null): number | null {
  return minor === null ? null : minor / page.scale.divisor;
}

/** "28.6 k€"; the sign only where `signed`. */
export function sayMoney(page: BudgetPage, minor: number | null, signed = false): string {
  const value = scaled(page, minor);
  if (value === null) return 'n/a';
  const text = `${sayNumber(value, page.scale.decimals)} ${page.scale.unit}`;
  return signed && value > 0 ? `+${text}` : text;
}

export const isCost = (cell: Cell): boolean => nature(cell.type) === 'cost';
export const isIncome = (cell: Cell): boolean => nature(cell.type) === 'income';

/** Cells of one kind as one line; effect by what they do to the result. No cells where there is a ledger means 0, not unknown. */
export function totalOf(page: BudgetPage, cells: readonly Cell[], name: string): VarianceLine {
  return foldCells(name, name, { cells: cells.length > 0 ? cells : [nothingBooked(page)], signs: page.basis.signs });
}

function nothingBooked({ basis }: BudgetPage): Cell {
  return { key: '', account: '', type: 'statistical', budget: basis.version === null ? null : 0, actual: basis.hasLedger ? 0 : null, priorYear: null };
}

/** Income − cost, line by line of the variance; null parts where budget or ledger is missing. */
export function resultOf(page: BudgetPage, cells: readonly Cell[]): VarianceLine {
  const { incomeSign } = page.basis.signs;
  const turned = cells.filter((cell) => nature(cell.type) !== 'none').map((cell) => (isIncome(cell) ? times(cell, incomeSign) : times(cell, -1)));
  const line = totalOf(page, turned, 'Operating result');
  return { ...line, type: null, effect: effectOf(impactOf(cells, page.basis.signs)) };
}

/** Full-year outlook of some of the accounts: actual to date + budget of the rest of the year; minor units. */
export function outlookOf(page: BudgetPage, keep: (cell: Cell) => boolean): { outlook: number | null; budget: number | null } {
  const year = totalOf(page, page.year.filter(keep), 'year');
  const rest = page.basis.version === null ? null : page.remaining.filter(keep).reduce((sum, cell) => sum + (cell.budget ?? 0), 0);
  return { outlook: outlook(year.actual, rest), budget: outlook(year.budget, rest) };
}

/** How a sentence calls an account: by its name, a nameless one by its number. */
export function sayAccount(page: BudgetPage, code: string): string {
  const name = page.basis.accounts.name(code);
  return name === code ? `Account ${code}` : name;
}

/** Accounts off their budget the wrong way, with what each costs the result; largest loss first, minor units. */
export function overspends(page: BudgetPage): { account: string; name: string; isIncome: boolean; impact: number; variance: number; ratio: number | null }[] {
  return page.period
    .filter((cell) => nature(cell.type) !== 'none')
    .flatMap((cell) => {
      const impact = impactOf([cell], page.basis.signs);
      if (impact === null || impact >= 0 || cell.actual === null || cell.budget === null) return [];
      const variance = cell.actual - cell.budget;
      return [
        {
          account: cell.account,
          name: sayAccount(page, cell.account),
          isIncome: isIncome(cell),
          impact,
          variance,
          ratio: varianceRatio(variance, cell.budget),
        },
      ];
    })
    .sort((a, b) => a.impact - b.impact || (a.account < b.account ? -1 : 1));
}

/** The reference of a figure of budget.variance. */
export function varianceTrace(page: BudgetPage, by: 'account' | 'type', place: { range: DayRange; key: string; field: string }): TraceReference {
  const { from, to } = place.range;
  return { procedure: 'budget.variance', input: { plant: page.plant.code, from, to, by }, key: place.key || unassigned, field: place.field };
}

/** The reference of a total that only the page shows: `totalCost`, `operatingResult`. */
export function totalTrace(page: BudgetPage, key: 'totalCost' | 'operatingResult', place: { range: DayRange; field: string }): TraceReference {
  const { from, to } = place.range;
  return { procedure: 'budget.view', input: { plant: page.plant.code, from, to }, key, field: place.field };
}

function times(cell: Cell, factor: number): Cell {
  const by = (value: number | null): number | null => (value === null ? null : value * factor + 0);
  return { ...cell, budget: by(cell.budget), actual: by(cell.actual), priorYear: by(cell.priorYear) };
}
