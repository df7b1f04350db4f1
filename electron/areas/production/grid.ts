/** The production grid: lines with their products (or shifts) under them and the plant as total, every figure traceable. */
import { oee, productionFigures, type ProductionFigures } from '../../../shared/areas/production/measures.ts';
import type { Grid, GridColumn, GridRow, TraceReference } from '../../../shared/areas/view.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { sayCount } from '../../../shared/kit/wording.ts';
import { effectOf } from '../tiles.ts';
import type { GroupTotals } from './store.ts';
import type { ProductionPage } from './page.ts';

const figureColumns: {
  field: keyof ProductionFigures;
  label: string;
  kind: 'number' | 'percent';
  unit: string;
  decimals: number;
  group: string;
  wideOnly: boolean;
}[] = [
  { field: 'good', label: 'Good', kind: 'number', unit: 'units', decimals: 0, group: 'Units', wideOnly: false },
  { field: 'scrap', label: 'Scrap', kind: 'number', unit: 'units', decimals: 0, group: 'Units', wideOnly: false },
  { field: 'rework', label: 'Rework', kind: 'number', unit: 'units', decimals: 0, group: 'Units', wideOnly: true },
  { field: 'total', label: 'Total', kind: 'number', unit: 'units', decimals: 0, group: 'Units', wideOnly: false },
  { field: 'target', label: 'Target', kind: 'number', unit: 'units', decimals: 0, group: 'Units', wideOnly: false },
  { field: 'attainment', label: 'Attainment', kind: 'percent', unit: '%', decimals: 1, group: 'Units', wideOnly: false },
  { field: 'plannedMinutes', label: 'Planned', kind: 'number', unit: 'min', decimals: 0, group: 'Time', wideOnly: true },
  { field: 'runMinutes', label: 'Run', kind: 'number', unit: 'min', decimals: 0, group: 'Time', wideOnly: true },
  { field: 'stopMinutes', label: 'Stops', kind: 'number', unit: 'min', decimals: 0, group: 'Time', wideOnly: false },
  { field: 'availability', label: 'Availability', kind: 'percent', unit: '%', decimals: 1, group: 'OEE', wideOnly: false },
  { field: 'performance', label: 'Performance', kind: 'percent', unit: '%', decimals: 1, group: 'OEE', wideOnly: false },
  { field: 'quality', label: 'Quality', kind: 'percent', unit: '%', decimals: 1, group: 'OEE', wideOnly: false },
  { field: 'oee', label: 'OEE', kind: 'percent', unit: '%', decimals: 1, group: 'OEE', wideOnly: false },
];

export function productionGrid(page: ProductionPage): Grid {
  const before = new Map(page.linesBefore.map((line) => [line.key, line]));
  const rows = page.lines.flatMap((line) => lineRows(page, line, before.get(line.key) ?? null));
  const { plant, from, to } = page.scope;
  const total = gridRow(page.now, { key: 'total', kind: 'total', parent: null, name: 'Plant' }, (field) =>
    summaryTrace({ plant, from, to, by: 'plant' }, plant, field),
  );
  const leafWord = page.leafBy;
  return {
    key: 'lines',
    title: `Lines and ${leafWord}s`,
    caption: page.period,
    columns: [textColumn(`Line, ${leafWord}`), ...figureColumns.map(figureColumn), changeColumn(page)],
    rows: [...rows, withChange(total, page.now, page.before)],
    footnotes: [
      `${sayCount(page.lines.length, 'line')}; OEE = availability × performance × quality from sums, never a mean of lines.`,
      'Run time is as reported, else planned time minus stops; performance above 100 % means the ideal cycle is too long.',
      ...(page.leafBy === 'product' && page.reasons.length > 0 ? ['Stops recorded by line are not split over products.'] : []),
    ],
  };
}

function lineRows(page: ProductionPage, line: GroupTotals, before: GroupTotals | null): GridRow[] {
  const { plant, from, to } = page.scope;
  const leaves = page.withinLines.filter((leaf) => leaf.line === line.key);
  const isSplit = leaves.some((leaf) => leaf.key !== unassigned);
  const head = gridRow(line, { key: line.key, kind: isSplit ? 'group' : 'leaf', parent: null, name: line.key }, (field) =>
    summaryTrace({ plant, from, to, by: 'line' }, line.key, field),
  );
  const under = leaves.map((leaf) =>
    gridRow(leaf, { key: `${line.key} / ${leaf.key}`, kind: 'leaf', parent: line.key, name: leaf.key }, (field) =>
      summaryTrace({ plant, from, to, by: page.leafBy, line: line.key }, leaf.key, field),
    ),
  );
  return [withChange(head, line, before), ...(isSplit ? under : [])];
}

function gridRow(totals: GroupTotals, head: Pick<GridRow, 'key' | 'kind' | 'parent'> & { name: string }, traceTo: (field: string) => TraceReference): GridRow {
  const figures = productionFigures(totals);
  const known = figureColumns.filter(({ field }) => figures[field] !== null);
  return {
    key: head.key,
    kind: head.kind,
    parent: head.parent,
    cells: { name: head.name, ...Object.fromEntries(figureColumns.map(({ field }) => [field, figures[field]])), oeeChange: null },
    effects: {},
    trace: Object.fromEntries(known.map(({ field }) => [field, traceTo(field)])),
  };
}

function withChange(row: GridRow, now: GroupTotals, before: GroupTotals | null): GridRow {
  const [current, prior] = [oee(now), before === null ? null : oee(before)];
  const change = current === null || prior === null ? null : current - prior;
  return { ...row, cells: { ...row.cells, oeeChange: change }, effects: { oeeChange: effectOf(change, 'up') } };
}

function summaryTrace(input: Record<string, string>, key: string, field: string): TraceReference {
  return { procedure: 'production.summary', input, key, field };
}

function textColumn(label: string): GridColumn {
  return { field: 'name', label, kind: 'text', unit: '', decimals: 0, group: '', width: 180, wideOnly: false, effectField: null };
}

function figureColumn(column: (typeof figureColumns)[number]): GridColumn {
  return { ...column, width: 88, effectField: null };
}

function changeColumn(page: ProductionPage): GridColumn {
  return {
    field: 'oeeChange',
    label: `against ${page.priorLabel}`,
    kind: 'percent',
    unit: 'points',
    decimals: 1,
    group: 'OEE',
    width: 110,
    wideOnly: true,
    effectField: 'oeeChange',
  };
}
