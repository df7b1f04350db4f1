/** Staffing's two pictures: hours by week by kind, and overtime by department. */
import { hours, noHours, overtimeRatio } from '../../../shared/areas/staffing/measures.ts';
import type { CategoryChart } from '../../../shared/charts/spec.ts';
import { daysBetween, isoWeek } from '../../../shared/kit/iso-date.ts';
import { bucketsOf, bucketsUpTo, periodLabel } from '../../../shared/kit/period.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import { hoursBy, weeksOfDays } from './store.ts';
import type { StaffingPage } from './page.ts';

const mostWeeksDays = 190;

/** Regular, overtime and absence hours stacked by week; by day for up to a fortnight, by month for long periods. */
export function hoursChart(db: ReadDb, page: StaffingPage): CategoryChart | null {
  const { scope } = page;
  const length = daysBetween(scope.from, scope.to) + 1;
  const kind = length <= 14 ? 'day' : length <= mostWeeksDays ? 'week' : 'month';
  const isDay = length === 1;
  const buckets = isDay ? bucketsUpTo(scope.to, 'day', 13) : kind === 'week' ? weeksOf(scope) : bucketsOf(scope, kind);
  const from = isDay ? (buckets[0]?.from ?? scope.from) : scope.from;
  const groups = kind === 'week' ? weeksOfDays(page.days) : kind === 'day' && !isDay ? page.days : hoursBy(db, { ...scope, from }, kind);
  const found = new Map(groups.map((row) => [row.key, row]));
  const series = (
    [
      ['Regular', 'scale-1', 'regularMs'],
      ['Overtime', 'scale-3', 'overtimeMs'],
      ['Absence', 'scale-2', 'absenceMs'],
    ] as const
  ).flatMap(([name, role, field]) => {
    const values = buckets.map(({ key }) => hours(found.get(key)?.[field] ?? null));
    return values.some((value) => value !== null) ? [{ name, role, values }] : [];
  });
  if (series.length === 0) return null;
  const period = isDay ? periodLabel({ from, to: scope.to }) : page.period;
  const said = series.map(({ name, values }) => `${name.toLowerCase()} ${sayNumber(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))} h`);
  return {
    kind: 'stacked-columns',
    title: `Hours by ${kind}`,
    unit: 'h',
    period,
    alt: `Hours by ${kind}, ${period}: ${said.join(', ')}.`,
    decimals: 0,
    categories: buckets.map(({ label }) => label),
    keys: buckets.map(({ key }) => key),
    series,
    toDateFrom: kind !== 'day' && page.period.endsWith('to date') ? buckets.length - 1 : null,
  };
}

/** Overtime ratio by department, highest first, with the period before in grey and the plant as a dash. */
export function overtimeChart(page: StaffingPage): CategoryChart | null {
  const ranked = page.departments.filter((row) => overtimeRatio(row) !== null).sort((a, b) => (overtimeRatio(b) ?? 0) - (overtimeRatio(a) ?? 0));
  const first = ranked[0];
  if (!first) return null;
  const before = new Map(page.departmentsBefore.map((row) => [row.key, row]));
  const prior = ranked.map((row) => overtimeRatio(before.get(row.key) ?? noHours));
  const plant = overtimeRatio(page.now);
  return {
    kind: 'columns',
    title: 'Overtime ratio by department',
    unit: '%',
    period: page.period,
    alt: `Overtime ratio by department, ${page.period}: ${first.key} is highest with ${sayPercent(overtimeRatio(first))}; the plant has ${sayPercent(overtimeRatio(page.now))}.`,
    decimals: 1,
    categories: ranked.map((row) => row.key),
    keys: ranked.map((row) => row.key),
    series: [
      { name: 'Overtime ratio', role: 'actual', values: ranked.map(overtimeRatio) },
      ...(prior.some((value) => value !== null) ? [{ name: page.priorLabel, role: 'prior' as const, values: prior }] : []),
      { name: 'Plant', role: 'target', values: ranked.map(() => plant) },
    ],
    toDateFrom: null,
  };
}

function weeksOf(scope: { from: string; to: string }): ReturnType<typeof bucketsUpTo> {
  const most = Math.floor(daysBetween(scope.from, scope.to) / 7) + 2;
  return bucketsUpTo(scope.to, 'week', most).filter((bucket) => bucket.key >= isoWeek(scope.from));
}
