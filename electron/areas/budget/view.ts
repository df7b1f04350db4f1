/** The budget page: tiles, bridge, months, grid, and the sentences, all from one reading of the sums. */
import { accountTypes, nature } from '../../../shared/areas/budget/measures.ts';
import { accountTypeLabels } from '../../../shared/areas/budget/terms.ts';
import type { AreaView } from '../../../shared/areas/view.ts';
import { monthEnd, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { dayLabel, periodLabel } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { bridge, costByMonth, varianceByMonth } from './charts.ts';
import { accountGrid } from './grid.ts';
import { tiles } from './kpis.ts';
import { isCost, isIncome, outlookOf, overspends, pageOf, resultOf, sayMoney, totalOf, type BudgetPage } from './page.ts';
import { ledgerMonths } from './store.ts';

export function budgetView(db: ReadDb, request: { plant: Plant; from: IsoDate; to: IsoDate }, asOf: IsoDate): AreaView {
  const { plant, from, to } = request;
  const page = pageOf(db, { plant, range: { from, to } }, asOf);
  const base = { area: 'budget', title: 'Budget', subtitle: subtitle(db, page) } as const;
  if (page.basis.version === null && !page.basis.hasLedger) {
    return {
      ...base,
      finding: '',
      commentary: [],
      kpis: [],
      charts: [],
      grids: [],
      empty: {
        message: 'No budget and no ledger was imported yet. An export of each, with account, month and amount, fills this page.',
        datasets: ['budget.lines', 'budget.actuals', 'budget.accounts'],
      },
    };
  }
  return {
    ...base,
    finding: finding(page),
    commentary: commentary(page),
    kpis: tiles(page),
    charts: [...bridge(page), ...varianceByMonth(page), costByMonth(page)],
    grids: [accountGrid(page)],
    empty: null,
  };
}

function subtitle(db: ReadDb, page: BudgetPage): string {
  const months = ledgerMonths(db, page.plant.code);
  const ledger = months ? `ledger ${periodLabel({ from: `${months.first}-01`, to: monthEnd(`${months.last}-01`) })}` : 'no ledger yet';
  const budget = page.basis.version === null ? 'no budget yet' : `budget “${page.basis.version}”`;
  return `${ledger} · ${budget} · as of ${dayLabel(page.asOf)}`;
}

function finding(page: BudgetPage): string {
  const cost = totalOf(page, page.period.filter(isCost), 'cost');
  if (cost.actual === null) return `${page.label}: the budget is ${sayMoney(page, cost.budget)}; no ledger was imported yet.`;
  if (cost.variance === null) return `Cost was ${sayMoney(page, cost.actual)} in ${page.label}; there is no budget to compare it with.`;
  if (cost.variance === 0) return `Cost is exactly on budget in ${page.label}, at ${sayMoney(page, cost.actual)}.`;
  const over = cost.variance > 0;
  const share = cost.varianceRatio === null ? '' : ` (${sayPercent(Math.abs(cost.varianceRatio))})`;
  const [worst] = overspends(page);
  const lost = worst ? sayMoney(page, Math.abs(worst.impact)) : '';
  const driver = worst ? (worst.isIncome ? `; income from ${worst.name} is ${lost} under budget` : `; ${worst.name} alone is ${lost} over`) : '';
  return `Cost is ${sayMoney(page, Math.abs(cost.variance))}${share} ${over ? 'over' : 'under'} budget in ${page.label}${driver}.`;
}

function commentary(page: BudgetPage): string[] {
  const sentences: string[] = [];
  const result = resultOf(page, page.period);
  if (page.period.some(isIncome) && result.variance !== null) {
    const direction = result.variance < 0 ? 'under' : 'over';
    sentences.push(
      `Operating result is ${sayMoney(page, result.actual)}, ${sayMoney(page, Math.abs(result.variance))} ${direction} budget (${result.effect ?? 'level'}).`,
    );
  }
  const byType = accountTypes
    .map((type) => ({
      type,
      line: totalOf(
        page,
        page.period.filter((cell) => cell.type === type),
        type,
      ),
    }))
    .filter(({ type, line }) => nature(type) === 'cost' && line.effect === 'U')
    .sort((a, b) => (b.line.variance ?? 0) - (a.line.variance ?? 0));
  const [worst] = byType;
  if (worst && worst.type !== 'unknown') {
    sentences.push(
      `${accountTypeLabels[worst.type]} is the group furthest over, by ${sayMoney(page, worst.line.variance)} or ${sayPercent(worst.line.varianceRatio)} of its budget.`,
    );
  }
  const over = overspends(page).filter((account) => account.ratio !== null && Math.abs(account.ratio) > 0.05);
  if (over.length > 0) {
    const sum = over.reduce((total, account) => total + Math.abs(account.impact), 0);
    sentences.push(`${sayCount(over.length, 'account')} ${over.length === 1 ? 'is' : 'are'} more than 5 % off the wrong way, ${sayMoney(page, sum)} together.`);
  }
  const year = totalOf(page, page.year.filter(isCost), 'year');
  const full = outlookOf(page, isCost);
  if (year.variance !== null && full.outlook !== null && full.budget !== null) {
    sentences.push(
      `Year to date cost is ${sayMoney(page, year.actual)}, ${sayMoney(page, Math.abs(year.variance))} ${year.variance > 0 ? 'over' : 'under'} budget; with the rest as budgeted the year ends at ${sayMoney(page, full.outlook)} against ${sayMoney(page, full.budget)}.`,
    );
  } else if (year.actual !== null) {
    sentences.push(`Year to date cost is ${sayMoney(page, year.actual)} on ${sayNumber(page.year.filter(isCost).length)} accounts.`);
  }
  return sentences.slice(0, 3);
}
