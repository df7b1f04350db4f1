/**
 * The real layouts variants are made of: which of its columns mean what, which add up, and what must be said beside the file. The
 * samples are named by the first digits of their SHA-256.
 */
import type { Concept } from './variants-words.ts';

export interface Layout {
  name: string;
  digest: string;
  /** Index of the sheet; the first when absent. */
  sheet?: number;
  dataset: string;
  /** Original header → what it means; headers not named are kept in every language. */
  means: Readonly<Record<string, Concept>>;
  /** Original headers of the columns a total row adds up. */
  sums: readonly string[];
  /** A text column whose values come in groups. */
  groups?: string;
  /** How the original writes dates with slashes. */
  dates?: 'day-first' | 'month-first';
  constants?: Readonly<Record<string, string>>;
  /** Header → field: the mapping a person makes, for layouts that ask. */
  plan?: Readonly<Record<string, string>>;
  /** Field → the original header that may stand in where the better column goes by a name nobody knows, or has no values. */
  secondBest?: Readonly<Record<string, string>>;
  /** Values that look like sentinels, answered by that person. */
  missing?: readonly string[];
  /** Rows taken of a long sample, spread over it; 120 when absent, all from the top when its documents must stay whole. */
  rows?: number;
  /** Every column of figures is a value of its own: no further figures beside them, no heads above them. */
  columnPerValue?: boolean;
}

const atlasOrders = {
  ID: 'order',
  Title: 'title',
  Status: 'status',
  Priority: 'priority',
  Description: 'description',
  'Due Date': 'due',
  'Location Name': 'location',
  'Assigned To': 'technician',
  'Primary User': 'mainUser',
  'Asset Name': 'assetName',
  'Completed On': 'completed',
} as const;

const atlasAssets = {
  Name: 'name',
  'Location Name': 'location',
  Area: 'zone',
  'Additional Info': 'info',
  'Additional Information': 'info',
  Description: 'description',
  Status: 'status',
  'Parent Asset': 'parent',
  Category: 'category',
  'Serial Number': 'serial',
} as const;

export const layouts: readonly Layout[] = [
  {
    name: 'work orders by title',
    digest: 'caee32920501',
    dataset: 'maintenance.workOrders',
    dates: 'day-first',
    means: { ...atlasOrders, 'Estimated Duration': 'estimated', 'Date created': 'created' },
    secondBest: { assignedTo: 'Primary User' },
    sums: ['Estimated Duration'],
    groups: 'Location Name',
  },
  {
    name: 'work orders by number',
    digest: '09a0f577a74a',
    dataset: 'maintenance.workOrders',
    means: {
      work_order_id: 'order',
      asset_id: 'asset',
      asset_name: 'assetName',
      location: 'location',
      priority: 'priority',
      status: 'status',
      created_date: 'created',
      due_date: 'due',
      completed_date: 'completed',
      technician: 'technician',
      work_type: 'workType',
    },
    sums: [],
  },
  {
    name: 'three work orders',
    digest: 'b640d6f5eb47',
    dataset: 'maintenance.workOrders',
    means: { ...atlasOrders, 'Estimated Hours': 'estimated' },
    secondBest: { assignedTo: 'Primary User' },
    sums: ['Estimated Hours'],
  },
  {
    name: 'three work orders in French',
    digest: '27039d11ab86',
    dataset: 'maintenance.workOrders',
    means: {
      ID: 'order',
      Titre: 'title',
      Statut: 'status',
      Priorité: 'priority',
      Description: 'description',
      "Date d'échéance": 'due',
      'Heures estimées': 'estimated',
      "Nom de l'équipement": 'assetName',
      'Terminé le': 'completed',
      "Nom de l'emplacement": 'location',
      'Assigné à': 'technician',
      'Travailleur principal': 'mainUser',
    },
    secondBest: { assignedTo: 'Travailleur principal' },
    sums: ['Heures estimées'],
  },
  {
    name: 'repairs with costs',
    digest: '2a4752c1f183',
    dataset: 'maintenance.workOrders',
    means: { BscStartDate: 'start', Asset: 'asset', OriginalShorttext: 'title', PMType: 'orderType', Cost: 'cost', RunningTime: 'counter' },
    sums: ['Cost'],
    groups: 'Asset',
  },
  {
    name: 'assets',
    digest: '58129435f04a',
    dataset: 'maintenance.assets',
    dates: 'day-first',
    means: atlasAssets,
    secondBest: { description: 'Additional Info', location: 'Area' },
    sums: [],
  },
  {
    name: 'three assets',
    digest: 'd4b2c1331dd1',
    dataset: 'maintenance.assets',
    means: atlasAssets,
    secondBest: { description: 'Additional Information', location: 'Area' },
    sums: [],
  },
  {
    name: 'three assets in Turkish',
    digest: '96f5f3b04184',
    dataset: 'maintenance.assets',
    means: {
      Adı: 'name',
      Tanım: 'description',
      Durum: 'status',
      'Ana Varlık': 'parent',
      Kategori: 'category',
      'Seri Numarası': 'serial',
      'Yer Adı': 'location',
      Alan: 'zone',
      'Ek Bilgiler': 'info',
    },
    secondBest: { description: 'Ek Bilgiler', location: 'Alan' },
    sums: [],
  },
  {
    name: 'assets by their parents',
    digest: '7bbf76aa5ced',
    dataset: 'maintenance.assets',
    means: { 'Asset Name': 'name', 'Parent Asset': 'parent', Make: 'maker', Model: 'model', 'Serial Number': 'serial' },
    sums: [],
  },
  {
    name: 'one part',
    digest: '455a20b4d31d',
    dataset: 'inventory.stock',
    means: { 'Part Name': 'itemName', 'Part Number': 'item', Quantity: 'stock', Price: 'price', Location: 'bin' },
    sums: [],
  },
  {
    name: 'parts',
    digest: 'ec2000d69626',
    dataset: 'inventory.stock',
    means: {},
    sums: ['Quantity'],
    plan: { Name: 'itemName', Cost: 'price', Category: 'category', 'Part Number': 'item', Location: 'location', Quantity: 'onHand' },
  },
  {
    name: 'stock in bins',
    digest: '296202ec52d8',
    dataset: 'inventory.stock',
    means: {
      Material: 'item',
      'Material description': 'itemName',
      'Base Unit of Measure': 'unit',
      'Total Stock': 'stock',
      'Available stock': 'available',
      'Storage Bin': 'bin',
      Batch: 'batch',
      'Storage location': 'store',
    },
    secondBest: { location: 'Storage location' },
    sums: ['Total Stock', 'Available stock'],
    groups: 'Storage Type',
  },
  {
    name: 'output of machines',
    digest: 'f30a1caeba2d',
    dataset: 'production.output',
    means: { MachineID: 'machine', Timestamp: 'date', Output: 'output', RuntimeHours: 'runHours', DowntimeMin: 'downMinutes' },
    sums: ['Output', 'RuntimeHours', 'DowntimeMin'],
    groups: 'MachineID',
  },
  {
    name: 'use of equipment',
    digest: '8a7aef6824c4',
    dataset: 'production.output',
    means: { Date: 'date', Equipment_ID: 'machine', Uptime_Hours: 'runHours', Downtime_Hours: 'downHours' },
    sums: ['Uptime_Hours', 'Downtime_Hours'],
    groups: 'Fab_ID',
  },
  {
    name: 'output of plants',
    digest: '4b2b934c8032',
    dataset: 'production.output',
    means: {},
    sums: ['Wafers_Processed', 'Units_Produced'],
    groups: 'Fab_ID',
    plan: { Date: 'date', Fab_ID: 'line', Product_Type: 'product', Wafer_Lot_ID: 'order', Units_Produced: 'total' },
  },
  {
    name: 'tests',
    digest: '08a17d98178a',
    dataset: 'quality.inspections',
    means: {},
    sums: ['Tests_Conducted', 'Scrap_Units'],
    groups: 'Fab_ID',
    plan: { Date: 'date', Product_Type: 'product', Test_Batch_ID: 'lot', Tests_Conducted: 'inspected', Scrap_Units: 'defective' },
  },
  {
    name: 'trial balance',
    digest: 'fdaf56161292',
    dataset: 'budget.actuals',
    constants: { date: '2025-10-31' },
    means: { 'Account Number': 'account', 'Account Description': 'accountName', Debits: 'debit', Credits: 'credit' },
    sums: ['Debits', 'Credits'],
  },
  {
    name: 'budget',
    digest: '73e704d2b010',
    dataset: 'budget.lines',
    means: { cost_id: 'account', budget: 'budget', date: 'date' },
    sums: ['budget'],
    groups: 'cost_id',
  },
  {
    name: 'costs',
    digest: '3e5444a8e91e',
    dataset: 'budget.actuals',
    means: { cost_id: 'account', cost: 'actual', date: 'posted' },
    sums: ['cost'],
    groups: 'cost_id',
  },
  {
    name: 'ledger with debits and credits',
    digest: '6f0d189a5db1',
    dataset: 'budget.actuals',
    means: {
      'Fiscal year': 'year',
      Document: 'document',
      'Posting date': 'posted',
      Account: 'account',
      'Account name': 'accountName',
      Text: 'text',
      Debit: 'debit',
      Credit: 'credit',
      'Cost center': 'costCenter',
    },
    sums: ['Debit', 'Credit'],
    groups: 'Journal',
    rows: 170,
  },
  {
    name: 'chart of accounts',
    digest: '6f0d189a5db1',
    sheet: 1,
    dataset: 'budget.accounts',
    means: { Account: 'account', Name: 'accountName', Type: 'type' },
    sums: ['Opening balance', 'Closing balance'],
  },
  {
    name: 'ledger with signed amounts',
    digest: 'd6ceb2eebf15',
    dataset: 'budget.actuals',
    means: {
      'Fiscal year': 'year',
      Document: 'document',
      'Posting date': 'posted',
      Account: 'account',
      'Account name': 'accountName',
      Text: 'text',
      Amount: 'amount',
      'Cost center': 'costCenter',
    },
    sums: ['Amount'],
  },
  {
    name: 'long chart of accounts',
    digest: 'd6ceb2eebf15',
    sheet: 1,
    dataset: 'budget.accounts',
    means: { Account: 'account', Name: 'accountName', Type: 'type' },
    sums: [],
  },
  {
    name: 'charges',
    digest: 'bd63b43a47b5',
    dataset: 'budget.actuals',
    means: { 'Cost Ctr': 'costCenter', 'Cost Elem.': 'account', RefDocNo: 'document', ValCOArCur: 'amount', 'Postg Date': 'posted' },
    sums: ['ValCOArCur'],
  },
  {
    name: 'one charge',
    digest: 'b4a6b794dc4c',
    dataset: 'budget.actuals',
    means: { 'Cost Ctr': 'costCenter', 'Cost Elem.': 'account', RefDocNo: 'document', ValCOArCur: 'amount', 'Postg Date': 'posted' },
    sums: [],
  },
  {
    name: 'commitments',
    digest: '715409119256',
    dataset: 'budget.commitments',
    means: { 'Cost Cente': 'costCenter', 'Due date': 'due', 'Line Text': 'text', 'G/L Accoun': 'account', 'Vendor nam': 'supplier' },
    sums: ['Cur Year s', 'Cur YR Bal', 'Total Cur.'],
    groups: 'Encumbrance Type',
  },
  {
    name: 'hours',
    digest: 'ab73a7eaa683',
    dataset: 'staffing.timecards',
    constants: { date: '2026-10-31' },
    means: {
      Employee_ID: 'employee',
      Name: 'employeeName',
      Department: 'department',
      Role: 'role',
      Shift: 'shift',
      Hours_Worked: 'hours',
      Overtime_Hours: 'overtime',
    },
    secondBest: { employee: 'Name' },
    sums: ['Hours_Worked', 'Overtime_Hours'],
    groups: 'Department',
  },
  {
    name: 'hours absent',
    digest: '78a9c7406dda',
    dataset: 'staffing.timecards',
    constants: { date: '2026-10-31' },
    means: {},
    sums: ['Absenteeism time in hours'],
    plan: { ID: 'employee', 'Absenteeism time in hours': 'absenceHours' },
  },
  {
    name: 'hands',
    digest: '02c8768ae968',
    dataset: 'production.output',
    means: {},
    sums: ['Production', 'Hands'],
    groups: 'Section',
    plan: { Date: 'date', 'Mill No.': 'line', Shift: 'shift', Production: 'total' },
  },
  {
    name: 'parts of orders',
    digest: 'b710ffc33379',
    dataset: 'production.orders',
    means: {},
    sums: [],
    plan: { 'Order Number': 'order', 'Material Number': 'product', 'Material Description': 'productName', 'WO User Status': 'status', Req: 'planned' },
  },
  {
    name: 'counts by the hour',
    digest: '8377fab680a3',
    dataset: 'readings.points',
    means: { hour: 'time' },
    sums: [],
    columnPerValue: true,
  },
  {
    name: 'energy by the quarter hour',
    digest: '9b1cee6f9cb9',
    dataset: 'readings.points',
    dates: 'day-first',
    means: { date: 'time' },
    sums: [],
    columnPerValue: true,
  },
];
