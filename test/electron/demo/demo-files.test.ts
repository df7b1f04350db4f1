/** The demo plant's files: the same bytes every time, books that tie, and a story that is really in them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoFiles, demoPlant, writeDemoFiles } from '../../../electron/demo/files.ts';

const resourcesFolder = 'resources';
const files = new Map<string, Buffer>();

beforeAll(() => {
  for (const file of demoFiles({ resourcesFolder })) files.set(file.name, file.bytes);
}, 120_000);

type Row = Record<string, string>;

function csvRows(name: string): Row[] {
  const text = bytes(name).toString('utf8');
  const separator = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const [head = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => fields(line, separator));
  return rows.map((row) => Object.fromEntries(head.map((header, index) => [header, row[index] ?? ''])));
}

// Plain character by character, unlike the writer.
function fields(line: string, separator: string): string[] {
  const found = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) found.push('');
    else found[found.length - 1] = `${found.at(-1) ?? ''}${character}`;
  }
  return found;
}

function sheetRows(name: string, sheet: string): unknown[][] {
  const book = read(bytes(name), { cellDates: false });
  const content = book.Sheets[sheet];
  if (!content) throw new Error(`${name} has no sheet ${sheet}`);
  return utils.sheet_to_json(content, { header: 1, defval: null });
}

function bytes(name: string): Buffer {
  const found = files.get(name);
  if (!found) throw new Error(`no file ${name}`);
  return found;
}

function named(folder: string): string[] {
  return [...files.keys()].filter((name) => name.startsWith(`${folder}/`));
}

function amount(text: string | undefined): number {
  return Math.round(Number((text ?? '').replace(',', '.')) * 100);
}

function sumOf(rows: Row[], header: string): number {
  return rows.reduce((sum, row) => sum + Number(row[header] ?? 0), 0);
}

describe('the demo files', () => {
  it('are the same bytes for the same seed, and others for another', () => {
    const digest = (seed?: string): string => {
      const hash = createHash('sha256');
      for (const file of demoFiles({ resourcesFolder, from: '2026-09-01', to: '2026-10-31', ...(seed === undefined ? {} : { seed }) }))
        hash.update(file.name).update(file.bytes);
      return hash.digest('hex');
    };
    expect(digest()).toBe(digest());
    expect(digest('another')).not.toBe(digest());
  });

  it('cover two years, registers and budgets first', () => {
    expect([...files.keys()].slice(0, 4)).toEqual(['Chart_of_accounts.xlsx', 'Asset_register.xlsx', 'budget/Budget_2025.xlsx', 'budget/Budget_2026.xlsx']);
    expect(named('ledger')).toHaveLength(24);
    expect(named('timecards')).toHaveLength(24);
    expect(named('work-orders')).toHaveLength(8);
    expect(named('production').length).toBeGreaterThan(500);
    expect(demoPlant(resourcesFolder)).toMatchObject({ currency: 'EUR', from: '2024-11-01', to: '2026-10-31' });
  });

  it('are written below the folder, in import order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-files-'));
    try {
      const paths = await writeDemoFiles(folder, { resourcesFolder, from: '2026-10-26', to: '2026-10-31' });
      expect(paths[0]).toBe(join(folder, 'Chart_of_accounts.xlsx'));
      expect(paths.at(-1)).toBe(join(folder, 'production/Daily_production_2026-10-31.xlsx'));
      for (const path of paths) expect(readFileSync(path).length).toBeGreaterThan(50);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the ledger', () => {
  it('ties in every voucher and in every month', () => {
    for (const name of named('ledger')) {
      const vouchers = new Map<string, number>();
      for (const row of csvRows(name)) {
        const document = row['Document'] ?? '';
        vouchers.set(document, (vouchers.get(document) ?? 0) + amount(row['Debit']) - amount(row['Credit']));
      }
      expect(vouchers.size).toBeGreaterThan(50);
      expect([...vouchers].filter(([, balance]) => balance !== 0)).toEqual([]);
    }
  });

  it('pays the wages of the timecards', () => {
    const cards = csvRows('timecards/Timecards_2026-05.csv').filter((row) => row['Department'] === 'Assembly');
    const expected = cards.reduce((sum, row) => sum + (Number(row['Regular hours']) + Number(row['Absence hours'])) * 22.2, 0);
    const booked = csvRows('ledger/Ledger_2026-05.csv').filter((row) => row['Account'] === '6000' && row['Cost center'] === '1300');
    expect(booked.reduce((sum, row) => sum + amount(row['Debit']), 0)).toBe(Math.round(expected * 100));
  });

  it('changes its dialect with the new accounting system in 2026', () => {
    expect(bytes('ledger/Ledger_2025-12.csv').toString()).toMatch(/;\d\d\.12\.2025;/);
    expect(bytes('ledger/Ledger_2026-01.csv').toString()).toMatch(/,2026-01-\d\d,/);
  });
});

describe('the daily production workbooks', () => {
  it('carry a total row that is the sum of their rows, and stops that add up to the shift’s stop minutes', () => {
    for (const name of ['production/Daily_production_2025-02-12.xlsx', 'production/Daily_production_2026-10-28.xlsx']) {
      const rows = sheetRows(name, 'Production').slice(4);
      const total = rows.at(-1) ?? [];
      const body = rows.slice(0, -1);
      for (const column of [4, 5, 6, 7, 8, 9, 10]) expect(total[column]).toBe(body.reduce((sum, row) => sum + Number(row[column]), 0));
      for (const row of body) expect(Number(row[8])).toBe(Number(row[9]) + Number(row[10]));
      const stops = sheetRows(name, 'Stops').slice(3, -1);
      const minutes = stops.reduce((sum, row) => sum + Number(row[4]), 0);
      expect(total[10]).toBe(minutes);
      for (const row of stops) expect(Math.round((Number(row[3]) - Number(row[2])) * 1440)).toBe(row[4]);
    }
  });
});

describe('the budget workbooks', () => {
  it('state income negative like the ledger and total what they list', () => {
    const rows = sheetRows('budget/Budget_2026.xlsx', 'Budget 2026').slice(3);
    expect(rows[0]?.slice(0, 4)).toEqual(['Account', 'Account name', 'Cost center', 'Jan 2026']);
    expect(rows[0]).toHaveLength(15);
    const body = rows.slice(1, -1);
    for (const row of body) for (const cell of row.slice(3)) expect(String(row[0]).startsWith('4') ? Number(cell) < 0 : Number(cell) > 0).toBe(true);
    for (let column = 3; column < 15; column += 1) expect(rows.at(-1)?.[column]).toBe(body.reduce((sum, row) => sum + Number(row[column]), 0));
  });
});

describe('the story', () => {
  it('lets Press 4 stop longer and longer', () => {
    expect(stopMinutes('2026-10', 'Press 4')).toBeGreaterThan(2.2 * stopMinutes('2025-10', 'Press 4'));
    expect(stopMinutes('2026-08', 'Press 4')).toBeLessThan(stopMinutes('2026-09', 'Press 4'));
    expect(stopMinutes('2026-09', 'Press 4')).toBeLessThan(stopMinutes('2026-10', 'Press 4'));
    const neighbour = stopMinutes('2026-10', 'Press 1') / stopMinutes('2025-10', 'Press 1');
    expect(neighbour).toBeGreaterThan(0.8);
    expect(neighbour).toBeLessThan(1.2);
  });

  it('overspends overtime and repair parts in October 2026, gas in the winter, and hardly anything else', () => {
    expect(spending('6010', '2026-10')).toBeGreaterThan(1.4);
    expect(spending('6400', '2026-10')).toBeGreaterThan(1.4);
    expect(spending('6210', '2026-01')).toBeGreaterThan(1.3);
    for (const account of ['5000', '5010', '6000', '6020', '6200', '6430', '7000', '7010', '7020']) {
      for (const month of ['2026-05', '2026-10']) {
        expect(spending(account, month)).toBeGreaterThan(0.95);
        expect(spending(account, month)).toBeLessThan(1.06);
      }
    }
  });

  it('sells more in September and October', () => {
    const sales = (month: string): number => -booked('4000', month) - booked('4100', month);
    expect(sales('2025-10')).toBeGreaterThan(1.25 * sales('2025-07'));
  });

  it('writes a work order for each breakdown of Press 4', () => {
    const orders = csvRows('work-orders/Work_orders_to_2026-10-31.csv').filter((row) => row['Line'] === 'Press 4' && (row['Created'] ?? '') >= '2026-10-01');
    expect(orders.filter((row) => row['Work type'] === 'Emergency').length).toBeGreaterThan(15);
    expect(sumOf(orders, 'Downtime minutes')).toBeGreaterThan(3000);
  });
});

describe('timecards', () => {
  it('are of 140 people, at most 12 hours a day, each a person of their own', () => {
    const rows = csvRows('timecards/Timecards_2026-10.csv');
    expect(new Set(rows.map((row) => row['Employee'])).size).toBe(140);
    expect(new Set(rows.map((row) => row['Name'])).size).toBe(140);
    for (const row of rows) expect(Number(row['Regular hours']) + Number(row['Overtime hours']) + Number(row['Absence hours'])).toBeLessThanOrEqual(12);
    expect(new Set(rows.map((row) => `${row['Employee'] ?? ''} ${row['Date'] ?? ''}`)).size).toBe(rows.length);
  });
});

function stopMinutes(month: string, line: string): number {
  let sum = 0;
  for (const name of named('production').filter((entry) => entry.includes(month))) {
    for (const row of sheetRows(name, 'Production').slice(4, -1)) if (row[2] === line) sum += Number(row[10]);
  }
  return sum;
}

function booked(account: string, month: string): number {
  return csvRows(`ledger/Ledger_${month}.csv`)
    .filter((row) => row['Account'] === account)
    .reduce((sum, row) => sum + amount(row['Debit']) - amount(row['Credit']), 0);
}

/** Actual over budget of an account in a month. */
function spending(account: string, month: string): number {
  const [year, number] = month.split('-');
  const rows = sheetRows(`budget/Budget_${year ?? ''}.xlsx`, `Budget ${year ?? ''}`).slice(4, -1);
  const column = 2 + Number(number);
  const budget = rows.filter((row) => row[0] === account).reduce((sum, row) => sum + Number(row[column]), 0);
  return booked(account, month) / 100 / budget;
}
