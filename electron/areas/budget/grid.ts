/** The grid of accounts: account types as groups, their accounts under them, total cost and operating result last. */
import { accountTypes, nature, type AccountType } from '../../../shared/areas/budget/measures.ts';
import { accountTypeLabels } from '../../../shared/areas/budget/terms.ts';
import type { Effect, Grid, GridColumn, GridRow, TraceReference } from '../../../shared/areas/view.ts';
import type { DayRange } from '../../../shared/kit/period.ts';
import { sayCount } from '../../../shared/kit/wording.ts';
import { isCost, isIncome, resultOf, scaled, totalOf, totalTrace, varianceTrace, type BudgetPage } from './page.ts';
import type { Cell, VarianceLine } from './summary.ts';

/** A line, and whether any row stands behind it: a 0 of nothing booked leads nowhere. */
interface Figures {
  line: VarianceLine;
  booked: boolean;
}

type TraceTo = (range: DayRange, field: string) => TraceReference;

export function accountGrid(page: BudgetPage): Grid {
  const types = accountTypes.filter((type) => page.period.some((cell) => cell.type === type) || page.year.some((cell) => cell.type === type));
  const rows = types.flatMap((type) => typeRows(page, type));
  const accounts = rows.filter((row) => row.kind === 'leaf').length;
  const assumed = types.includes('unknown') ? ['Accounts without a type count as cost'] : [];
  return {
    key: 'accounts',
    title: 'Accounts',
    caption: `${page.scale.unit}, ${page.label}`,
    columns: columns(page),
    rows: [...rows, ...totalRows(page, types)],
    footnotes: [
      `${sayCount(accounts, 'account')}, ${sayCount(types.length, 'group')}`,
      'Variance = actual − budget; F raises the result, U lowers it',
      ...assumed,
      ...(page.toDate ? ['The period is not over: budget of the days up to its end, actual to date'] : []),
    ],
  };
}

function typeRows(page: BudgetPage, type: AccountType): GridRow[] {
  const ofType = (cell: Cell): boolean => cell.type === type;
  const [period, year] = [page.period.filter(ofType), page.year.filter(ofType)];
  const group = rowOf(
    page,
    { key: type, kind: 'group', parent: null, label: accountTypeLabels[type] },
    {
      period: total(page, period),
      year: total(page, year),
      trace: (range, field) => varianceTrace(page, 'type', { range, key: type, field }),
    },
  );
  const codes = [...new Set([...period, ...year].map((cell) => cell.account))].sort();
  const leaves = codes.map((code) => {
    const name = page.basis.accounts.name(code);
    return rowOf(
      page,
      { key: `${type}/${code}`, kind: 'leaf', parent: type, label: name === code ? code : `${code} ${name}` },
      {
        period: total(
          page,
          period.filter((cell) => cell.account === code),
        ),
        year: total(
          page,
          year.filter((cell) => cell.account === code),
        ),
        trace: (range, field) => varianceTrace(page, 'account', { range, key: code, field }),
      },
    );
  });
  return [group, ...leaves];
}

function totalRows(page: BudgetPage, types: readonly AccountType[]): GridRow[] {
  const cost = rowOf(
    page,
    { key: 'totalCost', kind: 'total', parent: null, label: 'Total cost' },
    {
      period: total(page, page.period.filter(isCost)),
      year: total(page, page.year.filter(isCost)),
      trace: (range, field) => totalTrace(page, 'totalCost', { range, field }),
    },
  );
  const hasCost = types.some((type) => nature(type) === 'cost');
  if (!page.period.some(isIncome) && !page.year.some(isIncome)) return hasCost ? [cost] : [];
  const result = rowOf(
    page,
    { key: 'operatingResult', kind: 'total', parent: null, label: 'Operating result' },
    {
      period: { line: resultOf(page, page.period), booked: page.period.length > 0 },
      year: { line: resultOf(page, page.year), booked: page.year.length > 0 },
      trace: (range, field) => totalTrace(page, 'operatingResult', { range, field }),
    },
  );
  return hasCost ? [cost, result] : [result];
}

function total(page: BudgetPage, cells: readonly Cell[]): Figures {
  return { line: totalOf(page, cells, 'total'), booked: cells.length > 0 };
}

function rowOf(
  page: BudgetPage,
  head: { key: string; kind: GridRow['kind']; parent: string | null; label: string },
  figures: { period: Figures; year: Figures; trace: TraceTo },
): GridRow {
  const [period, year] = [figures.period.line, figures.year.line];
  const trace: Record<string, TraceReference> = {};
  for (const field of ['budget', 'actual', 'variance', 'varianceRatio', 'priorYear'] as const) {
    if (figures.period.booked && period[field] !== null) trace[field] = figures.trace(page.range, field);
  }
  for (const [column, field] of [
    ['ytdBudget', 'budget'],
    ['ytdActual', 'actual'],
    ['ytdVariance', 'variance'],
    ['ytdVarianceRatio', 'varianceRatio'],
  ] as const) {
    if (figures.year.booked && year[field] !== null) trace[column] = figures.trace(page.yearToDate, field);
  }
  const effects: Record<string, Effect> = {
    variance: period.effect,
    varianceRatio: period.effect,
    effect: period.effect,
    ytdVariance: year.effect,
    ytdVarianceRatio: year.effect,
  };
  return {
    key: head.key,
    kind: head.kind,
    parent: head.parent,
    cells: {
      account: head.label,
      budget: scaled(page, period.budget),
      actual: scaled(page, period.actual),
      variance: scaled(page, period.variance),
      varianceRatio: period.varianceRatio,
      effect: period.effect,
      priorYear: scaled(page, period.priorYear),
      ytdBudget: scaled(page, year.budget),
      ytdActual: scaled(page, year.actual),
      ytdVariance: scaled(page, year.variance),
      ytdVarianceRatio: year.varianceRatio,
    },
    effects,
    trace,
  };
}

function columns(page: BudgetPage): GridColumn[] {
  const { unit, decimals } = page.scale;
  const period = `${page.label}, ${unit}`;
  const year = `${page.yearLabel}, ${unit}`;
  const money = (field: string, label: string, place: { group: string; wideOnly?: boolean; effectField?: string }): GridColumn => ({
    field,
    label,
    kind: 'money',
    unit,
    decimals,
    group: place.group,
    width: 96,
    wideOnly: place.wideOnly ?? false,
    effectField: place.effectField ?? null,
  });
  const percent = (field: string, place: { group: string; wideOnly: boolean; effectField: string }): GridColumn => ({
    field,
    label: '%',
    kind: 'percent',
    unit: '%',
    decimals: 1,
    group: place.group,
    width: 72,
    wideOnly: place.wideOnly,
    effectField: place.effectField,
  });
  return [
    { field: 'account', label: 'Account', kind: 'text', unit: '', decimals: 0, group: '', width: 240, wideOnly: false, effectField: null },
    money('budget', 'Budget', { group: period }),
    money('actual', 'Actual', { group: period }),
    money('variance', 'Variance', { group: period, effectField: 'effect' }),
    percent('varianceRatio', { group: period, wideOnly: false, effectField: 'effect' }),
    { field: 'effect', label: 'F/U', kind: 'effect', unit: '', decimals: 0, group: period, width: 48, wideOnly: false, effectField: 'effect' },
    money('priorYear', 'Prior year', { group: period, wideOnly: true }),
    money('ytdBudget', 'Budget', { group: year }),
    money('ytdActual', 'Actual', { group: year }),
    money('ytdVariance', 'Variance', { group: year, effectField: 'ytdVariance' }),
    percent('ytdVarianceRatio', { group: year, wideOnly: true, effectField: 'ytdVariance' }),
  ];
}
