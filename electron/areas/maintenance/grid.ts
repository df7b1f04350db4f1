/** Two grids: the open orders, overdue ones first, and the assets with what they cost. */
import { hours, meanHoursToRepair, type OrderTotals } from '../../../shared/areas/maintenance/measures.ts';
import { statusLabels, workTypeLabels } from '../../../shared/areas/maintenance/terms.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import type { Grid, GridColumn, GridRow, TraceReference } from '../../../shared/areas/view.ts';
import { daysBetween } from '../../../shared/kit/iso-date.ts';
import { dayLabel } from '../../../shared/kit/period.ts';
import { sayCount, sayNumber } from '../../../shared/kit/wording.ts';
import { summaryTrace, type MaintenancePage } from './page.ts';
import type { OpenOrder } from './store.ts';

/** More rows than anybody works through; the most urgent stand first. */
export const orderLimit = 500;

export function orderGrid(page: MaintenancePage, orders: readonly OpenOrder[]): Grid {
  const { now, scope } = page;
  const input = { plant: page.plant.code, from: scope.from, to: scope.to };
  const rows = orders.map((order) => orderRow(page, order, input));
  const total: GridRow = {
    key: 'total',
    kind: 'total',
    parent: null,
    cells: { order: sayNumber(now.open), title: `open, ${sayNumber(now.overdue)} of them overdue`, estimatedHours: hours(now.backlogMs) },
    effects: {},
    trace: now.backlogMs === null ? {} : { estimatedHours: summaryTrace(page, 'plant', { key: page.plant.code, field: 'backlogHours' }) },
  };
  const left = now.open - orders.length;
  return {
    key: 'orders',
    title: 'Open orders',
    caption: `${sayCount(now.open, 'order')} open on ${dayLabel(scope.statusDay)}`,
    columns: orderColumns,
    rows: now.open > 0 ? [...rows, total] : rows,
    footnotes: [
      'Late = as-of day − due day; the due day itself is not late',
      'Age = as-of day − day of creation',
      ...(left > 0 ? [`The first ${sayNumber(orders.length)} are shown, ${sayNumber(left)} more are open`] : []),
    ],
  };
}

function orderRow(page: MaintenancePage, order: OpenOrder, input: TraceReference['input']): GridRow {
  const day = page.scope.statusDay;
  const late = order.due !== null && order.due < day ? daysBetween(order.due, day) : null;
  const trace: Record<string, TraceReference> = {};
  for (const [column, value] of [
    ['estimatedHours', order.estimatedMs],
    ['laborHours', order.laborMs],
    ['due', order.due],
    ['created', order.created],
  ] as const) {
    if (value === null) continue;
    trace[column] = { procedure: 'maintenance.view', input, key: `order:${String(order.factId)}`, field: column === 'due' ? 'dueDate' : column };
  }
  return {
    key: `order:${String(order.factId)}`,
    kind: 'leaf',
    parent: null,
    cells: {
      order: order.order,
      title: order.title,
      asset: order.asset === '' ? (order.assetName ?? unassigned) : page.nameOf(order.asset),
      type: order.type === null ? null : (workTypeLabels[order.type] ?? order.type),
      priority: order.priority,
      status: order.status === null ? null : (statusLabels[order.status] ?? order.status),
      due: order.due,
      // blank, not undefined: an order in time is no days late
      late: late ?? '',
      age: order.created === null ? null : daysBetween(order.created, day),
      estimatedHours: hours(order.estimatedMs),
      craft: order.craft === '' ? null : order.craft,
      created: order.created,
      laborHours: hours(order.laborMs),
    },
    effects: late === null ? {} : { late: 'U' },
    trace,
  };
}

export function assetGrid(page: MaintenancePage): Grid {
  const { scale } = page;
  const rows = [...page.assets].sort(
    (a, b) => (b.downtimeMs ?? 0) - (a.downtimeMs ?? 0) || (b.laborMs ?? 0) - (a.laborMs ?? 0) || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
  return {
    key: 'assets',
    title: 'Assets',
    caption: `${page.label}; open and overdue on ${dayLabel(page.scope.statusDay)}`,
    columns: [
      { ...text('asset', 'Asset', 200), kind: 'text' },
      number('count', 'Orders', { unit: '', decimals: 0 }),
      number('failures', 'Failures', { unit: '', decimals: 0 }),
      number('downtimeHours', 'Downtime', { unit: 'h', decimals: 1 }),
      number('mttrHours', 'Repair time', { unit: 'h', decimals: 1 }),
      number('laborHours', 'Labor', { unit: 'h', decimals: 1 }),
      { ...number('cost', 'Cost', scale), kind: 'money' },
      number('open', 'Open', { unit: '', decimals: 0 }),
      number('overdue', 'Overdue', { unit: '', decimals: 0 }),
    ],
    rows: [...rows.map((totals) => assetRow(page, totals, 'leaf')), ...(rows.length > 1 ? [assetRow(page, page.now, 'total')] : [])],
    footnotes: ['Failures are emergency orders, and corrective orders with downtime', 'Repair time is the mean over failures with a known time'],
  };
}

function assetRow(page: MaintenancePage, totals: OrderTotals, kind: 'leaf' | 'total'): GridRow {
  const figures = {
    count: totals.count,
    failures: totals.failures,
    downtimeHours: hours(totals.downtimeMs),
    mttrHours: meanHoursToRepair(totals.repairMs, totals.repairs),
    laborHours: hours(totals.laborMs),
    cost: totals.costMinor === null ? null : totals.costMinor / page.scale.divisor,
    open: totals.open,
    overdue: totals.overdue,
  };
  const trace: Record<string, TraceReference> = {};
  for (const [field, value] of Object.entries(figures)) {
    if (value !== null && value !== 0) trace[field] = summaryTrace(page, kind === 'leaf' ? 'asset' : 'plant', { key: totals.key, field });
  }
  const asset = kind === 'total' ? 'All assets' : page.nameOf(totals.key);
  return { key: kind === 'total' ? 'total' : `asset:${totals.key}`, kind, parent: null, cells: { asset, ...figures }, effects: {}, trace };
}

function text(field: string, label: string, width: number): GridColumn {
  return { field, label, kind: 'text', unit: '', decimals: 0, group: '', width, wideOnly: false, effectField: null };
}

function number(field: string, label: string, shown: { unit: string; decimals: number }): GridColumn {
  return { ...text(field, label, 88), kind: 'number', unit: shown.unit, decimals: shown.decimals };
}

const orderColumns: GridColumn[] = [
  { ...text('order', 'Order', 96), kind: 'code' },
  text('title', 'Title', 260),
  text('asset', 'Asset', 140),
  text('type', 'Type', 100),
  text('priority', 'Priority', 80),
  { ...text('status', 'Status', 110), kind: 'status' },
  { ...text('due', 'Due', 96), kind: 'date' },
  { ...number('late', 'Late', { unit: 'd', decimals: 0 }), effectField: 'late' },
  { ...number('age', 'Age', { unit: 'd', decimals: 0 }), kind: 'age' },
  number('estimatedHours', 'Est.', { unit: 'h', decimals: 1 }),
  text('craft', 'Craft', 110),
  { ...text('created', 'Created', 96), kind: 'date', wideOnly: true },
  { ...number('laborHours', 'Labor', { unit: 'h', decimals: 1 }), wideOnly: true },
];
