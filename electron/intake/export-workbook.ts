/**
 * An export as an Excel workbook: real dates and numbers, texts that stay texts, the head frozen. Rows are streamed to the file; what
 * one sheet can't hold goes on in the next under the same heads.
 */
import ExcelJS from 'exceljs';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { exportHeads, guarded } from './export-layout.ts';
import type { ExportValue } from './export-values.ts';
import { columnWidth, headFont, landscape, numberFormatOf } from './sheet-formats.ts';

/** As in Excel, the head included. */
const sheetRows = 1_048_576;
const blockRows = 2_000;

export interface WorkbookJob {
  path: string;
  dataset: Dataset;
  rows: Iterable<readonly (ExportValue | null)[]>;
  /** Called between blocks of rows; throws to stop. */
  onBlock: (written: number) => Promise<void>;
}

/** Writes the file; answers the rows written. */
export async function writeExportWorkbook(job: WorkbookJob): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: job.path, useStyles: true, useSharedStrings: false });
  let sheet = addSheet(workbook, job.dataset, 1);
  let inSheet = 1;
  let written = 0;
  for (const values of job.rows) {
    if (inSheet === sheetRows) {
      sheet.commit();
      sheet = addSheet(workbook, job.dataset, Math.floor(written / (sheetRows - 1)) + 1);
      inSheet = 1;
    }
    sheet.addRow(values.map(cellValue)).commit();
    inSheet += 1;
    written += 1;
    if (written % blockRows === 0) await job.onBlock(written);
  }
  sheet.commit();
  await workbook.commit();
  return written;
}

function addSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, dataset: Dataset, number: number): ExcelJS.Worksheet {
  const heads = exportHeads(dataset);
  const sheet = workbook.addWorksheet(number === 1 ? dataset.label : `${dataset.label} ${String(number)}`, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: landscape,
  });
  const fields: (Field | null)[] = [null, null, ...dataset.fields];
  sheet.columns = heads.map((head, index) => {
    const format = numberFormatOf(fields[index] ?? null);
    return { width: columnWidth(head, fields[index] ?? null), ...(format !== null && { style: { numFmt: format } }) };
  });
  const row = sheet.addRow(heads);
  row.font = headFont;
  row.numFmt = '@';
  row.commit();
  return sheet;
}

function cellValue(value: ExportValue | null): string | number | null {
  if (value === null) return null;
  switch (value.as) {
    case 'text':
      return workbookText(guarded(value.text, false));
    case 'number':
      return value.number;
    case 'day':
    case 'instant':
      return value.serial;
  }
}

/** A text for a cell: characters XML can't hold as Excel writes them, and an underscore that would look like one. */
export function workbookText(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/gu, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
