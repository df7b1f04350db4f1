/**
 * The pack as a workbook to check it with: the same views, every total live where a formula gives the same figure, values cached so
 * that previews and phones show them. No macros, links, merged cells or conditional formats. Same input, same bytes.
 */
import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import type { AreaView, Grid, Kpi } from '../../shared/areas/view.ts';
import { periodCode } from '../../shared/kit/fiscal-calendar.ts';
import { parts, type IsoDate } from '../../shared/kit/iso-date.ts';
import { packId } from './assemble.ts';
import { writeGridSheet } from './grid-sheet.ts';
import type { PackInput } from './pack-input.ts';
import { printDay, printPeriod } from './print-number.ts';
import {
  colors,
  effectFont,
  finishSheet,
  fontOf,
  headRow,
  numberFormat,
  putText,
  sheetName,
  signedFormat,
  writeHead,
  writeTitle,
  type SheetFrame,
} from './sheet-style.ts';
import { readOwnZip, writeZip } from './zip.ts';

interface Book {
  workbook: Workbook;
  input: PackInput;
  /** "Lindenau plant · October 2026 (2026-P10) · as of 6 Nov 2026 · v1" */
  line: string;
  names: Set<string>;
}

export async function buildWorkbook(input: PackInput): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const date = utcDate(input.asOf);
  workbook.creator = 'Plant Cockpit';
  workbook.lastModifiedBy = 'Plant Cockpit';
  workbook.created = date;
  workbook.modified = date;
  workbook.title = `Monthly report ${printPeriod(input.fiscalPeriod.from, input.fiscalPeriod.to)}`;
  const book: Book = { workbook, input, line: periodLine(input), names: new Set() };
  writeSummary(book);
  for (const view of input.views) writeArea(book, view);
  writeChartData(book);
  writeSources(book);
  const written = await workbook.xlsx.writeBuffer();
  return writeZip(readOwnZip(new Uint8Array(written)));
}

export function utcDate(day: IsoDate): Date {
  const [year, month, date] = parts(day);
  return new Date(Date.UTC(year, month - 1, date));
}

function periodLine(input: PackInput): string {
  const { plant, fiscalPeriod } = input;
  const period = printPeriod(fiscalPeriod.from, fiscalPeriod.to);
  return [
    plant.name,
    `${period} (${periodCode(fiscalPeriod.fiscalYear, fiscalPeriod.period)})`,
    `as of ${printDay(input.asOf)}`,
    `v${String(input.version)}`,
  ].join(' · ');
}

function addSheet(book: Book, name: string): Worksheet {
  return book.workbook.addWorksheet(sheetName(name, book.names), { properties: { outlineLevelRow: 0, defaultRowHeight: 15 } });
}

function finish(book: Book, sheet: Worksheet, size: Pick<SheetFrame, 'columns' | 'rows' | 'frozenColumns'>): void {
  finishSheet(sheet, { ...size, headerText: book.line, footerText: packId(book.input) });
}

const summaryHeads = ['Area', 'Measure', 'Period', 'Unit', 'Actual', 'Comparison', 'Compared with', 'Variance', 'F/U', 'Arithmetic'];

function writeSummary(book: Book): void {
  const sheet = addSheet(book, 'Summary');
  const { plant, fiscalPeriod } = book.input;
  const rest = `${printPeriod(fiscalPeriod.from, fiscalPeriod.to)}, as of ${printDay(book.input.asOf)}, v${String(book.input.version)}`;
  writeTitle(sheet, plant.name, [
    periodCode(fiscalPeriod.fiscalYear, fiscalPeriod.period),
    `Money in ${plant.currency}; ratios are shown in percent; variance = actual \u2212 comparison`,
  ]);
  putText(sheet.getCell(2, 2), rest);
  sheet.getCell(2, 2).font = fontOf({ color: { argb: colors.mid } });
  // The names other workbooks may refer to.
  book.workbook.definedNames.add("'Summary'!$A$1", 'Plant');
  book.workbook.definedNames.add("'Summary'!$A$2", 'Period');
  writeHead(sheet, summaryHeads, (index) => index === 4 || index === 5 || index === 7);
  let row = headRow;
  for (const view of book.input.views) for (const kpi of view.kpis) writeKpi(sheet, ++row, { view, kpi });
  [14, 34, 24, 9, 14, 14, 18, 13, 6, 60].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  finish(book, sheet, { columns: summaryHeads.length, rows: row - headRow, frozenColumns: 2 });
}

function writeKpi(sheet: Worksheet, row: number, { view, kpi }: { view: AreaView; kpi: Kpi }): void {
  const isPercent = kpi.format === 'percent';
  const texts: [number, string][] = [
    [1, view.title],
    [2, kpi.label],
    [3, kpi.period],
    [4, kpi.unit],
    [7, kpi.comparison?.label ?? ''],
    [9, kpi.effect ?? ''],
    [10, kpi.value === null ? (kpi.reason ?? '') : kpi.detail],
  ];
  for (const [column, text] of texts) {
    if (text !== '') putText(sheet.getCell(row, column), text);
    sheet.getCell(row, column).font = fontOf({});
    if (column > 1) sheet.getCell(row, column).alignment = { horizontal: 'left', indent: 1 };
  }
  const [actual, compared, variance] = [sheet.getCell(row, 5), sheet.getCell(row, 6), sheet.getCell(row, 8)];
  actual.value = kpi.value ?? 'n/a';
  actual.numFmt = numberFormat(kpi.decimals, isPercent);
  actual.font = fontOf({ bold: true });
  actual.alignment = { horizontal: 'right' };
  if (kpi.comparison) compared.value = kpi.comparison.value ?? 'n/a';
  compared.numFmt = numberFormat(kpi.decimals, isPercent);
  compared.font = fontOf({});
  compared.alignment = { horizontal: 'right' };
  if (kpi.variance === null) return;
  const base = kpi.comparison?.value ?? null;
  const isLive = kpi.value !== null && base !== null && Math.abs(kpi.value - base - kpi.variance) <= 1e-9 * Math.max(1, Math.abs(kpi.value));
  variance.value = isLive ? { formula: `E${String(row)}-F${String(row)}`, result: kpi.variance } : kpi.variance;
  variance.numFmt = signedFormat(kpi.decimals, isPercent);
  variance.font = effectFont(kpi.effect, false);
  sheet.getCell(row, 9).font = effectFont(kpi.effect, true);
}

// The first grid stands on the area's own sheet, each further one on a sheet named for it.
function writeArea(book: Book, view: AreaView): void {
  const grids = view.grids.filter((grid) => grid.columns.length > 0);
  if (grids.length === 0) {
    const sheet = addSheet(book, view.title);
    writeTitle(sheet, view.title, [book.line, view.empty?.message ?? view.finding]);
    writeHead(sheet, ['Dataset that fills this page'], () => false);
    (view.empty?.datasets ?? []).forEach((name, index) => putText(sheet.getCell(headRow + 1 + index, 1), name));
    sheet.getColumn(1).width = 60;
    finish(book, sheet, { columns: 1, rows: 0, frozenColumns: 0 });
    return;
  }
  grids.forEach((grid: Grid, index) => {
    const sheet = addSheet(book, index === 0 ? view.title : `${view.title}, ${grid.title}`);
    writeTitle(sheet, `${view.title}: ${grid.title}`, [book.line, grid.caption]);
    const size = writeGridSheet(sheet, grid);
    finish(book, sheet, size);
  });
}

const chartHeads = ['Area', 'Chart', 'Period', 'Unit', 'Series', 'Category', 'Value'];

// The figures behind every chart, one a row: ready for a pivot table.
function writeChartData(book: Book): void {
  const sheet = addSheet(book, 'Chart data');
  writeTitle(sheet, 'Chart data', [book.line, 'The figures behind the charts, one a row']);
  writeHead(sheet, chartHeads, (index) => index === 6);
  let row = headRow;
  for (const view of book.input.views) {
    for (const chart of view.charts) {
      for (const point of chartPoints(chart)) {
        row++;
        [view.title, chart.title, chart.period, chart.unit, point.series, point.category].forEach((text, index) =>
          putText(sheet.getCell(row, index + 1), text),
        );
        const cell = sheet.getCell(row, 7);
        cell.value = point.value;
        cell.numFmt = numberFormat(chart.decimals, chart.unit === '%');
      }
    }
  }
  [14, 34, 24, 9, 18, 34, 14].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  finish(book, sheet, { columns: chartHeads.length, rows: row - headRow, frozenColumns: 2 });
}

interface ChartPoint {
  series: string;
  category: string;
  value: number | null;
}

function chartPoints(chart: AreaView['charts'][number]): ChartPoint[] {
  switch (chart.kind) {
    case 'bars':
      return chart.rows.map((bar) => ({ series: chart.title, category: bar.label, value: bar.value }));
    case 'bridge':
      return chart.steps.map((step) => ({ series: step.role, category: step.label, value: step.value }));
    default:
      return chart.series.flatMap((series) =>
        chart.categories.map((category, index) => ({ series: series.name, category, value: series.values[index] ?? null })),
      );
  }
}

const sourceHeads = ['Source', 'Dataset', 'File', 'Received, UTC', 'Data to', 'Age, days', 'Rows', 'Left out', 'Warnings', 'State'];

function writeSources(book: Book): void {
  const sheet = addSheet(book, 'Sources');
  const { auditHead, freshness } = book.input;
  writeTitle(sheet, 'Sources', [
    book.line,
    auditHead === '' ? 'The newest import of each dataset' : `The newest import of each dataset; head of the audit trail ${auditHead}`,
  ]);
  writeHead(sheet, sourceHeads, (index) => index >= 5 && index <= 8);
  freshness.forEach((source, index) => {
    const row = headRow + 1 + index;
    const texts: [number, string][] = [
      [1, source.label],
      [2, source.dataset],
      [3, source.file ?? ''],
      [4, source.receivedAt === null ? '' : source.receivedAt.slice(0, 16).replace('T', ' ')],
      [10, source.state],
    ];
    for (const [column, text] of texts) if (text !== '') putText(sheet.getCell(row, column), text);
    if (source.dataTo !== null) {
      sheet.getCell(row, 5).value = utcDate(source.dataTo);
      sheet.getCell(row, 5).numFmt = 'yyyy-mm-dd';
    }
    [source.ageDays, source.rows, source.rejected, source.warnings].forEach((value, offset) => {
      const cell = sheet.getCell(row, 6 + offset);
      cell.value = value;
      cell.numFmt = numberFormat(0);
    });
  });
  [20, 26, 36, 18, 12, 10, 12, 10, 10, 10].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  finish(book, sheet, { columns: sourceHeads.length, rows: freshness.length, frozenColumns: 1 });
}
