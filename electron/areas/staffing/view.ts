/** The staffing page and pack section: the hours worked, how many of them were overtime, and where people were missing. */
import { absenceRatio, hours, overtimeRatio, presentMs, scheduledMs, type StaffingTotals } from '../../../shared/areas/staffing/measures.ts';
import type { AreaView, Kpi, TraceReference } from '../../../shared/areas/view.ts';
import { bucketKindOf, bucketsUpTo, elapsed, periodLabel, periodLabelAsOf, priorPeriod } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { moneyScale, type MoneyScale } from '../money-scale.ts';
import { tile, type TileMeasure } from '../tiles.ts';
import { hoursChart, overtimeChart } from './charts.ts';
import { staffingFinding } from './finding.ts';
import { dayGrid, departmentGrid } from './grid.ts';
import { coveredDays, grouped, groupedWithinDepartments, hoursBy, placesOf, plantHours, type GroupHours, type Scope } from './store.ts';
import type { StaffingPage } from './page.ts';

export interface ViewRequest {
  plant: Plant;
  from: string;
  to: string;
  /** ISO day; a period it lies inside of is “to date”. */
  asOf: string;
}

const sayHours = (ms: number | null): string => `${sayNumber(hours(ms), 1)} h`;

function tilesFor(scale: MoneyScale): TileMeasure<StaffingTotals>[] {
  return [
    {
      key: 'presentHours',
      label: 'Hours worked',
      format: 'hours',
      unit: 'h',
      decimals: 0,
      good: 'up',
      value: (t) => hours(presentMs(t)),
      detail: (t) => `${sayHours(t.regularMs)} regular, ${sayHours(t.overtimeMs)} overtime`,
      missing: 'No regular or overtime hours have been imported for this period.',
      target: (t) => hours(t.plannedMs),
    },
    {
      key: 'overtimeRatio',
      label: 'Overtime ratio',
      format: 'percent',
      unit: '%',
      decimals: 1,
      good: 'down',
      value: overtimeRatio,
      detail: (t) => `${sayHours(t.overtimeMs)} overtime on ${sayHours(t.regularMs)} regular`,
      missing: 'The overtime ratio needs regular and overtime hours.',
    },
    {
      key: 'absenceRatio',
      label: 'Absence ratio',
      format: 'percent',
      unit: '%',
      decimals: 1,
      good: 'down',
      value: absenceRatio,
      detail: (t) => `${sayHours(t.absenceMs)} absent of ${sayHours(scheduledMs(t))} ${t.plannedMs === null ? 'regular and absent' : 'planned'}`,
      missing: 'The absence ratio needs absence hours and planned or regular hours.',
    },
    {
      key: 'overtimeHours',
      label: 'Overtime',
      format: 'hours',
      unit: 'h',
      decimals: 0,
      good: 'down',
      value: (t) => hours(t.overtimeMs),
      detail: (t) => `${sayPercent(overtimeRatio(t))} of regular hours`,
      missing: 'No overtime hours have been imported for this period.',
    },
    {
      key: 'absenceHours',
      label: 'Absence',
      format: 'hours',
      unit: 'h',
      decimals: 0,
      good: 'down',
      value: (t) => hours(t.absenceMs),
      detail: (t) => `${sayPercent(absenceRatio(t))} of hours usually worked`,
      missing: 'No absence hours have been imported for this period.',
    },
    {
      key: 'laborCost',
      label: 'Labor cost',
      format: 'money',
      unit: scale.unit,
      decimals: scale.decimals,
      good: 'down',
      value: (t) => cost(t, scale),
      detail: (t) => `${sayNumber(cost(t, scale), scale.decimals)} ${scale.unit} for ${sayHours(presentMs(t))} worked`,
      missing: 'The timecards of this period carry no labor cost.',
    },
  ];
}

export function staffingView(db: ReadDb, request: ViewRequest): AreaView {
  const range = elapsed(request, request.asOf);
  const scope: Scope = { plant: request.plant.code, from: range.from, to: range.to, department: null };
  const places = placesOf(db, scope);
  const now = plantHours(places);
  if (now === null) return emptyView(db, request);
  const prior = priorPeriod(request, request.asOf);
  const placesBefore = placesOf(db, { ...scope, from: prior.from, to: prior.to });
  const lines = groupedWithinDepartments(places, 'line');
  const withinBy = new Set(lines.map((row) => row.key)).size > 1 ? 'line' : 'shift';
  const page: StaffingPage = {
    plant: request.plant,
    scope,
    period: periodLabelAsOf(request, request.asOf),
    priorLabel: prior.label,
    now,
    before: plantHours(placesBefore),
    departments: grouped(places, 'department'),
    departmentsBefore: grouped(placesBefore, 'department'),
    within: withinBy === 'line' ? lines : groupedWithinDepartments(places, 'shift'),
    withinBy,
    days: hoursBy(db, scope, 'day'),
    scale: moneyScale(request.plant, now.laborCostMinor ?? 0),
  };
  const source = {
    period: page.period,
    now,
    before: page.before,
    priorLabel: prior.label,
    points: sparkPoints(db, scope),
    trace: (field: string) => plantTrace(scope, field),
  };
  return {
    area: 'staffing',
    title: 'Staffing',
    subtitle: `${request.plant.name} · ${page.period} · ${sayCount(page.departments.length, 'department')}`,
    ...staffingFinding(page),
    kpis: tilesFor(page.scale).map((measure) => judged(tile(measure, source))),
    charts: [hoursChart(db, page), overtimeChart(page)].filter((chart) => chart !== null),
    grids: [departmentGrid(page), dayGrid(page)],
    empty: null,
  };
}

// More hours than planned are neither good nor bad by themselves.
function judged(kpi: Kpi): Kpi {
  return kpi.key === 'presentHours' ? { ...kpi, effect: null, spark: { ...kpi.spark, end: 'neutral' } } : kpi;
}

function cost(totals: StaffingTotals, scale: MoneyScale): number | null {
  return totals.laborCostMinor === null ? null : totals.laborCostMinor / scale.divisor;
}

function plantTrace({ plant, from, to }: Scope, field: string): TraceReference {
  return { procedure: 'staffing.summary', input: { plant, from, to, by: 'plant' }, key: plant, field };
}

function sparkPoints(db: ReadDb, scope: Scope): (GroupHours | null)[] {
  const kind = bucketKindOf(scope);
  const buckets = bucketsUpTo(scope.to, kind, 13);
  const found = new Map(hoursBy(db, { ...scope, from: buckets[0]?.from ?? scope.from }, kind).map((row) => [row.key, row]));
  return buckets.map((bucket) => found.get(bucket.key) ?? null);
}

function emptyView(db: ReadDb, request: ViewRequest): AreaView {
  const covered = coveredDays(db, request.plant.code);
  const period = periodLabelAsOf(request, request.asOf);
  const message = covered
    ? `No hours were recorded in ${period}; timecards are known for ${periodLabel(covered)}. Choose that period, or import the timecards of this one.`
    : 'No hours have been imported yet. A file of timecards (employee, date, hours) fills this page.';
  return {
    area: 'staffing',
    title: 'Staffing',
    subtitle: `${request.plant.name} · ${period}`,
    finding: `No hours are recorded for ${period}.`,
    commentary: [],
    kpis: [],
    charts: [],
    grids: [],
    empty: { message, datasets: ['staffing.timecards'] },
  };
}
