import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as XLSX from '@e965/xlsx';
import ExcelJS, { type Workbook } from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { buildWorkbook } from '../../../electron/packs/workbook.ts';
import { sheetName } from '../../../electron/packs/sheet-style.ts';
import { readOwnZip, writeZip } from '../../../electron/packs/zip.ts';
import { hostileTexts } from '../../fixtures/packs/hostile-texts.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';
import { inFolder } from '../../fixtures/packs/printing.ts';
import { cycle, withTexts } from '../../fixtures/packs/with-texts.ts';

let bytes: Uint8Array;
let book: Workbook;

async function open(content: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(content).buffer);
  return workbook;
}

interface FormulaCell {
  sheet: string;
  address: string;
  formula: string;
  value: unknown;
}

/** Read by SheetJS: exceljs drops a cached 0. */
function formulaCells(content: Uint8Array): FormulaCell[] {
  const read = XLSX.read(content, { cellFormula: true });
  return Object.entries(read.Sheets).flatMap(([sheet, cells]) =>
    Object.entries(cells).flatMap(([address, cell]) => {
      const { f, v } = cell as XLSX.CellObject; // properties with ! have no f
      return f === undefined ? [] : [{ sheet, address, formula: f, value: v }];
    }),
  );
}

beforeAll(async () => {
  bytes = await buildWorkbook(monthlyInput());
  book = await open(bytes);
});

test('a sheet for the summary, each area and further grid, the charts and the sources', () => {
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Summary', 'Budget', 'Production', 'Staffing', 'Maintenance', 'Chart data', 'Sources']);
});

test('the same input gives the same bytes at another time', async () => {
  await wait(2_100); // zip dates count in steps of two seconds
  expect(Buffer.compare(await buildWorkbook(monthlyInput()), bytes)).toBe(0);
});

test('every sheet is titled, frozen, filtered and set up for A4 landscape with page numbers', () => {
  for (const sheet of book.worksheets) {
    expect(sheet.views[0], sheet.name).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(sheet.autoFilter, sheet.name).toBeTruthy();
    expect(sheet.pageSetup, sheet.name).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:4',
    });
    expect(sheet.headerFooter.oddFooter, sheet.name).toBe('&LLIN_2026-10_Monthly_v1&RPage &P of &N');
    expect(sheet.getCell('A1').text, sheet.name).not.toBe('');
  }
  expect(book.getWorksheet('Budget')?.getCell('A2').text).toBe('Lindenau plant · October 2026 (2026-P10) · as of 6 Nov 2026 · v1');
});

test('the names Plant and Period point at what they say', () => {
  const at = (name: string): string => {
    const [sheet = '', cell = ''] = (book.definedNames.getRanges(name).ranges[0] ?? '').split('!');
    return book.getWorksheet(sheet.replaceAll("'", ''))?.getCell(cell.replaceAll('$', '')).text ?? '';
  };
  expect([at('Plant'), at('Period')]).toEqual(['Lindenau plant', '2026-P10']);
});

test('every figure of every grid is there in full precision, under its column', () => {
  for (const view of monthlyInput().views) {
    const sheet = book.getWorksheet(view.title);
    const [grid] = view.grids;
    grid?.rows.forEach((row, index) =>
      grid.columns.forEach((column, position) => {
        const value = row.cells[column.field];
        const cell = sheet?.getCell(5 + index, position + 1);
        if (typeof value === 'number') expect(cell?.result ?? cell?.value, `${view.title} ${row.key} ${column.field}`).toBe(value);
      }),
    );
  }
});

test('totals are formulas with their values cached', () => {
  const cells = formulaCells(bytes);
  expect(cells.length).toBeGreaterThan(150);
  expect(cells.filter((cell) => typeof cell.value !== 'number')).toEqual([]);
  expect(book.getWorksheet('Budget')?.getCell('C35').value).toMatchObject({ formula: 'SUM(C6:C9,C11:C14,C16:C18,C20:C23,C25:C27,C29:C32,C34)' });
});

test('a day is a date, a ratio has a percent format, a sign stands before a variance', () => {
  expect(book.getWorksheet('Maintenance')?.getCell('E5').value).toEqual(new Date('2026-10-01T00:00:00.000Z'));
  expect(book.getWorksheet('Production')?.getCell('C5').numFmt).toBe('0.0%');
  expect(book.getWorksheet('Budget')?.getCell('E5').numFmt).toBe('+#,##0.0;-#,##0.0;#,##0.0');
});

test.skipIf(!existsSync('/usr/bin/soffice'))(
  'another program calculates the same values from the formulas alone',
  async () => {
    // Without the cached values the program has to calculate.
    const strip = (xml: string): string => xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1');
    const bare = writeZip(
      readOwnZip(bytes).map((entry) =>
        entry.name.startsWith('xl/worksheets/') ? { ...entry, bytes: new TextEncoder().encode(strip(new TextDecoder().decode(entry.bytes))) } : entry,
      ),
    );
    expect(formulaCells(bare).every((cell) => typeof cell.value !== 'number')).toBe(true);
    const calculated = inFolder((folder) => {
      writeFileSync(join(folder, 'in.xlsx'), bare);
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'in.xlsx'),
        ],
        { stdio: 'ignore', timeout: 120_000 },
      );
      return readFileSync(join(folder, 'out', 'in.xlsx'));
    });
    const other = new Map(formulaCells(calculated).map((cell) => [`${cell.sheet}!${cell.address}`, cell.value]));
    const cells = formulaCells(bytes);
    expect(other.size).toBe(cells.length);
    for (const cell of cells) expect(other.get(`${cell.sheet}!${cell.address}`), `${cell.sheet}!${cell.address}`).toBeCloseTo(Number(cell.value), 6);
  },
  180_000,
);

test('hostile texts stay texts: no formula, link or macro of theirs, and they read back unchanged', async () => {
  const next = cycle(hostileTexts);
  const content = await buildWorkbook(withTexts(monthlyInput(), next));
  const parts = readOwnZip(content).map((entry) => entry.name);
  expect(parts.filter((name) => /externalLink|connections|vbaProject|hyperlink|customXml|activeX|embeddings/i.test(name))).toEqual([]);
  const formulas = formulaCells(content).map((cell) => cell.formula);
  expect(
    formulas.filter((formula) => !/^(SUM\([A-Z0-9:,]+\)|[A-Z]+\d+([+-][A-Z]+\d+)*|IF\([A-Z]+\d+=0,"n\/a",[A-Z]+\d+\/ABS\([A-Z]+\d+\)\))$/.test(formula)),
  ).toEqual([]);
  // An independent reader.
  const texts = new Set(
    XLSX.read(content).SheetNames.flatMap((name) =>
      Object.entries(XLSX.read(content, { sheets: name }).Sheets[name] ?? {}).flatMap(([address, cell]) =>
        !address.startsWith('!') && (cell as XLSX.CellObject).t === 's' ? [String((cell as XLSX.CellObject).v)] : [],
      ),
    ),
  ); // entries without ! are cells
  for (const text of ["=cmd|'/C calc'!A0", '@SUM(1+1)', '+1', '-1+1', '_x0041_', '<img src=x onerror=alert(1)>', ']]>', '中文工厂', '😀🏭', '&lt;b&gt;'])
    expect(texts.has(text), text).toBe(true);
}, 120_000);

test('a plant of any name keeps its workbook', async () => {
  const input = monthlyInput();
  const opened = await open(await buildWorkbook({ ...input, plant: { ...input.plant, name: '工厂 & Söhne 😀' } }));
  expect(opened.getWorksheet('Summary')?.getCell('A1').text).toBe('工厂 & Söhne 😀');
  expect(opened.getWorksheet('Budget')?.headerFooter.oddHeader).toContain('工厂 && Söhne 😀');
});

test('sheet names are short, legal and unique', () => {
  const taken = new Set<string>();
  expect(sheetName('Budget: Plan/Ist [1]*?', taken)).toBe('Budget Plan Ist 1');
  expect(sheetName('BUDGET Plan Ist 1', taken)).toBe('BUDGET Plan Ist 1 2');
  expect(sheetName('x'.repeat(50), taken)).toHaveLength(31);
  expect(sheetName('x'.repeat(50), taken)).toBe(`${'x'.repeat(29)} 2`);
  expect(sheetName("'''", taken)).toBe('sheet');
});
