/** The production page and pack section: how much was made against what was meant, and which line lost it. Composed from the store's totals alone. */
import type { ProductionPage } from './page.ts';
import {
  attainment,
  minutes,
  oee,
  pareto,
  quality,
  runMs,
  scrapRatio,
  unitsPerLaborHour,
  availability,
  performance,
  type ProductionTotals,
} from '../../../shared/areas/production/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { AreaView, TraceReference } from '../../../shared/areas/view.ts';
import { bucketKindOf, bucketsUpTo, elapsed, periodLabel, periodLabelAsOf, priorPeriod } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Plant } from '../../store/plants.ts';
import { tile, type TileMeasure } from '../tiles.ts';
import { outputChart, stopChart } from './charts.ts';
import { productionFinding } from './finding.ts';
import { productionGrid } from './grid.ts';
import {
  coveredDays,
  lineTotals,
  placesOf,
  plantTotals,
  productsWithinLines,
  shiftsWithinLines,
  stopsBy,
  totalsBy,
  type GroupTotals,
  type Scope,
  type Sources,
} from './store.ts';

export interface ViewRequest {
  plant: Plant;
  from: string;
  to: string;
  /** ISO day; a period it lies inside of is “to date”. */
  asOf: string;
}

const tiles: TileMeasure<ProductionTotals>[] = [
  {
    key: 'good',
    label: 'Good units',
    format: 'number',
    unit: 'units',
    decimals: 0,
    good: 'up',
    value: (t) => t.good,
    detail: (t) => `${sayNumber(t.good)} good of ${sayNumber(t.total)} made`,
    missing: 'No good count has been imported for this period.',
    target: (t) => t.target,
  },
  {
    key: 'attainment',
    label: 'Schedule attainment',
    format: 'percent',
    unit: '%',
    decimals: 1,
    good: 'up',
    value: attainment,
    detail: (t) => `${sayNumber(t.credited)} credited of ${sayNumber(t.target)} planned units`,
    missing: 'No target has been imported for this period.',
  },
  {
    key: 'oee',
    label: 'OEE',
    format: 'percent',
    unit: '%',
    decimals: 1,
    good: 'up',
    value: oee,
    detail: (t) => `A ${sayPercent(availability(t))} × P ${sayPercent(performance(t))} × Q ${sayPercent(quality(t))}`,
    missing: 'OEE needs planned time, run time or stops, an ideal cycle, and good and total units.',
  },
  {
    key: 'quality',
    label: 'Quality',
    format: 'percent',
    unit: '%',
    decimals: 1,
    good: 'up',
    value: quality,
    detail: (t) => `${sayNumber(t.good)} good of ${sayNumber(t.total)} made; scrap ${sayPercent(scrapRatio(t))}`,
    missing: 'Quality needs good and total units.',
  },
  {
    key: 'stopMinutes',
    label: 'Stops',
    format: 'minutes',
    unit: 'min',
    decimals: 0,
    good: 'down',
    value: (t) => minutes(t.stopMs),
    detail: (t) => `${sayNumber(minutes(t.stopMs))} of ${sayNumber(minutes(t.plannedMs))} planned min; ran ${sayNumber(minutes(runMs(t)))}`,
    missing: 'No stops have been imported for this period.',
  },
  {
    key: 'unitsPerLaborHour',
    label: 'Units per labor hour',
    format: 'number',
    unit: 'units/h',
    decimals: 1,
    good: 'up',
    value: unitsPerLaborHour,
    detail: (t) => `${sayNumber(t.good ?? t.total)} units in ${sayNumber(t.laborMs === null ? null : t.laborMs / 3_600_000)} h worked`,
    missing: 'Units per labor hour needs output and timecards.',
  },
];

export function productionView(db: ReadDb, request: ViewRequest): AreaView {
  const range = elapsed(request, request.asOf);
  const scope: Scope = { plant: request.plant.code, from: range.from, to: range.to, line: null };
  const places = placesOf(db, scope);
  const now = plantTotals(places);
  if (now === null) return emptyView(db, request);
  const prior = priorPeriod(request, request.asOf);
  const placesBefore = placesOf(db, { ...scope, from: prior.from, to: prior.to });
  const page: ProductionPage = {
    scope,
    period: periodLabelAsOf(request, request.asOf),
    priorLabel: prior.label,
    now,
    before: plantTotals(placesBefore),
    lines: lineTotals(places),
    linesBefore: lineTotals(placesBefore),
    ...leaves(places, productsWithinLines(db, scope)),
    reasons: pareto(stopsBy(db, scope, 'reason')),
  };
  const { finding, commentary } = productionFinding(page);
  const charts = [outputChart(db, page), stopChart(page)].filter((chart) => chart !== null);
  const source = {
    period: page.period,
    now,
    before: page.before,
    priorLabel: prior.label,
    points: sparkPoints(db, page),
    trace: (field: string) => plantTrace(page, field),
  };
  return {
    area: 'production',
    title: 'Production',
    subtitle: `${request.plant.name} · ${page.period} · ${sayCount(page.lines.length, 'line')}`,
    finding,
    commentary,
    kpis: tiles.map((measure) => tile(measure, source)),
    charts,
    grids: [productionGrid(page)],
    empty: null,
  };
}

/** The plant's figure of the page's period. */
function plantTrace(page: ProductionPage, field: string): TraceReference {
  const { plant, from, to } = page.scope;
  return { procedure: 'production.summary', input: { plant, from, to, by: 'plant' }, key: plant, field };
}

function leaves(places: Sources, products: GroupTotals[]): Pick<ProductionPage, 'withinLines' | 'leafBy'> {
  if (products.some((row) => row.key !== unassigned)) return { withinLines: products, leafBy: 'product' };
  return { withinLines: shiftsWithinLines(places), leafBy: 'shift' };
}

function sparkPoints(db: ReadDb, page: ProductionPage): (GroupTotals | null)[] {
  const kind = bucketKindOf(page.scope);
  const buckets = bucketsUpTo(page.scope.to, kind, 13);
  const found = new Map(totalsBy(db, { ...page.scope, from: buckets[0]?.from ?? page.scope.from }, kind).map((row) => [row.key, row]));
  return buckets.map((bucket) => found.get(bucket.key) ?? null);
}

function emptyView(db: ReadDb, request: ViewRequest): AreaView {
  const covered = coveredDays(db, request.plant.code);
  const period = periodLabelAsOf(request, request.asOf);
  const message = covered
    ? `Nothing was recorded in ${period}; production is known for ${periodLabel(covered)}. Choose that period, or import the shift output or stop records of this one.`
    : 'No production has been imported yet. A file of shift output (date, line, units made) or of stops (line, start, minutes) fills this page.';
  return {
    area: 'production',
    title: 'Production',
    subtitle: `${request.plant.name} · ${period}`,
    finding: `No production is recorded for ${period}.`,
    commentary: [],
    kpis: [],
    charts: [],
    grids: [],
    empty: { message, datasets: ['production.output', 'production.downtime'] },
  };
}
