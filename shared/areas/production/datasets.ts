/** What production can import: shift output, stops, orders and products. */
import type { Dataset, RollUp } from '../../intake/dataset.ts';
import {
  commentAliases,
  dateAliases,
  goodAliases,
  idealCycleAliases,
  outputLineAliases,
  outputOrderAliases,
  plannedAliases,
  plannedTimeAliases,
  productAliases,
  reasonAliases,
  reworkAliases,
  runTimeAliases,
  scrapAliases,
  shiftAliases,
  stopAssetAliases,
  stopEndAliases,
  stopMinutesAliases,
  stopStartAliases,
  stopTimeAliases,
  targetAliases,
  totalAliases,
} from './aliases.ts';
import {
  customerAliases,
  orderDueAliases,
  orderFinishedAliases,
  orderLineAliases,
  orderPlannedAliases,
  orderProducedAliases,
  orderProductAliases,
  orderProductNameAliases,
  orderScrapAliases,
  orderUnitAliases,
  plannedStartAliases,
  productCodeAliases,
  productCostAliases,
  productCycleAliases,
  productGroupAliases,
  productionOrderAliases,
  productionOrderStatusAliases,
  productionOrderTypeAliases,
  productNameAliases,
} from './order-aliases.ts';

const outputSums: RollUp['sums'] = [
  'good_count',
  'scrap_count',
  'rework_count',
  'total_count',
  'made_count',
  'target_count',
  'credited_count',
  'planned_ms',
  'run_ms',
  'stop_ms',
  'ideal_ms',
];

// Where no run time was measured, row by row: sums of a whole day can't tell.
const unmeasured: RollUp['extras'] = {
  planned_without_run_ms: 'sum(case when run_ms is null then planned_ms end)',
  stop_without_run_ms: 'sum(case when run_ms is null and planned_ms is not null then stop_ms end)',
};

const unmeasuredOfDays: RollUp['extras'] = { planned_without_run_ms: 'sum(planned_without_run_ms)', stop_without_run_ms: 'sum(stop_without_run_ms)' };

/** SQL over a day roll-up: the days of a month on which a column is known, as bits, the first of the month lowest. */
function daysWith(column: string): string {
  return `sum(distinct case when ${column} is not null then 1 << (cast(substr(day, 9, 2) as integer) - 1) end)`;
}

export const productionOutput: Dataset = {
  name: 'production.output',
  area: 'production',
  label: 'Production output',
  oneRowIs: 'what a line made of a product in a shift',
  table: 'shift_output',
  fields: [
    { name: 'date', column: 'production_date', type: 'date', label: 'Date', aliases: dateAliases },
    { name: 'shift', column: 'shift_code', type: 'code', label: 'Shift', aliases: shiftAliases },
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', names: 'line', aliases: outputLineAliases },
    { name: 'product', column: 'product_code', type: 'code', label: 'Product', aliases: productAliases },
    { name: 'order', column: 'order_code', type: 'code', label: 'Order', aliases: outputOrderAliases },
    { name: 'good', column: 'good_count', type: 'count', label: 'Good', measure: true, good: 'up', aliases: goodAliases },
    { name: 'scrap', column: 'scrap_count', type: 'count', label: 'Scrap', measure: true, good: 'down', aliases: scrapAliases },
    { name: 'rework', column: 'rework_count', type: 'count', label: 'Rework', measure: true, good: 'down', aliases: reworkAliases },
    { name: 'total', column: 'total_count', type: 'count', label: 'Total', measure: true, good: 'up', aliases: totalAliases },
    { name: 'target', column: 'target_count', type: 'count', label: 'Target', measure: true, aliases: targetAliases },
    { name: 'plannedMinutes', column: 'planned_ms', type: 'duration', unit: 'min', label: 'Planned time', measure: true, aliases: plannedTimeAliases },
    { name: 'runMinutes', column: 'run_ms', type: 'duration', unit: 'min', label: 'Run time', measure: true, good: 'up', aliases: runTimeAliases },
    { name: 'stopMinutes', column: 'stop_ms', type: 'duration', unit: 'min', label: 'Stop time', measure: true, good: 'down', aliases: stopTimeAliases },
    { name: 'idealCycleSeconds', column: 'ideal_cycle_ms', type: 'duration', unit: 's', label: 'Ideal cycle', aliases: idealCycleAliases },
  ],
  key: ['date', 'shift', 'line', 'product', 'order'],
  requires: [['date'], ['line']],
  sameKey: 'group',
  dateField: 'date',
  rollUp: {
    table: 'shift_output_day',
    grain: 'day',
    bucket: 'production_date',
    dimensions: ['shift_code', 'line_code', 'product_code'],
    sums: outputSums,
    extras: unmeasured,
  },
  furtherRollUps: [
    {
      table: 'place_output_day',
      grain: 'day',
      bucket: 'production_date',
      dimensions: ['line_code', 'shift_code'],
      sums: outputSums,
      extras: unmeasuredOfDays,
      fromFinest: true,
    },
    {
      table: 'shift_output_month',
      grain: 'month',
      bucket: 'production_month',
      dimensions: ['line_code', 'shift_code'],
      sums: outputSums,
      // which days the output speaks for: a stop of such a day isn't counted twice
      extras: {
        ...unmeasuredOfDays,
        stop_days: daysWith('stop_ms'),
        run_days: daysWith('run_ms'),
        unmeasured_days: daysWith('planned_without_run_ms'),
      },
      fromFinest: true,
    },
    {
      table: 'product_output_month',
      grain: 'month',
      bucket: 'production_month',
      dimensions: ['line_code', 'product_code'],
      sums: outputSums,
      extras: unmeasuredOfDays,
      fromFinest: true,
    },
  ],
  wide: { headerField: 'date', valueField: 'total', orHeads: ['shift'] },
  evidence: {
    atLeast: 1,
    of: ['good', 'scrap', 'rework', 'total', 'target', 'plannedMinutes', 'runMinutes', 'stopMinutes'],
    // Counts by defect are an inspection.
    unless: ['quality.inspections.characteristic'],
  },
};

const stopSums: RollUp['sums'] = ['stop_ms', 'stop_count'];

export const productionDowntime: Dataset = {
  name: 'production.downtime',
  area: 'production',
  label: 'Downtime',
  oneRowIs: 'one stop',
  table: 'downtime_event',
  fields: [
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', names: 'line', aliases: outputLineAliases },
    { name: 'start', column: 'started_at', type: 'timestamp', label: 'Start', aliases: stopStartAliases },
    { name: 'end', column: 'ended_at', type: 'timestamp', label: 'End', aliases: stopEndAliases },
    { name: 'minutes', column: 'stop_ms', type: 'duration', unit: 'min', label: 'Minutes', measure: true, good: 'down', aliases: stopMinutesAliases },
    { name: 'reason', column: 'reason_code', type: 'code', label: 'Reason', aliases: reasonAliases },
    { name: 'shift', column: 'shift_code', type: 'code', label: 'Shift', aliases: shiftAliases },
    { name: 'asset', column: 'asset_code', type: 'code', label: 'Asset', names: 'asset', aliases: stopAssetAliases },
    { name: 'planned', column: 'is_planned', type: 'boolean', label: 'Planned', aliases: plannedAliases },
    { name: 'comment', column: 'comment', type: 'text', label: 'Comment', aliases: commentAliases },
  ],
  key: ['line', 'start', 'reason'],
  requires: [['line'], ['start'], ['minutes', 'end']],
  sameKey: 'group',
  dateField: 'start',
  rollUp: {
    table: 'downtime_day',
    grain: 'day',
    bucket: 'event_date',
    dimensions: ['line_code', 'asset_code', 'shift_code', 'reason_code'],
    sums: stopSums,
  },
  furtherRollUps: [
    { table: 'stop_day', grain: 'day', bucket: 'event_date', dimensions: ['line_code', 'shift_code'], sums: stopSums, fromFinest: true },
    {
      table: 'downtime_month',
      grain: 'month',
      bucket: 'event_month',
      dimensions: ['line_code', 'asset_code', 'reason_code'],
      sums: stopSums,
      fromFinest: true,
    },
    {
      table: 'stop_month',
      grain: 'month',
      bucket: 'event_month',
      dimensions: ['line_code', 'shift_code'],
      sums: stopSums,
      extras: { stop_days: daysWith('stop_ms') },
      fromFinest: true,
    },
  ],
  wide: null,
  // Tasks and bookings start and end on a resource, too.
  evidence: {
    atLeast: 2,
    of: ['start', 'end', 'minutes', 'reason', 'planned'],
    must: [['minutes', 'reason', 'planned']],
    weak: ['duration', 'dauer', 'duree', 'duracion', 'duracao', 'durata', 'duur', 'czas trwania', 'varaktighet', 'sure'],
  },
  standIns: { line: 'asset' },
};

export const productionOrders: Dataset = {
  name: 'production.orders',
  area: 'production',
  label: 'Production orders',
  oneRowIs: 'one order position',
  table: 'production_order',
  fields: [
    { name: 'order', column: 'order_code', type: 'code', label: 'Order', aliases: productionOrderAliases },
    { name: 'product', column: 'product_code', type: 'code', label: 'Product', aliases: orderProductAliases },
    { name: 'productName', column: 'product_name', type: 'text', label: 'Product name', aliases: orderProductNameAliases },
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', names: 'line', aliases: orderLineAliases },
    { name: 'customer', column: 'customer', type: 'text', label: 'Customer', aliases: customerAliases },
    { name: 'orderType', column: 'order_type', type: 'code', label: 'Order type', aliases: productionOrderTypeAliases },
    { name: 'status', column: 'status_text', type: 'text', label: 'Status', aliases: productionOrderStatusAliases },
    { name: 'start', column: 'start_date', type: 'date', label: 'Planned start', aliases: plannedStartAliases },
    { name: 'dueDate', column: 'due_date', type: 'date', label: 'Due', aliases: orderDueAliases },
    { name: 'finished', column: 'finished_date', type: 'date', label: 'Finished', aliases: orderFinishedAliases },
    { name: 'planned', column: 'planned_count', type: 'count', label: 'Planned', measure: true, per: 'unit', aliases: orderPlannedAliases },
    { name: 'produced', column: 'produced_count', type: 'count', label: 'Produced', measure: true, per: 'unit', good: 'up', aliases: orderProducedAliases },
    { name: 'scrap', column: 'scrap_count', type: 'count', label: 'Scrap', good: 'down', aliases: orderScrapAliases },
    { name: 'unit', column: 'unit', type: 'code', label: 'Unit', aliases: orderUnitAliases },
  ],
  key: ['source', 'order', 'product'],
  requires: [['order']],
  sameKey: 'group',
  dateField: 'dueDate',
  rollUp: null,
  wide: null,
  // What was ordered or made, and something only an order has.
  evidence: {
    atLeast: 3,
    of: ['product', 'productName', 'customer', 'orderType', 'status', 'start', 'dueDate', 'finished', 'planned', 'produced'],
    must: [['planned'], ['product', 'productName']],
    unless: [
      'production.output.shift',
      'production.output.good',
      'production.output.runMinutes',
      'production.output.stopMinutes',
      'budget.commitments.vendor',
      'inventory.receipts.supplier',
      'maintenance.workOrders.laborHours',
    ],
  },
};

export const productionProducts: Dataset = {
  name: 'production.products',
  area: 'production',
  label: 'Products',
  oneRowIs: 'a product',
  table: 'product',
  fields: [
    { name: 'product', column: 'product_code', type: 'code', label: 'Product', aliases: productCodeAliases },
    { name: 'name', column: 'name', type: 'text', label: 'Name', aliases: productNameAliases },
    { name: 'group', column: 'product_group', type: 'text', label: 'Product group', aliases: productGroupAliases },
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', names: 'line', aliases: orderLineAliases },
    { name: 'unit', column: 'unit', type: 'code', label: 'Unit', aliases: orderUnitAliases },
    { name: 'idealCycleSeconds', column: 'ideal_cycle_ms', type: 'duration', unit: 's', label: 'Ideal cycle', aliases: productCycleAliases },
    /** Of one unit, in major units: a cost per piece has more decimals than a currency. */
    { name: 'standardCost', column: 'standard_cost', type: 'number', label: 'Standard cost', aliases: productCostAliases },
  ],
  key: ['product'],
  requires: [['product']],
  sameKey: 'group',
  dateField: null,
  rollUp: null,
  wide: null,
  evidence: {
    atLeast: 2,
    of: ['name', 'group', 'unit', 'idealCycleSeconds', 'standardCost'],
    must: [['idealCycleSeconds', 'standardCost']],
    unless: [
      'production.output.date',
      'production.output.good',
      'production.output.total',
      'inventory.stock.onHand',
      'inventory.stock.minimum',
      'inventory.receipts.supplier',
      'production.orders.order',
    ],
  },
};
