/**
 * Real files nobody here wrote: read with the row counts and control sums independent tools found (INDEX.tsv of the samples folder, beside the
 * checkout). The numbers of a text file are taken as a spreadsheet would: a point for decimals, commas between thousands.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { Cell, ReadFile, Row } from '../../../../shared/intake/cells.ts';

const folder =
  [process.env['SAMPLES'], join(import.meta.dirname, '../../../../../shared/samples')].find((path) => path !== undefined && existsSync(path)) ?? null;
const listed =
  folder === null
    ? []
    : readFileSync(join(folder, 'INDEX.tsv'), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split('\t'));

/** A sample by the start of its SHA-256, the index's last column. */
function sample(sha: string): Buffer {
  const path = listed.find((line) => line.at(-1) === sha)?.[0];
  if (folder === null || path === undefined) throw new Error(`no sample ${sha}`);
  return readFileSync(join(folder, path));
}

async function rows(sha: string, sheet = 0): Promise<Row[]> {
  return (await readBytes(sample(sha))).sheets[sheet]?.rows ?? [];
}

function number(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object' && cell !== null && 'value' in cell) return cell.value;
  const text = typeof cell === 'string' ? cell.trim().replaceAll(',', '') : '';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : 0;
}

/** The sum of a column below its header, found by the header's text in any of the first rows. */
function sum(read: readonly Row[], header: string): number {
  const head = read.slice(0, 12).find((row) => row.cells.some((cell) => named(cell, header)));
  const column = head?.cells.findIndex((cell) => named(cell, header)) ?? -1;
  if (!head || column < 0) throw new Error(`no column ${header}`);
  return read.filter((row) => row.number > head.number).reduce((total, row) => total + number(row.cells[column]), 0);
}

function named(cell: Cell, header: string): boolean {
  return typeof cell === 'string' && cell.replace(/\s+/g, ' ').trim() === header;
}

/** Records below the header, and sums of columns to the cent or finer. */
const controls: [what: string, sha: string, rows: number, sums: Record<string, number>, sheet?: number][] = [
  [
    '38 columns, line breaks in heads',
    '70d60cf8bc33',
    5624,
    { 'Production M/Ton': 8807.462, 'Despatch M/Ton': 11762.932, 'Opening Stock M/Ton': 45894.8454, 'Closing Stock M/Ton': 43110.5879 },
  ],
  ['every cell calculated', 'f30a1caeba2d', 99, { Output: 10900, RuntimeHours: 799.5523, DowntimeMin: 5786 }],
  ['byte-order mark', '3c31081f59fe', 1197, { incentive: 45738, over_time: 5467250, idle_time: 874 }],
  ['units in heads', 'c7796eae69be', 2500, { 'Hydraulic_Pressure(bar)': 252508.6186 }],
  ['wafer lots', '4b2b934c8032', 500, { Wafers_Processed: 276084, Units_Produced: 27544108 }],
  ['linked sheets', '4eb3ad914ac3', 21, { planned_quantity: 1077 }],
  ['linked sheets', '4eb3ad914ac3', 17, { quantity: 818 }, 1],
  ['linked sheets', '4eb3ad914ac3', 8, { quantity_assembled: 98 }, 2],
  ['18-digit codes', 'b710ffc33379', 446, { Req: 941, Stock: 9234 }],
  ['vendor assets', '7bbf76aa5ced', 8, {}],
  ['242 formatted columns', '455a20b4d31d', 1, {}],
  ['dates as text', 'de3e21445b2d', 2, {}],
  ['blank last line', '58129435f04a', 10, {}],
  ['trailing delimiter', '82718a13bd80', 12, {}],
  ['commas in quotes', 'caee32920501', 15, {}],
  ['blank dates', '09a0f577a74a', 60, {}],
  ['long list', '73e704d2b010', 1000, {}],
  ['other column order', '3e5444a8e91e', 1000, {}],
  ['lookup', '1f4d38cc1988', 20, {}],
  ['bin stock', '296202ec52d8', 4211, {}],
  ['UTF-16', '7630aa2ff828', 327, {}],
  ['tabs', '8377fab680a3', 140, { expr1_0_imp: 2366429 }],
  ['pipes', '38c0c3e3ddeb', 28, {}],
  ['sentinels', '5d04e790353e', 9357, {}],
  ['a year of quarter hours', '9b1cee6f9cb9', 35040, { Usage_kWh: 959636.71 }],
  ['percentages', '08a17d98178a', 500, {}],
  ['headcounts', 'ab73a7eaa683', 500, {}],
  ['semicolons, Windows-1252', '58d2425c80b7', 169, {}],
  ['two columns', '720e13c47c93', 25, {}],
  ['five head rows', '7094c7ad1829', 3, {}],
];

describe.skipIf(folder === null)('samples', () => {
  it.each(controls)('%s (%s): %i rows below the first', async (_, sha, count, sums, sheet = 0) => {
    const read = await rows(sha, sheet);
    expect(read).toHaveLength(count + 1);
    for (const [header, expected] of Object.entries(sums)) expect(sum(read, header)).toBeCloseTo(expected, 3);
  });

  it('keep hidden rows, leading zeros, quoted names and every sheet', async () => {
    const scrap = await readBytes(sample('e2a923a1bb0a'));
    expect(scrap.sheets[0]?.rows.filter((row) => !row.hidden && row.number > 1)).toHaveLength(39);
    const material = (await rows('b710ffc33379')).flatMap((row) => row.cells).find((cell) => typeof cell === 'string' && /^0{5,}\d+$/.test(cell));
    expect(material).toHaveLength(18);
    const flights = await readBytes(sample('87cacfaf7a2f'));
    expect(flights.sheets).toHaveLength(8);
  });

  it('give the transactions of a ledger export, in balance', async () => {
    const ledger = await rows('d6ceb2eebf15');
    expect(ledger).toHaveLength(261);
    expect(new Set(ledger.slice(1).map((row) => row.cells[1])).size).toBe(70);
    expect(sum(ledger, 'Amount')).toBeCloseTo(0, 6);
    expect(ledger.slice(1).reduce((debit, row) => debit + Math.max(0, number(row.cells[7])), 0)).toBeCloseTo(2_718_108.04, 2);
  });

  it('are text in the encoding they are in', async () => {
    expect(await readBytes(sample('7630aa2ff828'))).toMatchObject({ kind: 'delimited', encoding: 'utf-16le', delimiter: ',' });
    const titles = await readBytes(sample('58d2425c80b7'));
    expect(titles).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(JSON.stringify(titles.sheets[0]?.rows)).toContain('–');
  });

  it('refuse an encrypted workbook', async () => {
    await expect(readBytes(sample('90bc00039f97'))).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it.each([
    ['an audit file', '6f0d189a5db1', 'saf-t', ['Ledger', 'Accounts'], [171, 23]],
    ['any XML by its repeating elements', 'bc9e3329bc6c', 'xml', ['Shift', 'PatternEntry', 'Pattern', 'Contract', 'Employee', 'Cover'], [6, 21, 10, 4, 51, 36]],
  ])('read %s (%s)', async (_, sha, kind, names, counts) => {
    const read = await readBytes(sample(sha));
    expect(read.kind).toBe(kind);
    expect(read.sheets.map(({ name }) => name)).toEqual(names);
    expect(read.sheets.map(({ rows: all }) => all.length)).toEqual(counts);
  });

  it('keep every sheet and filtered row in the old and the binary container', async () => {
    const index = listed.filter(([path]) => /AutoFilter\.xlsb?$/.test(path ?? '')).map((line) => line.at(-1) ?? '');
    expect(index).toHaveLength(2);
    for (const sha of index) {
      const { sheets } = await readBytes(sample(sha));
      expect(sheets.map((sheet) => sheet.rows.length)).toEqual(Array(11).fill(22));
      expect(sheets.map((sheet) => sheet.rows.filter((row) => row.hidden).length)).toEqual([0, 0, 12, 17, 9, 8, 12, 3, 13, 13, 7]);
      for (const sheet of sheets) expect(sum(sheet.rows, 'Code')).toBe(50);
    }
  });

  it('without a single value give sheets without rows', async () => {
    const read: ReadFile = await readBytes(sample('37cb514815e5'));
    expect(read.sheets).toMatchObject([{ name: 'Training Matrix', rows: [] }]);
  });

  it('are all read or refused with a sentence', async () => {
    if (folder === null) return;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(xlsx|xlsm|csv|tsv|psv|txt|dat|se)$/i.test(path));
    expect(files.length).toBeGreaterThan(40);
    for (const path of files) {
      const read = await readBytes(readFileSync(join(folder, path)));
      expect(read.sheets.length, path).toBeGreaterThan(0);
    }
  });
});

describe.skipIf(folder !== null)('samples', () => {
  it.skip('skipped: samples not present', () => undefined);
});
