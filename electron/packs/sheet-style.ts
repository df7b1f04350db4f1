/** What every sheet of the pack's workbook shares: text that stays text, number formats, print set-up. */
import type { Cell, Font, Worksheet } from 'exceljs';
import type { Effect, GridColumn } from '../../shared/areas/view.ts';

export const colors = { ink: 'FF242424', mid: 'FF616161', F: 'FF00666E', U: 'FFB03A00', line: 'FFC4C4C4', group: 'FFF7F7F7', total: 'FFEEEEEE' } as const;

/** Excel's limit for one cell. */
const longestCell = 32_767;

/** Text for a cell: what XML can't hold becomes U+FFFD, what Excel would read as an escape is escaped. */
export function cellText(text: string): string {
  const legal = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  // Excel decodes _x0041_ inside text; escaping its underscore keeps the letters.
  return legal
    .slice(0, longestCell)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A text cell; text that looks like a formula gets the text format, so that editing it doesn't turn it into one. */
export function putText(cell: Cell, text: string): void {
  cell.value = cellText(text);
  if (/^[=+\-@\t\r]/.test(text)) cell.numFmt = '@';
}

export function numberFormat(decimals: number, isPercent = false): string {
  const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  return isPercent ? `0${places}%` : `#,##0${places}`;
}

/** With + before what is above 0. */
export function signedFormat(decimals: number, isPercent = false): string {
  const plain = numberFormat(decimals, isPercent);
  return `+${plain};-${plain};${plain}`;
}

export function formatOfColumn(column: GridColumn): string {
  const isPercent = column.kind === 'percent';
  return column.effectField === null ? numberFormat(column.decimals, isPercent) : signedFormat(column.decimals, isPercent);
}

export function fontOf(part: Partial<Font>): Partial<Font> {
  return { name: 'Calibri', family: 2, size: 11, color: { argb: colors.ink }, ...part };
}

export function effectFont(effect: Effect, bold: boolean): Partial<Font> {
  return fontOf({ color: { argb: effect === null ? colors.ink : colors[effect] }, bold });
}

/** Title, period and unit over the head: rows 1 to 3 of every sheet. */
export function writeTitle(sheet: Worksheet, title: string, lines: readonly [string, string]): void {
  putText(sheet.getCell(1, 1), title);
  sheet.getCell(1, 1).font = fontOf({ bold: true, size: 14 });
  lines.forEach((line, index) => {
    putText(sheet.getCell(2 + index, 1), line);
    sheet.getCell(2 + index, 1).font = fontOf({ color: { argb: colors.mid } });
  });
}

/** The one head row. */
export const headRow = 4;

export function writeHead(sheet: Worksheet, labels: readonly string[], alignRight: (index: number) => boolean): void {
  labels.forEach((label, index) => {
    const cell = sheet.getCell(headRow, index + 1);
    putText(cell, label);
    cell.font = fontOf({ bold: true, color: { argb: colors.mid } });
    cell.alignment = { wrapText: true, vertical: 'bottom', horizontal: alignRight(index) ? 'right' : 'left', indent: alignRight(index) || index === 0 ? 0 : 1 };
    cell.border = { bottom: { style: 'thin', color: { argb: colors.ink } } };
  });
}

export interface SheetFrame {
  columns: number;
  rows: number;
  frozenColumns: number;
  headerText: string;
  footerText: string;
}

/** Frozen head, filter, A4 landscape one page wide, repeated head, page x of y. */
export function finishSheet(sheet: Worksheet, frame: SheetFrame): void {
  sheet.views = [
    {
      state: 'frozen',
      xSplit: frame.frozenColumns,
      ySplit: headRow,
      topLeftCell: `${columnLetter(frame.frozenColumns + 1)}${String(headRow + 1)}`,
      showGridLines: false,
    },
  ];
  if (frame.rows > 0) sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow + frame.rows, column: frame.columns } };
  // Assigned as plain values: exceljs types the paper as an enum that exists only in its declarations. 9 is A4.
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `1:${String(headRow)}`,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.getRow(headRow).height = 15 * headLines(sheet, frame.columns) + 3;
  sheet.headerFooter.oddHeader = `&L${headerText(frame.headerText)}`;
  sheet.headerFooter.oddFooter = `&L${headerText(frame.footerText)}&RPage &P of &N`;
}

// Excel doesn't grow a row of wrapped text in a file it didn't write itself.
function headLines(sheet: Worksheet, columns: number): number {
  const lines = Array.from({ length: columns }, (_, index) => {
    const room = Math.max(4, (sheet.getColumn(index + 1).width ?? 9) - 2);
    return cellLines(sheet.getCell(headRow, index + 1).text, room);
  });
  return Math.min(4, Math.max(1, ...lines));
}

function cellLines(text: string, room: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = room + 1;
    for (const word of paragraph.split(' ')) {
      if (used + word.length > room) {
        lines++;
        used = 0;
      }
      used += word.length + 1;
    }
  }
  return lines;
}

export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetter(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

// A single ampersand starts a header code; the whole header may have 255 characters.
function headerText(text: string): string {
  return cellText(text).replace(/\s+/g, ' ').slice(0, 100).toWellFormed().replace(/&/g, '&&');
}

/** A name Excel takes for a sheet: at most 31 characters, none of []:*?/\, unique. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean = cellText(wanted)
    .replace(/[[\]:*?/\\\r\n\t]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const base = clean === '' || clean.toLowerCase() === 'history' ? `${clean} sheet`.trim() : clean;
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${String(number)}`;
    const name = `${base
      .slice(0, 31 - ending.length)
      .toWellFormed()
      .trimEnd()}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
