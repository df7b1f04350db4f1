/** Sheets in which no table was found, as they are: what a person needs to mark head and body by hand. Nothing of them is interpreted. */
import { Fault } from '../../shared/faults.ts';
import { cellText, type ReadFile, type Sheet } from '../../shared/intake/cells.ts';
import type { InterpretRequest, TableReport } from '../../shared/intake/interpretation.ts';
import { hasValues } from './find-tables-cells.ts';

/** One report a sheet that holds values and is not in `taken`; numbered −1, −2 … by the sheet's place in the file. */
export function rawReports(file: ReadFile, taken: ReadonlySet<number>, request: InterpretRequest): TableReport[] {
  return file.sheets.flatMap((sheet, index) => {
    const isChosen = request.sheet === null || sheet.name === request.sheet;
    return isChosen && !taken.has(index) && hasValues(sheet) ? [rawReport(sheet, index, request)] : [];
  });
}

function rawReport(sheet: Sheet, index: number, { plans, sampleRows }: InterpretRequest): TableReport {
  const where = sheet.name === '' ? 'The file' : `Sheet ${sheet.name}`;
  const marked = plans.find((plan) => plan.sheet === index)?.headerRow ?? 0;
  const sentence =
    marked > 0
      ? `${where}, row ${String(marked)}: expected at least two column names with rows of data below them, found fewer. Mark another row as the head.`
      : `${where}: expected a row of column names with rows of data below it, found none. Mark the row that names the columns as the head, or leave the sheet out.`;
  return {
    table: -1 - index,
    sheet: index,
    sheetName: sheet.name,
    headerRow: 0,
    firstRow: 0,
    lastRow: 0,
    dataset: null,
    profile: null,
    source: '',
    score: 0,
    reasons: [],
    status: 'needs-mapping',
    fault: new Fault('no-table', sentence).body,
    columns: [],
    dateOrder: null,
    rows: { read: 0, rejected: 0 },
    period: null,
    totals: {},
    problems: [],
    problemCounts: {},
    rejectedRows: [],
    sample: sheet.rows.slice(0, sampleRows).map((row) => ({ row: row.number, cells: row.cells.map((cell) => cellText(cell)) })),
    unknownWords: [],
    sentinels: [],
  };
}
