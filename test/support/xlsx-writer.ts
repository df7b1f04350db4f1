/**
 * A small .xlsx from rows of values: for tests that need a workbook whose every cell is known. Independent of the program's own
 * workbook writer and of exceljs.
 */
import { writeZip, type ZipPart } from './zip-writer.ts';

/** `format` is an Excel number format; `value` beside `formula` is its stored value, absent when nobody calculated it. */
export interface FormattedCell {
  value?: string | number | boolean;
  format?: string;
  formula?: string;
  error?: string;
}

export type CellInput = string | number | boolean | null | FormattedCell;

export interface SheetInput {
  name: string;
  rows: readonly (readonly CellInput[])[];
  hidden?: boolean;
  /** 1-based. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  /** 'A1:B2'. */
  merges?: readonly string[];
}

export interface WorkbookInput {
  sheets: readonly SheetInput[];
  from1904?: boolean;
  /** Texts inside the cells instead of in the shared table. */
  inlineStrings?: boolean;
}

export function writeXlsx(workbook: WorkbookInput): Buffer {
  return writeZip(xlsxParts(workbook));
}

/** The parts, for tests that spoil one of them. */
export function xlsxParts(workbook: WorkbookInput): ZipPart[] {
  const formats: string[] = [];
  const strings = new Map<string, number>();
  const context: Context = { formats, strings, inline: workbook.inlineStrings === true };
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, context));
  const numbered = workbook.sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  return [
    { name: '[Content_Types].xml', content: contentTypes(numbered.length) },
    {
      name: '_rels/.rels',
      content: `${head}<Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="rId1" Type="${officeNamespace}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${mainNamespace}" xmlns:r="${officeNamespace}/relationships"><workbookPr${workbook.from1904 === true ? ' date1904="1"' : ''}/><sheets>${numbered
        .map(
          ({ name, number, hidden }) =>
            `<sheet name="${escapeXml(name)}" sheetId="${String(number)}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${String(number)}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${head}<Relationships xmlns="${packageNamespace}/relationships">${numbered
        .map(
          ({ number }) =>
            `<Relationship Id="rId${String(number)}" Type="${officeNamespace}/relationships/worksheet" Target="worksheets/sheet${String(number)}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rIdS" Type="${officeNamespace}/relationships/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${officeNamespace}/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    {
      name: 'xl/sharedStrings.xml',
      content: `${head}<sst xmlns="${mainNamespace}">${[...strings.keys()].map((text) => `<si>${textElement(text)}</si>`).join('')}</sst>`,
    },
    ...sheets.map((content, index) => ({ name: `xl/worksheets/sheet${String(index + 1)}.xml`, content })),
  ];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

interface Context {
  formats: string[];
  strings: Map<string, number>;
  inline: boolean;
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${String(index + 1)}.xml" ContentType="${type}.worksheet+xml"/>`,
  ).join('');
  return `${head}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${overrides}</Types>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((format, index) => `<numFmt numFmtId="${String(164 + index)}" formatCode="${escapeXml(format)}"/>`).join('');
  const cellFormats = formats
    .map((_, index) => `<xf numFmtId="${String(164 + index)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('');
  return `${head}<styleSheet xmlns="${mainNamespace}">${formats.length > 0 ? `<numFmts count="${String(formats.length)}">${codes}</numFmts>` : ''}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${String(formats.length + 1)}"><xf numFmtId="0"/>${cellFormats}</cellXfs></styleSheet>`;
}

function sheetXml(sheet: SheetInput, context: Context): string {
  const hiddenColumns = (sheet.hiddenColumns ?? []).map((column) => `<col min="${String(column)}" max="${String(column)}" width="9" hidden="1"/>`).join('');
  const rows = sheet.rows.map((cells, index) => {
    const number = index + 1;
    const inner = cells.map((cell, column) => cellXml(cell, `${letters(column + 1)}${String(number)}`, context)).join('');
    return inner === '' ? '' : `<row r="${String(number)}"${sheet.hiddenRows?.includes(number) === true ? ' hidden="1"' : ''}>${inner}</row>`;
  });
  const merges = sheet.merges ?? [];
  const merged =
    merges.length > 0 ? `<mergeCells count="${String(merges.length)}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : '';
  return `${head}<worksheet xmlns="${mainNamespace}">${hiddenColumns === '' ? '' : `<cols>${hiddenColumns}</cols>`}<sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(input: CellInput, reference: string, context: Context): string {
  if (input === null) return '';
  const cell: FormattedCell = typeof input === 'object' ? input : { value: input };
  const style = cell.format === undefined ? '' : ` s="${String(styleIndex(cell.format, context))}"`;
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  if (cell.error !== undefined) return `<c r="${reference}"${style} t="e">${formula}<v>${cell.error}</v></c>`;
  if (cell.value === undefined) return `<c r="${reference}"${style}>${formula}</c>`;
  if (typeof cell.value === 'number') return `<c r="${reference}"${style}>${formula}<v>${String(cell.value)}</v></c>`;
  if (typeof cell.value === 'boolean') return `<c r="${reference}"${style} t="b">${formula}<v>${cell.value ? '1' : '0'}</v></c>`;
  if (formula !== '') return `<c r="${reference}"${style} t="str">${formula}<v>${escapeXml(cell.value)}</v></c>`;
  if (context.inline) return `<c r="${reference}"${style} t="inlineStr"><is>${textElement(cell.value)}</is></c>`;
  return `<c r="${reference}"${style} t="s"><v>${String(stringIndex(cell.value, context))}</v></c>`;
}

function styleIndex(format: string, { formats }: Context): number {
  if (!formats.includes(format)) formats.push(format);
  return formats.indexOf(format) + 1;
}

function stringIndex(text: string, { strings }: Context): number {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, strings.size);
  return strings.size - 1;
}

function textElement(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (char) => `&#${String(char.charCodeAt(0))};`)
    .replace(/[\x00-\x08\x0b-\x1f]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

function letters(column: number): string {
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}
