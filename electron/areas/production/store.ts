/**
 * Production's totals: output, stops and hours worked of the same places added up. Everything reads roll-ups, whole months from those by
 * month. A source is read once by line and shift; plant, lines and shifts are sums of that.
 */
import { unassigned } from '../../../shared/areas/range.ts';
import type { ProductionTotals } from '../../../shared/areas/production/measures.ts';
import { isoWeek } from '../../../shared/kit/iso-date.ts';
import { sumKnown } from '../../../shared/kit/ratio.ts';
import { rowOf, rowsOf, type ReadDb } from '../../store/database.ts';
import { piecesOf } from '../whole-months.ts';
import {
  outputByLineAndDay,
  outputRows,
  pieceFilter,
  pieceParameters,
  piecesFor,
  splitSql,
  type OutputRow,
  type Place,
  type Scope,
  type Split,
} from './output.ts';
import { stopRows, type StopRow } from './stops.ts';

export type { Scope } from './output.ts';

export type ProductionGroup = 'plant' | 'line' | 'product' | 'shift' | 'day' | 'week' | 'month';
export type ParetoGroup = 'reason' | 'line' | 'asset';

export interface GroupTotals extends ProductionTotals {
  /** Only filled within lines; '' otherwise. */
  line: string;
  key: string;
}

/** What production knows of a scope, read once; sums of it are free. */
export interface Sources {
  plant: string;
  output: OutputRow[];
  stops: StopRow[];
  labor: LaborRow[];
  /** What a group without stops has: zero where the plant records them, else unknown. */
  withoutStops: 0 | null;
}

interface LaborRow extends Place {
  regularMs: number | null;
  overtimeMs: number | null;
}

const splits: Record<ProductionGroup, Split> = { plant: 'place', line: 'place', shift: 'place', product: 'product', day: 'day', week: 'day', month: 'month' };

/** Totals of each group, by key. */
export function totalsBy(db: ReadDb, scope: Scope, by: ProductionGroup): GroupTotals[] {
  return grouped(sourcesOf(db, scope, splits[by]), { by, withinLines: false });
}

/** Products within each line. */
export function productsWithinLines(db: ReadDb, scope: Scope): GroupTotals[] {
  return grouped(sourcesOf(db, scope, 'product'), { by: 'product', withinLines: true });
}

/** The sources by line and shift: for `plantTotals`, `lineTotals` and `shiftsWithinLines`. */
export function placesOf(db: ReadDb, scope: Scope): Sources {
  return sourcesOf(db, scope, 'place');
}

/** Totals of everything; null when there is nothing. */
export function plantTotals(places: Sources): GroupTotals | null {
  return grouped(places, { by: 'plant', withinLines: false })[0] ?? null;
}

export function lineTotals(places: Sources): GroupTotals[] {
  return grouped(places, { by: 'line', withinLines: false });
}

export function shiftsWithinLines(places: Sources): GroupTotals[] {
  return grouped(places, { by: 'shift', withinLines: true });
}

/** Units made by day or month, without times. */
export function unitsBy(db: ReadDb, scope: Scope, by: 'day' | 'month'): GroupTotals[] {
  return grouped({ plant: scope.plant, output: outputRows(db, scope, by), stops: [], labor: [], withoutStops: null }, { by, withinLines: false });
}

/** Units made by line and day, lines in order and their days in order, without stops and hours; `key` is the day. */
export function unitsByLineAndDay(db: ReadDb, scope: Scope): GroupTotals[] {
  return grouped({ plant: scope.plant, output: outputByLineAndDay(db, scope), stops: [], labor: [], withoutStops: null }, { by: 'day', withinLines: true });
}

/** Minutes and number of stops by reason, line or asset, unsorted. */
export function stopsBy(db: ReadDb, scope: Scope, by: ParetoGroup): { key: string; stopMs: number; count: number }[] {
  const found = new Map<string, { key: string; stopMs: number; count: number }>();
  for (const piece of piecesOf(scope)) {
    const rows = rowsOf<{ key: string; stopMs: number; count: number }>(
      db.all(
        `select ${by}_code as key, sum(stop_ms) as stopMs, sum(stop_count) as count from downtime_${piece.grain}
         where ${pieceFilter(scope, piece)} group by 1 order by 1`,
        pieceParameters(scope, piece),
      ),
    );
    for (const row of rows) {
      const key = row.key || unassigned;
      const sum = found.get(key);
      found.set(key, { key, stopMs: (sum?.stopMs ?? 0) + row.stopMs, count: (sum?.count ?? 0) + row.count });
    }
  }
  return [...found.values()];
}

/** Stop time by day and asset, or line where a stop names no asset. */
export function stopsByDay(db: ReadDb, scope: Scope): { day: string; line: string; asset: string; stopMs: number }[] {
  return rowsOf(
    db.all(
      `select day, line_code as line, asset_code as asset, sum(stop_ms) as stopMs from downtime_day
       where plant_code = @plant and day between @from and @to group by plant_code, day, line_code, asset_code`,
      { plant: scope.plant, from: scope.from, to: scope.to },
    ),
  );
}

/** First and last day the plant has output or stops for; null when it has none. */
export function coveredDays(db: ReadDb, plant: string): { from: string; to: string } | null {
  const row = rowOf<{ from: string | null; to: string | null }>(
    db.get(
      `select min(first) as "from", max(last) as "to" from (
         select (select min(day) from place_output_day where plant_code = @plant) as first, (select max(day) from place_output_day where plant_code = @plant) as last
         union all
         select (select min(day) from stop_day where plant_code = @plant), (select max(day) from stop_day where plant_code = @plant))`,
      { plant },
    ),
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/** Whether the plant's stops are recorded at all: then a line without stops has none, instead of unknown. */
function recordsStops(db: ReadDb, plant: string): boolean {
  return db.get('select 1 from stop_month where plant_code = ? limit 1', [plant]) !== undefined;
}

function sourcesOf(db: ReadDb, scope: Scope, split: Split): Sources {
  const output = outputRows(db, scope, split);
  // stops and hours have no product
  if (split === 'product') return { plant: scope.plant, output, stops: [], labor: [], withoutStops: null };
  return {
    plant: scope.plant,
    output,
    stops: stopRows(db, scope, split),
    labor: laborRows(db, scope, split),
    withoutStops: recordsStops(db, scope.plant) ? 0 : null,
  };
}

function laborRows(db: ReadDb, scope: Scope, split: Split): LaborRow[] {
  return piecesFor(scope, split).flatMap((piece) => {
    const { columns, groups } = splitSql(split, piece);
    return rowsOf<LaborRow>(
      db.all(
        `select ${columns}, sum(regular_ms) as regularMs, sum(overtime_ms) as overtimeMs from time_${piece.grain} where ${pieceFilter(scope, piece)} group by ${groups}`,
        pieceParameters(scope, piece),
      ),
    );
  });
}

interface Grouping {
  by: ProductionGroup;
  withinLines: boolean;
}

/** Adds up the three sources group by group; a group exists where there is output or a stop that counts. */
function grouped(sources: Sources, { by, withinLines }: Grouping): GroupTotals[] {
  const nameOf = (place: Place): string => JSON.stringify([withinLines ? place.line || unassigned : '', keyOf(sources.plant, place, by) || unassigned]);
  const output = gather(sources.output, nameOf);
  const stops = gather(sources.stops, nameOf);
  const labor = gather(sources.labor, nameOf);
  const groups = [...new Set([...output.keys(), ...stops.keys()])].map((name): GroupTotals => {
    const made = output.get(name) ?? [];
    const stood = stops.get(name) ?? [];
    const head = made[0] ?? stood[0] ?? { line: '', shift: '', key: '' };
    const sum = (field: Exclude<keyof OutputRow, keyof Place>): number | null => sumKnown(made.map((row) => row[field]));
    return {
      line: withinLines ? head.line || unassigned : '',
      key: keyOf(sources.plant, head, by) || unassigned,
      good: sum('good'),
      scrap: sum('scrap'),
      rework: sum('rework'),
      total: sum('total'),
      target: sum('target'),
      credited: sum('credited'),
      plannedMs: sum('plannedMs'),
      measuredRunMs: sum('measuredRunMs'),
      plannedWithoutRunMs: sum('plannedWithoutRunMs'),
      stopWithoutRunMs: sumKnown([sum('stopWithoutRunMs'), ...stood.map((row) => row.stopWithoutRunMs)]) ?? sources.withoutStops,
      stopMs: sumKnown([sum('stopMs'), ...stood.map((row) => row.stopMs)]) ?? sources.withoutStops,
      idealMs: sum('idealMs'),
      laborMs: sumKnown((labor.get(name) ?? []).flatMap((row) => [row.regularMs, row.overtimeMs])),
    };
  });
  return groups.sort((a, b) => compare(a.line, b.line) || compare(a.key, b.key));
}

function keyOf(plant: string, place: Place, by: ProductionGroup): string {
  switch (by) {
    case 'plant':
      return plant;
    case 'line':
      return place.line;
    case 'shift':
      return place.shift;
    case 'week':
      return isoWeek(place.key);
    default:
      return place.key;
  }
}

function gather<T extends Place>(rows: readonly T[], nameOf: (place: Place) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
