/**
 * Writes the demo plant's files as its systems would have sent them: daily production workbooks, monthly ledger and timecard
 * exports, quarterly work orders, yearly budgets, and the registers. They come in through the intake like anyone's files.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addMonths, monthEnd, monthStart, type IsoDate } from '../../shared/kit/iso-date.ts';
import { budgets, type Budget } from './budget.ts';
import { readDemoInputs, type DemoInputs } from './inputs.ts';
import { ledger, type LedgerLine } from './ledger.ts';
import { assets, statusOn, workOrders, type WorkOrder } from './maintenance.ts';
import { orderCost, type PlantHistory } from './money-flows.ts';
import { productionDays, type ProductionDay } from './production.ts';
import { timecards, type Timecard } from './staffing.ts';
import { workbookBytes, type CellValue } from './write-xlsx.ts';

export interface DemoOptions {
  /** resources/ of the application. */
  resourcesFolder: string;
  /** ISO days; the whole story by default. The story itself keeps its dates. */
  from?: IsoDate;
  to?: IsoDate;
  /** Another seed gives another plant with the same story. */
  seed?: string;
}

/** What the demo says about its plant, for the store it fills. */
export function demoPlant(resourcesFolder: string): { code: string; name: string; currency: string; fiscalStartMonth: number; from: IsoDate; to: IsoDate } {
  const { code, name, currency, fiscalStartMonth, from, to } = readDemoInputs(resourcesFolder).plant;
  return { code, name, currency, fiscalStartMonth, from, to };
}

/** Writes all files below `folder` and returns their paths in the order they are to be imported: registers, budgets, then by time. */
export async function writeDemoFiles(folder: string, options: DemoOptions): Promise<string[]> {
  const paths: string[] = [];
  for (const { name, bytes } of demoFiles(options)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}

/** The files, in import order, made one at a time. */
export function* demoFiles(options: DemoOptions): Generator<{ name: string; bytes: Buffer }, void, void> {
  const inputs = inputsOf(options);
  const production = productionDays(inputs);
  const history: PlantHistory = { production, timecards: timecards(inputs), orders: workOrders(inputs, production) };
  yield { name: 'Chart_of_accounts.xlsx', bytes: chartOfAccounts(inputs) };
  yield { name: 'Asset_register.xlsx', bytes: assetRegister(inputs) };
  for (const budget of budgets(inputs, history)) yield { name: `budget/Budget_${String(budget.year)}.xlsx`, bytes: budgetWorkbook(inputs, budget) };
  for (const { month, lines } of ledger(inputs, history)) yield { name: `ledger/Ledger_${month.slice(0, 7)}.csv`, bytes: ledgerCsv(inputs, month, lines) };
  for (const [month, cards] of grouped(history.timecards, (card) => card.date.slice(0, 7)))
    yield { name: `timecards/Timecards_${month}.csv`, bytes: timecardCsv(cards) };
  for (const quarterEnd of quarterEnds(inputs)) yield { name: `work-orders/Work_orders_to_${quarterEnd}.csv`, bytes: workOrderCsv(history.orders, quarterEnd) };
  for (const day of production) yield { name: `production/Daily_production_${day.date}.xlsx`, bytes: productionWorkbook(inputs, day) };
}

function inputsOf(options: DemoOptions): DemoInputs {
  const inputs = readDemoInputs(options.resourcesFolder);
  const { plant } = inputs;
  return { ...inputs, plant: { ...plant, from: options.from ?? plant.from, to: options.to ?? plant.to, seed: options.seed ?? plant.seed } };
}

function productionWorkbook(inputs: DemoInputs, day: ProductionDay): Buffer {
  const rows: CellValue[][] = day.output.map((row) => [
    { date: row.date },
    row.shift,
    row.line,
    row.product.code,
    row.target,
    row.good,
    row.scrap,
    row.rework,
    row.plannedMinutes,
    row.runMinutes,
    row.stopMinutes,
    row.product.idealCycleSeconds,
  ]);
  const sum = (column: number): number => rows.reduce((total, row) => total + Number(row[column]), 0);
  const stops: CellValue[][] = day.stops.map((stop) => [stop.line, stop.shift, { clock: stop.start }, { clock: stop.end }, stop.minutes, stop.reason]);
  return workbookBytes([
    {
      name: 'Production',
      widths: [12, 8, 12, 12, 9, 9, 9, 9, 16, 13, 14, 16],
      rows: [
        [{ bold: `${siteName(inputs)} – daily production report` }],
        ['Three shifts, counted at the end of each line'],
        [],
        ['Date', 'Shift', 'Line', 'Product', 'Target', 'Good', 'Scrap', 'Rework', 'Planned minutes', 'Run minutes', 'Stop minutes', 'Ideal cycle (s)'].map(
          (bold) => ({ bold }),
        ),
        ...rows,
        [{ bold: 'Total' }, null, null, null, ...[4, 5, 6, 7, 8, 9, 10].map(sum), null],
      ],
    },
    {
      name: 'Stops',
      widths: [12, 8, 18, 18, 10, 22],
      rows: [
        [{ bold: `${siteName(inputs)} – stops` }],
        [],
        ['Line', 'Shift', 'Start', 'End', 'Minutes', 'Reason'].map((bold) => ({ bold })),
        ...stops,
        [{ bold: 'Total' }, null, null, null, day.stops.reduce((total, stop) => total + stop.minutes, 0), null],
      ],
    },
  ]);
}

function chartOfAccounts(inputs: DemoInputs): Buffer {
  const rows = inputs.accounts.map((account) => [account.account, account.name, account.type]);
  return workbookBytes([
    {
      name: 'Accounts',
      widths: [10, 32, 16],
      rows: [[{ bold: `${siteName(inputs)} – chart of accounts` }], [], ['Account', 'Name', 'Type'].map((bold) => ({ bold })), ...rows],
    },
  ]);
}

function assetRegister(inputs: DemoInputs): Buffer {
  const rows = assets(inputs).map((asset) => [asset.asset, asset.name, asset.parent || null, asset.line || null, asset.category, asset.criticality]);
  const headers = ['Asset', 'Name', 'Parent asset', 'Line', 'Category', 'Criticality'];
  return workbookBytes([{ name: 'Assets', widths: [10, 30, 14, 12, 22, 12], rows: [headers.map((bold) => ({ bold })), ...rows] }]);
}

function budgetWorkbook(inputs: DemoInputs, budget: Budget): Buffer {
  const rows = budget.rows.map((row): CellValue[] => [row.account, row.accountName, row.costCenter, ...row.amounts.map((amount) => ({ amount }))]);
  const totals = budget.months.map((_, index) => ({ amount: budget.rows.reduce((sum, row) => sum + (row.amounts[index] ?? 0), 0) }));
  const headers = ['Account', 'Account name', 'Cost center', ...budget.months.map((month) => monthName(month))];
  return workbookBytes([
    {
      name: `Budget ${String(budget.year)}`,
      widths: [10, 28, 12, ...budget.months.map(() => 14)],
      rows: [
        [{ bold: `${siteName(inputs)} – budget ${String(budget.year)}` }],
        [`${inputs.plant.currency}, income negative`],
        [],
        headers.map((bold) => ({ bold })),
        ...rows,
        [{ bold: 'Total' }, null, null, ...totals],
      ],
    },
  ]);
}

/** Until 2025 the old accounting system wrote decimal commas and dotted dates; the new one writes points and ISO days. */
function ledgerCsv(inputs: DemoInputs, month: IsoDate, lines: readonly LedgerLine[]): Buffer {
  const names = new Map(inputs.accounts.map((account) => [account.account, account.name]));
  const old = month < '2026-01-01';
  const amount = (value: number): string => (value === 0 ? '' : old ? (value / 100).toFixed(2).replace('.', ',') : (value / 100).toFixed(2));
  const day = (date: IsoDate): string => (old ? `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}` : date);
  const headers = ['Document', 'Document line', 'Posting date', 'Account', 'Account name', 'Cost center', 'Text', 'Debit', 'Credit'];
  const rows = lines.map((line) => [
    line.document,
    String(line.line),
    day(line.date),
    line.account,
    names.get(line.account) ?? '',
    line.costCenter,
    line.text,
    amount(line.debitCents),
    amount(line.creditCents),
  ]);
  return csv([headers, ...rows], old ? ';' : ',');
}

function timecardCsv(cards: readonly Timecard[]): Buffer {
  const headers = [
    'Employee',
    'Name',
    'Date',
    'Department',
    'Line',
    'Shift',
    'Role',
    'Planned hours',
    'Regular hours',
    'Overtime hours',
    'Absence hours',
    'Labor cost',
  ];
  const rows = cards.map((card) => [
    card.person.employee,
    card.person.name,
    card.date,
    card.person.department.name,
    card.person.line,
    card.shift,
    card.person.role,
    String(card.plannedHours),
    String(card.regularHours),
    String(card.overtimeHours),
    String(card.absenceHours),
    card.laborCost.toFixed(2),
  ]);
  return csv([headers, ...rows], ',');
}

/** Orders created in the quarter and those still open when it began, as they stood on its last evening. */
function workOrderCsv(orders: readonly WorkOrder[], quarterEnd: IsoDate): Buffer {
  const start = addMonths(monthStart(quarterEnd), -2);
  const headers = [
    'Work order',
    'Title',
    'Status',
    'Work type',
    'Priority',
    'Asset',
    'Asset name',
    'Line',
    'Craft',
    'Assigned to',
    'Created',
    'Due date',
    'Started',
    'Completed',
    'Estimated hours',
    'Labor hours',
    'Downtime minutes',
    'Cost',
  ];
  const rows: string[][] = [];
  for (const order of orders) {
    const status = statusOn(order, quarterEnd);
    const settledBefore = order.cancelled ? order.created.slice(0, 10) < start : order.completed !== null && order.completed.slice(0, 10) < start;
    if (status === null || settledBefore) continue;
    const done = status === 'Done' || status === 'Closed';
    const begun = done || status === 'In progress' || status === 'On hold';
    rows.push([
      order.order,
      order.title,
      status,
      order.type,
      order.priority,
      order.asset.asset,
      order.asset.name,
      order.asset.line,
      order.craft,
      order.crew,
      spaced(order.created),
      order.dueDate,
      begun ? spaced(order.started) : '',
      done ? spaced(order.completed) : '',
      String(order.estimatedHours),
      done ? String(order.laborHours) : '',
      done && order.downtimeMinutes > 0 ? String(order.downtimeMinutes) : '',
      done ? orderCost(order).toFixed(2) : '',
    ]);
  }
  return csv([headers, ...rows], ',');
}

/** Last days of the quarters of the range, and its own last day. */
function quarterEnds(inputs: DemoInputs): IsoDate[] {
  const ends: IsoDate[] = [];
  for (let end = monthEnd(addMonths(monthStart(inputs.plant.from), 2)); end < inputs.plant.to; end = monthEnd(addMonths(monthStart(end), 3))) ends.push(end);
  return [...ends, inputs.plant.to];
}

function grouped<T>(list: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

function csv(rows: readonly string[][], separator: string): Buffer {
  const cell = (text: string): string => (text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from(rows.map((row) => row.map(cell).join(separator)).join('\r\n') + '\r\n');
}

function monthName(month: IsoDate): string {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${names[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

function siteName(inputs: DemoInputs): string {
  return inputs.plant.name.replace(/ \(.*\)$/, '');
}

function spaced(clock: string | null): string {
  return clock === null ? '' : clock.replace('T', ' ');
}
