/**
 * Charts as plain specs in the house notation: actual solid, budget outlined, forecast hatched, prior year thin grey, target a dash.
 * renderer/ui/Chart and resources/packs draw the same spec. Values are in display units; null is a gap, never 0.
 */
export type SeriesRole = 'actual' | 'budget' | 'forecast' | 'prior' | 'target' | 'favorable' | 'unfavorable' | 'scale-1' | 'scale-2' | 'scale-3';

export interface Series {
  name: string;
  role: SeriesRole;
  values: (number | null)[];
}

interface ChartHead {
  /** What, with the unit and period beside it: "Good units by day", "units, October 2026". */
  title: string;
  unit: string;
  period: string;
  /** One sentence with the numbers, for people who don't see the picture. */
  alt: string;
  decimals: number;
}

/** Columns or lines over categories (days, months, lines, departments). */
export interface CategoryChart extends ChartHead {
  kind: 'columns' | 'stacked-columns' | 'lines';
  categories: string[];
  /** Wire keys of the categories, for drill-down: keys[i] belongs to categories[i]. */
  keys: string[];
  series: Series[];
  /** Categories from this index on are "to date": drawn hollow. */
  toDateFrom: number | null;
}

/** Horizontal bars, largest first, with the numbers beside them. */
export interface BarChart extends ChartHead {
  kind: 'bars';
  rows: { key: string; label: string; value: number; secondary: string; cumulative: number | null; isOther: boolean }[];
}

/** From one figure to another by steps. */
export interface BridgeChart extends ChartHead {
  kind: 'bridge';
  steps: { label: string; value: number; role: 'total-budget' | 'total-actual' | 'favorable' | 'unfavorable' | 'neutral' }[];
}

export type ChartSpec = CategoryChart | BarChart | BridgeChart;

/** The thirteen points beside a KPI. */
export interface Sparkline {
  values: (number | null)[];
  target: number | null;
  end: 'favorable' | 'unfavorable' | 'neutral';
}
