/** A grid of cells as bytes in any container a plant's file comes in. Nothing of the product's own writers is used. */
import * as XLSX from '@e965/xlsx';
import { writeXlsx } from './xlsx-writer.ts';
import { writeZip } from './zip-writer.ts';

/** `text` is what is printed; `value` (a number, or an Excel serial with a date format) is what a workbook keeps. */
export interface GridCell {
  text: string;
  value?: number;
  format?: 'number' | 'day' | 'moment';
}

export interface Grid {
  rows: (GridCell | null)[][];
  hiddenRows: ReadonlySet<number>; // 0-based
  hiddenColumns: ReadonlySet<number>;
  merges: readonly { row: number; from: number; to: number }[]; // along one row
}

export type Container = 'comma' | 'semicolon' | 'tab' | 'pipe' | 'html' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'spreadsheetml' | 'zip';
export type Encoding = 'utf-8' | 'utf-8 bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1';

export function isText(container: Container): boolean {
  return ['comma', 'semicolon', 'tab', 'pipe', 'html', 'zip'].includes(container);
}

export function contained(grid: Grid, container: Container, encoding: Encoding): Buffer {
  switch (container) {
    case 'comma':
      return encoded(delimited(grid, ','), encoding);
    case 'semicolon':
      return encoded(delimited(grid, ';'), encoding);
    case 'tab':
      return encoded(delimited(grid, '\t'), encoding);
    case 'pipe':
      return encoded(delimited(grid, '|'), encoding);
    case 'html':
      return encoded(html(grid, encoding), encoding);
    case 'zip':
      return writeZip([{ name: 'export.csv', content: encoded(delimited(grid, ';'), encoding) }]);
    case 'xlsx':
      return xlsx(grid);
    case 'ods':
      return ods(grid);
    case 'xls':
      return library(grid, 'biff8');
    case 'xlsb':
      return library(grid, 'xlsb');
    case 'spreadsheetml':
      return library(grid, 'xlml');
  }
}

function delimited({ rows }: Grid, separator: string): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows
    .map((cells) =>
      Array.from({ length: width }, (_, column) => cells[column]?.text ?? '')
        .map((text) => (text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
        .join(separator),
    )
    .join('\r\n');
}

const high = new Map(
  Array.from('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ').map((letter, index) => [
    letter,
    [128, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 142, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 158, 159][index] ?? 63,
  ]),
);

/** Text its encoding cannot hold is written in UTF-8 instead. */
function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8 bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
    case 'iso-8859-1': {
      const codes = Array.from(text).map((letter) => (encoding === 'windows-1252' ? high.get(letter) : undefined) ?? letter.codePointAt(0) ?? 0);
      return codes.every((code) => code < 256) ? Buffer.from(codes) : Buffer.from(text, 'utf8');
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

// The bytes of another encoding than UTF-8 are named in the page, as reports do.
function html(grid: Grid, encoding: Encoding): string {
  const rows = grid.rows.map((cells, row) => {
    const merges = new Map(grid.merges.filter((merge) => merge.row === row).map((merge) => [merge.from, merge.to]));
    let covered = -1;
    const inner = cells.map((cell, column) => {
      if (column <= covered) return '';
      const to = merges.get(column);
      if (to !== undefined) covered = to;
      return `<td${to === undefined ? '' : ` colspan="${String(to - column + 1)}"`}>${escaped(cell?.text ?? '')}</td>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  });
  const charset = encoding === 'windows-1252' || encoding === 'iso-8859-1' ? encoding : 'utf-8';
  const text = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><table border="1">\n${rows.join('\n')}\n</table></body></html>`;
  // What the encoding cannot hold, a page writes as a reference.
  const limit = charset === 'utf-8' ? Infinity : 255;
  return Array.from(text)
    .map((letter) => ((letter.codePointAt(0) ?? 0) > limit ? `&#${String(letter.codePointAt(0))};` : letter))
    .join('');
}

const codes = { number: '#,##0.00', day: 'dd/mm/yyyy', moment: 'yyyy-mm-dd hh:mm' } as const;

function xlsx(grid: Grid): Buffer {
  return writeXlsx({
    sheets: [
      {
        name: 'Export',
        rows: grid.rows.map((cells) =>
          cells.map((cell) => {
            if (cell?.value === undefined) return cell === null || cell.text === '' ? null : cell.text;
            return cell.format === undefined || cell.format === 'number' ? cell.value : { value: cell.value, format: codes[cell.format] };
          }),
        ),
        hiddenRows: [...grid.hiddenRows].map((row) => row + 1),
        hiddenColumns: [...grid.hiddenColumns].map((column) => column + 1),
        merges: grid.merges.map((merge) => XLSX.utils.encode_range({ s: { r: merge.row, c: merge.from }, e: { r: merge.row, c: merge.to } })),
      },
    ],
  });
}

function library(grid: Grid, bookType: XLSX.BookType): Buffer {
  const width = Math.max(...grid.rows.map((cells) => cells.length));
  const sheet: XLSX.WorkSheet = { '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: grid.rows.length - 1, c: width - 1 } }) };
  grid.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === null || cell.text === '') return;
      const address = XLSX.utils.encode_cell({ r: row, c: column });
      sheet[address] = cell.value === undefined ? { t: 's', v: cell.text } : { t: 'n', v: cell.value, ...(cell.format && { z: codes[cell.format] }) };
    });
  });
  sheet['!merges'] = grid.merges.map((merge) => ({ s: { r: merge.row, c: merge.from }, e: { r: merge.row, c: merge.to } }));
  sheet['!rows'] = grid.rows.map((_, row) => ({ hidden: grid.hiddenRows.has(row) }));
  sheet['!cols'] = Array.from({ length: width }, (_, column) => ({ hidden: grid.hiddenColumns.has(column) }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Export');
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType }) as Uint8Array); // a buffer, as asked for
}

// Written by hand: the library leaves out the number formats.
function ods(grid: Grid): Buffer {
  const rows = grid.rows.map((cells, row) => {
    const merges = new Map(grid.merges.filter((merge) => merge.row === row).map((merge) => [merge.from, merge.to]));
    const inner = cells.map((cell, column) => {
      const to = merges.get(column);
      return odsCell(cell, to === undefined ? '' : ` table:number-columns-spanned="${String(to - column + 1)}"`);
    });
    return `<table:table-row${grid.hiddenRows.has(row) ? ' table:visibility="collapse"' : ''}>${inner.join('')}</table:table-row>`;
  });
  const width = Math.max(...grid.rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => `<table:table-column${grid.hiddenColumns.has(column) ? ' table:visibility="collapse"' : ''}/>`);
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Export">${columns.join('')}${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return writeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content },
  ]);
}

function odsCell(cell: GridCell | null, attributes: string): string {
  if (cell === null || cell.text === '') return `<table:table-cell${attributes}/>`;
  const shown = `<text:p>${escaped(cell.text)}</text:p>`;
  if (cell.value === undefined) return `<table:table-cell${attributes} office:value-type="string">${shown}</table:table-cell>`;
  if (cell.format === 'day' || cell.format === 'moment') {
    const iso = new Date(Math.round((cell.value - 25_569) * 86_400) * 1000).toISOString();
    const date = cell.format === 'day' ? iso.slice(0, 10) : iso.slice(0, 19);
    return `<table:table-cell${attributes} office:value-type="date" office:date-value="${date}">${shown}</table:table-cell>`;
  }
  return `<table:table-cell${attributes} office:value-type="float" office:value="${String(cell.value)}">${shown}</table:table-cell>`;
}
