/** The files the intake is measured on, made from row numbers alone: every run measures the same bytes. */
import { mkdirSync, existsSync, writeFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx, type CellInput } from '../support/xlsx-writer.ts';

export const workOrderHead = [
  'Work Order',
  'Title',
  'Status',
  'Work Type',
  'Priority',
  'Asset',
  'Location',
  'Line',
  'Craft',
  'Created',
  'Due Date',
  'Completed',
  'Labor Hours',
  'Cost',
] as const;

const types = ['preventive', 'corrective', 'emergency'] as const;
const days = 1_400;
const firstSerial = 44_927; // 1 January 2023

/** One work order; the order number is the row's own. */
export function workOrder(i: number): CellInput[] {
  const day = firstSerial + (i % days);
  return [
    `WO-${String(1_000_000 + i)}`,
    `Replaced bearing and checked alignment, note ${String(i % 5_000)}`,
    i % 40 === 0 ? 'open' : 'closed',
    types[i % 3] ?? '',
    (i % 5) + 1,
    `P-${String(i % 400)}`,
    `Hall ${String(i % 9)}`,
    `Line ${String(i % 6)}`,
    'mechanic',
    { value: day, format: 'yyyy-mm-dd' },
    { value: day + 9, format: 'yyyy-mm-dd' },
    i % 40 === 0 ? null : { value: day + 0.25 + (i % 7), format: 'yyyy-mm-dd hh:mm' },
    (i % 96) / 4,
    ((i * 7_919) % 100_000) / 100,
  ];
}

export function workOrderWorkbook(folder: string, rows: number, firstRow = 0): string {
  return made(folder, `work-orders-${String(rows)}-${String(firstRow)}.xlsx`, () =>
    writeXlsx({ sheets: [{ name: 'Work orders', rows: [[...workOrderHead], ...Array.from({ length: rows }, (_, i) => workOrder(firstRow + i))] }] }),
  );
}

/** 20 columns: the widest text file the limits of the intake allow at this many rows. */
export function workOrderText(folder: string, rows: number, firstRow = 0): string {
  return made(folder, `work-orders-${String(rows)}-${String(firstRow)}.csv`, () => {
    const head = [...workOrderHead, 'Description', 'Scheduled Start', 'Started', 'Estimated Hours', 'Assigned To', 'Downtime Minutes'];
    const lines = Array.from({ length: rows }, (_, i) => textLine(firstRow + i));
    return [head.join(','), ...lines, ''].join('\r\n');
  });
}

function textLine(i: number): string {
  const day = (offset: number): string => new Date((firstSerial - 25_569 + (i % days) + offset) * 86_400_000).toISOString().slice(0, 10);
  const isOpen = i % 40 === 0;
  return [
    `WO-${String(1_000_000 + i)}`,
    `"Replaced bearing, checked alignment, note ${String(i % 5_000)}"`,
    isOpen ? 'open' : 'closed',
    types[i % 3] ?? '',
    String((i % 5) + 1),
    `P-${String(i % 400)}`,
    `Hall ${String(i % 9)}`,
    `Line ${String(i % 6)}`,
    'mechanic',
    day(0),
    day(9),
    isOpen ? '' : `${day(i % 7)} 06:00`,
    String((i % 96) / 4),
    (((i * 7_919) % 100_000) / 100).toFixed(2),
    `"Vibration on drive end, reading ${String(i % 900)}"`,
    day(1),
    isOpen ? '' : `${day(i % 7)} 05:00`,
    String((i % 16) / 2),
    `Crew ${String(i % 12)}`,
    String(i % 3 === 2 ? i % 200 : 0),
  ].join(',');
}

/** Daily reports of three sheets – output, stops, hours – one file a day. Answers the folder. */
export function dailyWorkbooks(folder: string, count: number): string {
  const target = join(folder, `daily-${String(count)}`);
  if (existsSync(target)) return target;
  const making = `${target}.making`;
  mkdirSync(making, { recursive: true });
  for (let day = 0; day < count; day += 1) writeFileSync(join(making, `daily-${String(1_000 + day)}.xlsx`), dailyWorkbook(day));
  renameSync(making, target);
  return target;
}

function dailyWorkbook(day: number): Buffer {
  const serial = firstSerial + day;
  const date: CellInput = { value: serial, format: 'yyyy-mm-dd' };
  const shifts = ['Early', 'Late', 'Night'] as const;
  const output = Array.from({ length: 36 }, (_, i): CellInput[] => [
    date,
    shifts[i % 3] ?? '',
    `Press ${String(1 + (Math.floor(i / 3) % 6))}`,
    `P-${String(100 + Math.floor(i / 18))}`,
    300 + ((day + i) % 170),
    (day * 7 + i) % 13,
    400,
    450,
    400 + (i % 40),
  ]);
  const stops = Array.from({ length: 24 }, (_, i): CellInput[] => [
    `Press ${String(1 + (i % 6))}`,
    { value: serial + i / 24 + 0.01, format: 'yyyy-mm-dd hh:mm' },
    2 + ((day + i) % 60),
    `Reason ${String((day + i) % 17)}`,
    shifts[Math.floor(i / 8)] ?? '',
  ]);
  const hours = Array.from({ length: 60 }, (_, i): CellInput[] => [
    `E${String(1_000 + i)}`,
    `Person ${String(i)}`,
    date,
    `Department ${String(i % 8)}`,
    shifts[i % 3] ?? '',
    8,
    (day + i) % 9 === 0 ? 2 : 0,
  ]);
  return writeXlsx({
    sheets: [
      { name: 'Output', rows: [['Date', 'Shift', 'Line', 'Product', 'Good', 'Scrap', 'Target', 'Planned Minutes', 'Run Minutes'], ...output] },
      { name: 'Stops', rows: [['Line', 'Start', 'Minutes', 'Reason', 'Shift'], ...stops] },
      { name: 'Hours', rows: [['Employee', 'Name', 'Date', 'Department', 'Shift', 'Regular Hours', 'Overtime Hours'], ...hours] },
    ],
  });
}

function made(folder: string, name: string, make: () => string | Buffer): string {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.making`, make());
  renameSync(`${path}.making`, path);
  return path;
}
