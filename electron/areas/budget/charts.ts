/** Budget in pictures: the bridge from budget to actual, the variance by month, and cost by month against budget and prior year. */
import { accountTypes, nature } from '../../../shared/areas/budget/measures.ts';
import { accountTypeLabels } from '../../../shared/areas/budget/terms.ts';
import type { BridgeChart, CategoryChart } from '../../../shared/charts/spec.ts';
import { bucketsUpTo, periodLabel } from '../../../shared/kit/period.ts';
import { sayNumber } from '../../../shared/kit/wording.ts';
import { isCost, isIncome, resultOf, sayAccount, sayMoney, scaled, totalOf, type BudgetPage } from './page.ts';
import { impactOf, type Cell, type VarianceLine } from './summary.ts';

type Step = BridgeChart['steps'][number];

const accountSteps = 6;

/** Budget → account types (or accounts, where there is only one type) → actual; empty without budget or ledger. */
export function bridge(page: BudgetPage): BridgeChart[] {
  const withResult = page.period.some(isIncome);
  const cells = page.period.filter((cell) => nature(cell.type) !== 'none');
  const line = withResult ? resultOf(page, cells) : totalOf(page, cells, 'totalCost');
  if (line.variance === null || cells.length === 0) return [];
  const steps = bridgeSteps(page, cells, withResult);
  const subject = withResult ? 'Operating result' : 'Total cost';
  const largest = steps.reduce<Step | null>((most, step) => (most === null || Math.abs(step.value) > Math.abs(most.value) ? step : most), null);
  return [
    {
      kind: 'bridge',
      title: `${subject}, budget to actual`,
      unit: page.scale.unit,
      period: page.label,
      alt: `${subject} goes from a budget of ${sayMoney(page, line.budget)} to an actual of ${sayMoney(page, line.actual)}${largest ? `; the largest step is ${largest.label}, ${sayNumber(largest.value, page.scale.decimals)} ${page.scale.unit}` : ''}.`,
      decimals: page.scale.decimals,
      steps: [
        { label: 'Budget', value: scaled(page, line.budget) ?? 0, role: 'total-budget' },
        ...steps,
        { label: 'Actual', value: scaled(page, line.actual) ?? 0, role: 'total-actual' },
      ],
    },
  ];
}

function bridgeSteps(page: BudgetPage, cells: readonly Cell[], withResult: boolean): Step[] {
  const types = accountTypes.filter((type) => cells.some((cell) => cell.type === type));
  const step = (label: string, group: readonly Cell[]): Step => {
    const impact = impactOf(group, page.basis.signs) ?? 0;
    const value = (scaled(page, withResult ? impact : -impact) ?? 0) + 0;
    return { label, value, role: impact > 0 ? 'favorable' : impact < 0 ? 'unfavorable' : 'neutral' };
  };
  if (types.length > 1)
    return types
      .map((type) =>
        step(
          accountTypeLabels[type],
          cells.filter((cell) => cell.type === type),
        ),
      )
      .filter(({ value }) => value !== 0);
  const size = (cell: Cell): number => Math.abs(impactOf([cell], page.basis.signs) ?? 0);
  const ranked = [...cells].sort((a, b) => size(b) - size(a) || (a.account < b.account ? -1 : 1));
  const top = ranked.slice(0, accountSteps).map((cell) => step(sayAccount(page, cell.account), [cell]));
  const rest = ranked.slice(accountSteps);
  return rest.length > 0 ? [...top, step(`Other, ${sayNumber(rest.length)} accounts`, rest)] : top;
}

/** Variance of each of the last thirteen months, F and U as two series; empty without budget or ledger. */
export function varianceByMonth(page: BudgetPage): CategoryChart[] {
  if (page.basis.version === null || !page.basis.hasLedger) return [];
  const withResult = page.months.some(isIncome);
  const lines = monthLines(page, withResult);
  const values = lines.map((line) => ({ value: scaled(page, line.variance), effect: line.effect }));
  const unfavorable = values.filter(({ effect }) => effect === 'U').length;
  const subject = withResult ? 'operating result' : 'total cost';
  return [
    {
      kind: 'columns',
      title: `Variance of ${subject} by month`,
      unit: page.scale.unit,
      period: monthsLabel(page),
      alt: `${sayNumber(unfavorable)} of ${sayNumber(values.length)} months are unfavorable; the last is ${sayNumber(values.at(-1)?.value ?? null, page.scale.decimals)} ${page.scale.unit}.`,
      decimals: page.scale.decimals,
      ...categories(page),
      series: [
        { name: 'Favorable', role: 'favorable', values: values.map(({ value, effect }) => (effect === 'F' ? value : null)) },
        { name: 'Unfavorable', role: 'unfavorable', values: values.map(({ value, effect }) => (effect === 'U' ? value : null)) },
      ],
    },
  ];
}

/** Cost of each of the last thirteen months against budget and prior year. */
export function costByMonth(page: BudgetPage): CategoryChart {
  const lines = monthLines(page, false);
  const of = (field: 'actual' | 'budget' | 'priorYear'): (number | null)[] => lines.map((line) => scaled(page, line[field]));
  const series: CategoryChart['series'] = [
    { name: 'Actual', role: 'actual', values: of('actual') },
    { name: 'Budget', role: 'budget', values: of('budget') },
    { name: 'Prior year', role: 'prior', values: of('priorYear') },
  ];
  const last = lines.at(-1);
  return {
    kind: 'columns',
    title: 'Total cost by month',
    unit: page.scale.unit,
    period: monthsLabel(page),
    alt: `Thirteen months of cost; the last is ${sayMoney(page, last?.actual ?? null)} against a budget of ${sayMoney(page, last?.budget ?? null)}.`,
    decimals: page.scale.decimals,
    ...categories(page),
    series: series.filter(({ values }) => values.some((value) => value !== null)),
  };
}

function monthLines(page: BudgetPage, withResult: boolean): VarianceLine[] {
  return page.monthKeys.map((key) => {
    const cells = page.months.filter((cell) => cell.key === key);
    return withResult ? resultOf(page, cells) : totalOf(page, cells.filter(isCost), key);
  });
}

function categories(page: BudgetPage): Pick<CategoryChart, 'categories' | 'keys' | 'toDateFrom'> {
  const buckets = bucketsUpTo(page.range.to, 'month', page.monthKeys.length);
  return { categories: buckets.map((bucket) => bucket.label), keys: page.monthKeys, toDateFrom: page.toDate ? page.monthKeys.length - 1 : null };
}

function monthsLabel(page: BudgetPage): string {
  const buckets = bucketsUpTo(page.range.to, 'month', page.monthKeys.length);
  return periodLabel({ from: buckets[0]?.from ?? page.range.from, to: page.range.to });
}
