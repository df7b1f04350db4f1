/** What Today should ask a decision about: accounts well off their budget the wrong way, most money first. */
import { varianceRatio } from '../../../shared/areas/budget/measures.ts';
import type { Exception } from '../../../shared/areas/view.ts';
import type { CategoryChart } from '../../../shared/charts/spec.ts';
import { addMonths, monthEnd, monthStart, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { bucketsUpTo, periodLabel } from '../../../shared/kit/period.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { ordinal } from '../normal.ts';
import { isCost, overspends, pageOf, sayMoney, scaled, totalOf, varianceTrace, type BudgetPage } from './page.ts';
import { ledgerMonths } from './store.ts';
import { impactOf } from './summary.ts';

/** An account this share of its budget off is worth a question. */
const tolerance = 0.05;
/** … if it is at least this share of the month's whole cost budget. */
const material = 0.005;
const most = 10;

/** Accounts of the last month with a ledger; while that month is still running, also of the month before. */
export function exceptions(db: ReadDb, plant: Plant, asOf: IsoDate): Exception[] {
  const months = ledgerMonths(db, plant.code);
  if (!months) return [];
  const newest = months.last <= asOf.slice(0, 7) ? `${months.last}-01` : monthStart(asOf);
  const isOver = monthEnd(newest) <= asOf;
  const starts = isOver ? [newest] : [newest, addMonths(newest, -1)];
  const found = new Map<string, Exception>();
  for (const from of starts) {
    const page = pageOf(db, { plant, range: { from, to: monthEnd(from) } }, asOf);
    for (const exception of offBudget(page)) if (!found.has(exception.key)) found.set(exception.key, exception);
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, most);
}

function offBudget(page: BudgetPage): Exception[] {
  const budget = totalOf(page, page.period.filter(isCost), 'cost').budget;
  if (budget === null) return [];
  const limit = Math.abs(budget) * material;
  return overspends(page)
    .filter(({ impact, ratio }) => -impact >= limit && (ratio === null || Math.abs(ratio) > tolerance))
    .map((account) => {
      const lost = -account.impact / 10 ** page.plant.minorDigits;
      const line = totalOf(
        page,
        page.period.filter((cell) => cell.account === account.account),
        account.account,
      );
      const share = account.ratio === null ? 'no budget' : sayPercent(account.ratio);
      return {
        key: `budget.account.${account.account}`,
        area: 'budget' as const,
        title: `${account.name} ${sayMoney(page, Math.abs(account.impact))} ${account.isIncome ? 'under' : 'over'} budget`,
        arithmetic: `${sayMoney(page, line.actual)} actual − ${sayMoney(page, line.budget)} budget in ${page.label}, ${share}`,
        since: `${ordinal(monthsOff(page, account.account))} month`,
        weight: lost,
        value: sayMoney(page, Math.abs(account.impact)),
        chart: evidence(page, account),
        trace: varianceTrace(page, 'account', { range: page.range, key: account.account, field: 'variance' }),
      };
    });
}

/** How many months in a row, the last included, the account was off by more than the tolerance. */
function monthsOff(page: BudgetPage, account: string): number {
  const isOff = (key: string): boolean => {
    const cells = page.months.filter((cell) => cell.key === key && cell.account === account);
    const line = totalOf(page, cells, key);
    const ratio = varianceRatio(line.variance, line.budget);
    return (impactOf(cells, page.basis.signs) ?? 0) < 0 && (ratio === null || Math.abs(ratio) > tolerance);
  };
  return page.monthKeys.length - 1 - page.monthKeys.findLastIndex((key) => !isOff(key));
}

function evidence(page: BudgetPage, account: { account: string; name: string; variance: number }): CategoryChart {
  const buckets = bucketsUpTo(page.range.to, 'month', page.monthKeys.length);
  const lines = page.monthKeys.map((key) =>
    totalOf(
      page,
      page.months.filter((cell) => cell.key === key && cell.account === account.account),
      key,
    ),
  );
  return {
    kind: 'columns',
    title: `${account.name} by month`,
    unit: page.scale.unit,
    period: periodLabel({ from: buckets[0]?.from ?? page.range.from, to: page.range.to }),
    alt: `${account.name}: ${sayNumber(scaled(page, account.variance), page.scale.decimals)} ${page.scale.unit} off budget in ${page.label}.`,
    decimals: page.scale.decimals,
    categories: buckets.map((bucket) => bucket.label),
    keys: page.monthKeys,
    series: [
      { name: 'Actual', role: 'actual', values: lines.map((line) => scaled(page, line.actual)) },
      { name: 'Budget', role: 'budget', values: lines.map((line) => scaled(page, line.budget)) },
    ],
    toDateFrom: page.toDate ? page.monthKeys.length - 1 : null,
  };
}
