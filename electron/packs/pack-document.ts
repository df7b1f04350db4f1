/**
 * A pack ready for typesetting: plain JSON, every number already text, every chart already geometry. The Typst templates only lay
 * it out, so that what a page says is decided and tested here.
 */
import type { AreaView } from '../../shared/areas/view.ts';

export type Letter = '' | 'F' | 'U';

export interface PackDocument {
  /** "LIN_2026-10_Monthly_v1": file name without its ending. */
  id: string;
  title: string;
  plant: string;
  /** "October 2026" */
  period: string;
  /** "2026-P10" */
  periodCode: string;
  version: string;
  asOf: string;
  date: { year: number; month: number; day: number };
  description: string;
  /** Right of the pack's id in the footer. */
  footer: string;
  /** "total cost 1.9 % U, OEE 74.8 %": for the subject of the e-mail. */
  headline: string;
  /** Pairs at the foot of the cover. */
  facts: { label: string; value: string }[];
  sources: PrintSource[];
  summary: PrintSummary;
  sections: PrintSection[];
  basis: PrintBasis;
}

export interface PrintSource {
  label: string;
  file: string;
  received: string;
  dataTo: string;
  rows: string;
  leftOut: string;
  check: string;
  trust: 'fresh' | 'late' | 'old' | 'missing';
  trustText: string;
}

export interface PrintSummary {
  finding: string;
  groups: { area: string; rows: PrintKpi[] }[];
  notes: string[];
  commentary: { area: string; text: string }[];
}

export interface PrintKpi {
  label: string;
  /** Only when it differs from the pack's period. */
  period: string;
  /** Why there is no value. */
  reason: string;
  unit: string;
  value: string;
  comparisonLabel: string;
  comparison: string;
  variance: string;
  letter: Letter;
  detail: string;
  spark: PrintSpark;
}

/** A sparkline in fractions of its box; gaps split the segments. */
export interface PrintSpark {
  segments: { x: number; y: number }[][];
  target: number | null;
  end: { x: number; y: number } | null;
  tone: Letter;
  alt: string;
}

export interface PrintSection {
  key: AreaView['area'];
  title: string;
  subtitle: string;
  finding: string;
  lead: string;
  landscape: boolean;
  empty: { message: string; sources: string } | null;
  kpis: PrintKpi[];
  /** Lines the longest KPI label takes. */
  kpiLabelLines: number;
  /** Lines under a KPI's variance: what it is compared with, and its period where that differs. */
  kpiNoteLines: number;
  /** One or two charts a row. */
  chartRows: PrintChart[][];
  grids: PrintGrid[];
}

export type PrintChart = PrintPlot | PrintBars;

export type Look =
  'actual' | 'budget' | 'forecast' | 'prior' | 'target' | 'favorable' | 'unfavorable' | 'neutral' | 'scale-1' | 'scale-2' | 'scale-3' | 'to-date';

interface PrintChartHead {
  title: string;
  /** Points it is drawn for. */
  width: number;
  /** Unit, period, and where the axis starts. */
  note: string;
  alt: string;
}

/** Marks in fractions of the plot: x from the left, y from the bottom. */
export interface PrintPlot extends PrintChartHead {
  kind: 'plot';
  /** Millimetres, without the axis labels. */
  height: number;
  /** Points kept free for labels of the value axis (left) and of line ends (right). */
  left: number;
  right: number;
  /** Lines of the longest category label. */
  axisLines: number;
  gridlines: { y: number; label: string }[];
  base: number;
  bars: { x0: number; x1: number; y0: number; y1: number; look: Look; broken: boolean }[];
  /** Short horizontal marks: prior year, target, budget over a stack. */
  dashes: { x0: number; x1: number; y: number; look: Look }[];
  links: { x0: number; x1: number; y: number }[];
  lines: { look: Look; segments: { x: number; y: number }[][]; dots: boolean }[];
  /** `above`: text stands on the point; otherwise under it. */
  labels: { x: number; y: number; text: string; letter: Letter; strong: boolean; above: boolean; width: number }[];
  axis: { x: number; width: number; text: string }[];
  ends: { y: number; text: string; strong: boolean }[];
  keys: { look: Look; label: string }[];
}

/** Bars as a real table: the numbers are the content, the bars decoration. */
export interface PrintBars extends PrintChartHead {
  kind: 'bars';
  /** Points. */
  labelWidth: number;
  heads: { label: string; value: string; secondary: string; cumulative: string };
  rows: { label: string; fraction: number; value: string; secondary: string; cumulative: string; isOther: boolean }[];
  more: string;
}

export interface PrintGrid {
  title: string;
  caption: string;
  /** Points. */
  textSize: number;
  columns: PrintColumn[];
  /** Column groups: columns [from, to). Empty when the grid has none. */
  groups: { label: string; from: number; to: number }[];
  rows: PrintRow[];
  /** "38 more rows in the workbook", or ''. */
  more: string;
  footnotes: string[];
}

export interface PrintColumn {
  label: string;
  align: 'left' | 'right';
  /** Points, cell padding included. */
  width: number;
  /** Keeps room for F or U behind the number. */
  lettered: boolean;
  strong: boolean;
  dim: boolean;
  /** A gap stands before it: the first column of a column group. */
  gap: boolean;
}

export interface PrintRow {
  kind: 'group' | 'leaf' | 'subtotal' | 'total';
  /** Names a group or a sum; '' on leaves. */
  label: string;
  /** Columns the name of a sum runs over. */
  labelSpan: number;
  depth: number;
  /** Steps its first cell is moved in. */
  indent: number;
  cells: PrintCell[];
}

export interface PrintCell {
  text: string;
  letter: Letter;
}

/** Last page: how the figures were made and what they stand on. */
export interface PrintBasis {
  finding: string;
  figures: { area: string; measure: string; period: string; value: string; arithmetic: string }[];
  rules: { term: string; meaning: string }[];
  /** What was replaced because the typeface lacks it. */
  substitutions: string[];
  auditHead: string;
}
