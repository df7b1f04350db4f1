/** SQL of what was made: sums of shift output, whole months from the month roll-ups and the rest from the days. */
import { unassigned } from '../../../shared/areas/range.ts';
import { rowsOf, type ReadDb, type SqlValue } from '../../store/database.ts';
import { daysOf, piecesOf, type Piece } from '../whole-months.ts';

export interface Scope {
  plant: string;
  from: string;
  to: string;
  /** Only this line; null for all. "Unassigned" means rows without one. */
  line: string | null;
}

/** How finely a source is read: by line and shift, by line and product, by day, by month. */
export type Split = 'place' | 'product' | 'day' | 'month';

/** Where a row of a source belongs; what the split doesn't tell apart is ''. */
export interface Place {
  line: string;
  shift: string;
  /** Product, day or month. */
  key: string;
}

export interface OutputRow extends Place {
  good: number | null;
  scrap: number | null;
  rework: number | null;
  total: number | null;
  target: number | null;
  credited: number | null;
  plannedMs: number | null;
  measuredRunMs: number | null;
  plannedWithoutRunMs: number | null;
  stopMs: number | null;
  stopWithoutRunMs: number | null;
  idealMs: number | null;
}

const sums = `sum(good_count) as good, sum(scrap_count) as scrap, sum(rework_count) as rework, sum(made_count) as total,
  sum(target_count) as target, sum(credited_count) as credited,
  sum(planned_ms) as plannedMs, sum(run_ms) as measuredRunMs, sum(stop_ms) as stopMs, sum(ideal_ms) as idealMs,
  sum(planned_without_run_ms) as plannedWithoutRunMs, sum(stop_without_run_ms) as stopWithoutRunMs`;

const tables = {
  places: { day: 'place_output_day', month: 'shift_output_month' },
  products: { day: 'shift_output_day', month: 'product_output_month' },
} as const;

/** Sums of the output in scope; a place may come up to three times, once a piece of the range. */
export function outputRows(db: ReadDb, scope: Scope, split: Split): OutputRow[] {
  return piecesFor(scope, split).flatMap((piece) => {
    const { columns, groups } = splitSql(split, piece);
    const table = tables[split === 'product' ? 'products' : 'places'][piece.grain];
    return rowsOf<OutputRow>(
      db.all(`select ${columns}, ${sums} from ${table} where ${pieceFilter(scope, piece)} group by ${groups}`, pieceParameters(scope, piece)),
    );
  });
}

/** Sums of the output by line and day, in that order: `key` is the day. */
export function outputByLineAndDay(db: ReadDb, scope: Scope): OutputRow[] {
  const piece = daysOf(scope);
  return rowsOf<OutputRow>(
    db.all(
      `select line_code as line, '' as shift, day as key, ${sums} from place_output_day where ${pieceFilter(scope, piece)} group by line_code, day order by line_code, day`,
      pieceParameters(scope, piece),
    ),
  );
}

/** What queries of a source read one after the other. */
export function piecesFor(scope: Scope, split: Split): Piece[] {
  return split === 'day' ? [daysOf(scope)] : piecesOf(scope);
}

/** SQL of a split over a roll-up of the piece's grain: the columns of `Place`, and what to group by. */
export function splitSql(split: Split, piece: Piece): { columns: string; groups: string } {
  switch (split) {
    case 'place':
      return { columns: `line_code as line, shift_code as shift, '' as key`, groups: 'line_code, shift_code' };
    case 'product':
      return { columns: `line_code as line, '' as shift, product_code as key`, groups: 'line_code, product_code' };
    case 'day':
      return { columns: `'' as line, '' as shift, day as key`, groups: 'plant_code, day' };
    case 'month':
      return {
        columns: `'' as line, '' as shift, ${piece.grain === 'month' ? 'month' : 'substr(day, 1, 7)'} as key`,
        groups: piece.grain === 'month' ? 'plant_code, month' : '3',
      };
  }
}

export function pieceFilter(scope: Scope, { grain }: Piece): string {
  return `plant_code = @plant and ${grain} between @from and @to ${lineFilter(scope)}`;
}

export function lineFilter(scope: Scope): string {
  return scope.line === null ? '' : 'and line_code = @line';
}

export function pieceParameters(scope: Scope, { from, to }: Piece): Record<string, SqlValue> {
  return { ...parametersOf(scope), from, to };
}

/** Plant, range and, where only one is meant, line. */
export function parametersOf(scope: Scope): Record<string, SqlValue> {
  const range = { plant: scope.plant, from: scope.from, to: scope.to };
  return scope.line === null ? range : { ...range, line: scope.line === unassigned ? '' : scope.line };
}
