/**
 * What an area page shows and a pack section prints: KPI tiles, charts, one grid. Both draw the same view, so they can't disagree.
 * Values are full precision in display units (hours, minutes, major currency units, ratios 0–1); rounding happens where they are drawn.
 */
import type { ChartSpec, Sparkline } from '../charts/spec.ts';

/** F: good for the result; U: bad; null: no difference, or nothing to compare. */
export type Effect = 'F' | 'U' | null;

export type ValueFormat = 'number' | 'percent' | 'money' | 'hours' | 'minutes' | 'days';

/** Points at the figure a procedure returned, for `provenance.trace`. */
export interface TraceReference {
  procedure: string; // 'budget.variance'
  input: Record<string, unknown>;
  key: string;
  field: string;
}

export interface Kpi {
  key: string;
  label: string; // 'Total cost'
  period: string; // 'October 2026' or 'November to date'
  value: number | null;
  format: ValueFormat;
  unit: string; // 'k€', '%', 'h', 'units'
  decimals: number;
  /** What it is compared with. */
  comparison: { label: string; value: number | null } | null;
  variance: number | null;
  effect: Effect;
  /** "12,345 good of 12,900 made": numerator and denominator stand beside every ratio. */
  detail: string;
  /** Why the value is null; null otherwise. */
  reason: string | null;
  spark: Sparkline;
  trace: TraceReference | null;
}

export type ColumnKind = 'text' | 'code' | 'number' | 'percent' | 'money' | 'date' | 'effect' | 'status' | 'age';

export interface GridColumn {
  field: string;
  label: string;
  kind: ColumnKind;
  /** In the header: 'k€', 'h', 'min'. */
  unit: string;
  decimals: number;
  /** Column group over it, '' for none. */
  group: string;
  width: number;
  /** Only on wide screens and in the workbook. */
  wideOnly: boolean;
  /** Variance columns: colour by the row's effect field. */
  effectField: string | null;
}

export interface GridRow {
  key: string;
  kind: 'group' | 'leaf' | 'total';
  /** Key of the group row above it; null on top level. */
  parent: string | null;
  cells: Record<string, string | number | null>;
  /** Effect per column field, where the cell carries one. */
  effects: Record<string, Effect>;
  /** Cells that can be traced: field → reference. */
  trace: Record<string, TraceReference>;
}

export interface Grid {
  key: string;
  title: string;
  /** 'k€, October 2026' */
  caption: string;
  columns: GridColumn[];
  rows: GridRow[];
  /** "21 accounts, 6 groups", "Variance = actual − budget; F raises the result, U lowers it". */
  footnotes: string[];
}

export interface AreaView {
  area: 'production' | 'budget' | 'staffing' | 'maintenance';
  title: string; // 'Budget'
  /** One line under the title: what the page stands on. */
  subtitle: string;
  /** The finding as a sentence with its figure, composed from the numbers: "Cost is 80.7 k€ over budget; overtime is half of it". */
  finding: string;
  /** Two or three further sentences for the pack's summary. */
  commentary: string[];
  kpis: Kpi[];
  charts: ChartSpec[];
  grids: Grid[];
  /** What file would fill the page, when there is nothing to show. */
  empty: { message: string; datasets: string[] } | null;
}

/** One source of the freshness lights and the pack's trust table. */
export interface Freshness {
  dataset: string;
  label: string; // 'Ledger'
  file: string | null;
  receivedAt: string | null; // UTC instant
  dataTo: string | null; // ISO day
  ageDays: number | null; // as-of − dataTo
  rows: number;
  rejected: number;
  warnings: number;
  state: 'fresh' | 'late' | 'old' | 'missing';
}

/** Something on Today that needs a decision, ranked by money or minutes lost, with its arithmetic. */
export interface Exception {
  key: string;
  area: AreaView['area'];
  title: string; // 'Press 4 down 312 min above normal'
  arithmetic: string; // '498 min in week 46 − normal 186'
  since: string; // '3rd week'
  weight: number; // rank within the list: money in major units where known, else minutes or hours scaled
  value: string; // what stands in the right column, with unit: '312 min'
  chart: ChartSpec | null; // the evidence
  trace: TraceReference | null;
}
