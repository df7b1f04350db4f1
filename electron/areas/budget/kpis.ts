/** The budget page's tiles: result and cost of the period, the account that lost most, the year, and where it ends. */
import type { Effect, Kpi } from '../../../shared/areas/view.ts';
import type { Sparkline } from '../../../shared/charts/spec.ts';
import { effectOf } from '../../../shared/areas/budget/measures.ts';
import { sayCount, sayPercent } from '../../../shared/kit/wording.ts';
import { isCost, isIncome, outlookOf, overspends, resultOf, sayMoney, scaled, totalOf, totalTrace, varianceTrace, type BudgetPage } from './page.ts';
import type { Cell, VarianceLine } from './summary.ts';

type Keep = (cell: Cell) => boolean;

export function tiles(page: BudgetPage): Kpi[] {
  const hasIncome = page.period.some(isIncome) || page.year.some(isIncome);
  const hasType = (type: string): boolean => page.year.some((cell) => cell.type === type);
  const candidates = [
    hasIncome ? resultTile(page) : null,
    costTile(page),
    worstTile(page),
    hasType('maintenance') ? yearTile(page, 'maintenance', 'Maintenance cost') : null,
    hasType('labor') ? laborTile(page) : null,
    hasType('maintenance') && hasType('labor') && hasIncome ? null : yearTile(page, 'all', 'Total cost'),
    outlookTile(page),
    offTile(page),
  ];
  return candidates.filter((tile): tile is Kpi => tile !== null).slice(0, 6);
}

function resultTile(page: BudgetPage): Kpi {
  const line = resultOf(page, page.period);
  return tile(page, {
    key: 'operatingResult',
    label: 'Operating result',
    period: page.label,
    line,
    spark: sparkline(page, (cells) => resultOf(page, cells), line.effect),
    trace: totalTrace(page, 'operatingResult', { range: page.range, field: 'actual' }),
  });
}

function costTile(page: BudgetPage): Kpi {
  const line = totalOf(page, page.period.filter(isCost), 'totalCost');
  return tile(page, {
    key: 'totalCost',
    label: 'Total cost',
    period: page.label,
    line,
    spark: sparkline(page, (cells) => totalOf(page, cells.filter(isCost), 'cost'), line.effect),
    trace: totalTrace(page, 'totalCost', { range: page.range, field: 'actual' }),
  });
}

function laborTile(page: BudgetPage): Kpi {
  const keep: Keep = (cell) => cell.type === 'labor';
  const line = totalOf(page, page.period.filter(keep), 'labor');
  return tile(page, {
    key: 'laborCost',
    label: 'Labor cost',
    period: page.label,
    line,
    spark: sparkline(page, (cells) => totalOf(page, cells.filter(keep), 'labor'), line.effect),
    trace: varianceTrace(page, 'type', { range: page.range, key: 'labor', field: 'actual' }),
  });
}

function yearTile(page: BudgetPage, what: 'maintenance' | 'all', label: string): Kpi {
  const keep: Keep = what === 'all' ? isCost : (cell) => cell.type === 'maintenance';
  const line = totalOf(page, page.year.filter(keep), what);
  const place = { range: page.yearToDate, field: 'actual' };
  return tile(page, {
    key: what === 'all' ? 'totalCostYear' : 'maintenanceCostYear',
    label,
    period: page.yearLabel,
    line,
    spark: sparkline(page, (cells) => totalOf(page, cells.filter(keep), what), line.effect),
    trace: what === 'all' ? totalTrace(page, 'totalCost', place) : varianceTrace(page, 'type', { ...place, key: 'maintenance' }),
  });
}

function worstTile(page: BudgetPage): Kpi {
  const worst = overspends(page).find((account) => !account.isIncome);
  const keep: Keep = (cell) => cell.account === worst?.account;
  if (worst) {
    const line = totalOf(page, page.period.filter(keep), 'worst');
    return tile(page, {
      key: 'biggestOverspend',
      label: `Most over: ${worst.name}`,
      period: page.label,
      line,
      spark: sparkline(page, (cells) => totalOf(page, cells.filter(keep), 'worst'), line.effect),
      trace: varianceTrace(page, 'account', { range: page.range, key: worst.account, field: 'actual' }),
    });
  }
  const none = page.basis.version !== null && page.basis.hasLedger ? 'No cost account is over its budget.' : missing(page);
  return {
    key: 'biggestOverspend',
    label: 'Most over budget',
    period: page.label,
    value: null,
    format: 'money',
    unit: page.scale.unit,
    decimals: page.scale.decimals,
    comparison: null,
    variance: null,
    effect: null,
    detail: none,
    reason: none,
    spark: { values: [], target: null, end: 'neutral' },
    trace: null,
  };
}

function offTile(page: BudgetPage): Kpi {
  const known = page.basis.version !== null && page.basis.hasLedger;
  const off = overspends(page).filter(({ ratio }) => ratio === null || Math.abs(ratio) > 0.05);
  const compared = page.period.filter((cell) => isCost(cell) || isIncome(cell)).length;
  return {
    key: 'accountsOff',
    label: 'Accounts over 5 % off',
    period: page.label,
    value: known ? off.length : null,
    format: 'number',
    unit: 'accounts',
    decimals: 0,
    comparison: { label: 'of', value: compared },
    variance: null,
    effect: off.length > 0 ? 'U' : null,
    detail: `${sayMoney(
      page,
      off.reduce((sum, { impact }) => sum + Math.abs(impact), 0),
    )} the wrong way on ${sayCount(off.length, 'account')} of ${sayCount(compared, 'account')}`,
    reason: known ? null : missing(page),
    spark: { values: [], target: null, end: 'neutral' },
    trace: null,
  };
}

function outlookTile(page: BudgetPage): Kpi {
  const { outlook, budget } = outlookOf(page, isCost);
  const difference = outlook === null || budget === null ? null : outlook - budget;
  const effect = effectOf(difference === null ? null : -difference);
  const year = totalOf(page, page.year.filter(isCost), 'year');
  return {
    key: 'outlook',
    label: 'Full-year outlook, cost',
    period: page.yearLabel.replace('Year to date ', ''),
    value: scaled(page, outlook),
    format: 'money',
    unit: page.scale.unit,
    decimals: page.scale.decimals,
    comparison: { label: 'budget', value: scaled(page, budget) },
    variance: scaled(page, difference),
    effect,
    detail: `actual to date ${sayMoney(page, year.actual)} + remaining budget ${sayMoney(page, outlook === null || year.actual === null ? null : outlook - year.actual)}`,
    reason: outlook === null ? missing(page) : null,
    spark: sparkline(page, (cells) => totalOf(page, cells.filter(isCost), 'cost'), effect),
    trace: outlook === null ? null : totalTrace(page, 'totalCost', { range: page.yearToDate, field: 'outlook' }),
  };
}

function tile(page: BudgetPage, parts: Pick<Kpi, 'key' | 'label' | 'period' | 'spark' | 'trace'> & { line: VarianceLine }): Kpi {
  const { line, ...rest } = parts;
  return {
    ...rest,
    value: scaled(page, line.actual),
    format: 'money',
    unit: page.scale.unit,
    decimals: page.scale.decimals,
    comparison: { label: 'budget', value: scaled(page, line.budget) },
    variance: scaled(page, line.variance),
    effect: line.effect,
    detail:
      line.variance === null
        ? missing(page)
        : `actual ${sayMoney(page, line.actual)} − budget ${sayMoney(page, line.budget)}, ${sayPercent(line.varianceRatio)}`,
    reason: line.actual === null ? missing(page) : null,
    trace: line.actual === null ? null : rest.trace,
  };
}

function missing(page: BudgetPage): string {
  if (!page.basis.hasLedger) return 'No ledger was imported yet.';
  return page.basis.version === null ? 'No budget was imported yet.' : 'Nothing was posted or planned here.';
}

function sparkline(page: BudgetPage, fold: (cells: Cell[]) => VarianceLine, effect: Effect): Sparkline {
  const lines = page.monthKeys.map((key) => page.months.filter((cell) => cell.key === key)).map((cells) => (cells.length === 0 ? null : fold(cells)));
  return {
    values: lines.map((line) => scaled(page, line?.actual ?? null)),
    target: scaled(page, lines.at(-1)?.budget ?? null),
    end: effect === 'F' ? 'favorable' : effect === 'U' ? 'unfavorable' : 'neutral',
  };
}
