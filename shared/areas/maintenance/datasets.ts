/** What maintenance can import: the asset register and work orders. */
import type { Dataset } from '../../intake/dataset.ts';
import {
  assignedToAliases, completedAliases, costAliases, craftAliases, createdAliases, descriptionAliases, dueAliases, estimatedAliases, laborAliases,
  lineAliases, locationAliases, orderAliases, priorityAliases, startedAliases, statusAliases, titleAliases, workAssetAliases,
  workAssetNameAliases, workDowntimeAliases, workTypeAliases,
} from './aliases.ts';
import {
  assetAliases, assetDescriptionAliases, assetNameAliases, assetStatusAliases, categoryAliases, criticalityAliases, manufacturerAliases, modelAliases,
  parentAliases, serialAliases,
} from './asset-aliases.ts';
import { statusWords, workTypeWords } from './words.ts';

export const maintenanceAssets: Dataset = {
  name: 'maintenance.assets',
  area: 'maintenance',
  label: 'Assets',
  oneRowIs: 'one asset',
  table: 'asset',
  fields: [
    { name: 'asset', column: 'asset_code', type: 'code', label: 'Asset', aliases: assetAliases },
    { name: 'name', column: 'name', type: 'text', label: 'Name', aliases: assetNameAliases },
    { name: 'description', column: 'description', type: 'text', label: 'Description', aliases: assetDescriptionAliases },
    { name: 'parent', column: 'parent_code', type: 'code', label: 'Parent', aliases: parentAliases },
    { name: 'location', column: 'location', type: 'text', label: 'Location', aliases: locationAliases },
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', aliases: lineAliases },
    { name: 'category', column: 'category', type: 'text', label: 'Category', aliases: categoryAliases },
    { name: 'criticality', column: 'criticality', type: 'code', label: 'Criticality', aliases: criticalityAliases },
    { name: 'status', column: 'status_text', type: 'text', label: 'Status', aliases: assetStatusAliases },
    { name: 'manufacturer', column: 'manufacturer', type: 'text', label: 'Manufacturer', aliases: manufacturerAliases },
    { name: 'model', column: 'model', type: 'code', label: 'Model', aliases: modelAliases },
    { name: 'serialNumber', column: 'serial_number', type: 'code', label: 'Serial number', aliases: serialAliases },
  ],
  key: ['source', 'asset'],
  keyWithout: { field: 'asset', key: ['source', 'name'] },
  requires: [['asset', 'name']],
  sameKey: 'error',
  dateField: null,
  rollUp: null,
  wide: null,
  evidence: { atLeast: 2, of: ['asset', 'parent', 'manufacturer', 'model', 'serialNumber', 'criticality', 'name'] },
};

const orderSums = [
  'failure_count', 'repair_count', 'repair_ms', 'downtime_ms', 'planned_ms', 'failure_ms', 'classified_ms', 'estimated_ms', 'labor_ms', 'cost_minor',
] as const;

export const maintenanceWorkOrders: Dataset = {
  name: 'maintenance.workOrders',
  area: 'maintenance',
  label: 'Work orders',
  oneRowIs: 'one work order',
  table: 'work_order',
  fields: [
    { name: 'order', column: 'order_code', type: 'code', label: 'Order', aliases: orderAliases },
    { name: 'title', column: 'title', type: 'text', label: 'Title', aliases: titleAliases },
    { name: 'description', column: 'description', type: 'text', label: 'Description', aliases: descriptionAliases },
    {
      name: 'status', column: 'status', rawColumn: 'status_text', type: 'word', label: 'Status', aliases: statusAliases,
      words: statusWords,
    },
    {
      name: 'type', column: 'work_type', rawColumn: 'work_type_text', type: 'word', label: 'Type', aliases: workTypeAliases,
      words: workTypeWords,
    },
    { name: 'priority', column: 'priority_text', type: 'text', label: 'Priority', aliases: priorityAliases },
    { name: 'asset', column: 'asset_code', type: 'code', label: 'Asset', aliases: workAssetAliases },
    { name: 'assetName', column: 'asset_name', type: 'text', label: 'Asset name', aliases: workAssetNameAliases },
    { name: 'location', column: 'location', type: 'text', label: 'Location', aliases: locationAliases },
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', aliases: lineAliases },
    { name: 'craft', column: 'craft_code', type: 'code', label: 'Craft', aliases: craftAliases },
    { name: 'assignedTo', column: 'assigned_to', type: 'text', label: 'Assigned to', aliases: assignedToAliases },
    { name: 'created', column: 'created_at', type: 'timestamp', label: 'Created', aliases: createdAliases },
    { name: 'dueDate', column: 'due_date', type: 'date', label: 'Due', aliases: dueAliases },
    { name: 'started', column: 'started_at', type: 'timestamp', label: 'Started', aliases: startedAliases },
    { name: 'completed', column: 'completed_at', type: 'timestamp', label: 'Completed', aliases: completedAliases },
    { name: 'estimatedHours', column: 'estimated_ms', type: 'duration', unit: 'h', label: 'Estimated hours', measure: true, aliases: estimatedAliases },
    { name: 'laborHours', column: 'labor_ms', type: 'duration', unit: 'h', label: 'Labor hours', measure: true, aliases: laborAliases },
    { name: 'downtimeMinutes', column: 'downtime_ms', type: 'duration', unit: 'min', label: 'Downtime', measure: true, good: 'down', aliases: workDowntimeAliases },
    { name: 'cost', column: 'cost_minor', type: 'money', label: 'Cost', measure: true, aliases: costAliases },
  ],
  key: ['source', 'order'],
  keyWithout: { field: 'order', key: 'content' },
  requires: [['order', 'title', 'description'], ['status', 'created', 'dueDate', 'completed']],
  sameKey: 'group',
  dateField: 'created',
  rollUp: {
    table: 'work_order_month', grain: 'month', bucket: 'created_month', dimensions: ['type_key', 'status_key', 'done_month', 'due_month', 'late_month'],
    sums: [...orderSums, 'on_time_count'],
  },
  furtherRollUps: [{ table: 'work_order_asset_month', grain: 'month', bucket: 'created_month', dimensions: ['asset_key'], sums: orderSums }],
  wide: null,
  evidence: {
    atLeast: 2,
    of: ['title', 'description', 'status', 'type', 'priority', 'created', 'dueDate', 'started', 'completed', 'estimatedHours', 'laborHours'],
  },
};
