/**
 * A small workbook writer: text, numbers and dates with the few formats a plant's own sheets have. Hundreds of daily workbooks in a
 * second, the same bytes every time (fixed zip dates, no random ids). No formulas, no pictures.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { daysBetween, type IsoDate } from '../../shared/kit/iso-date.ts';

export type CellValue = string | number | null | { date: IsoDate } | { clock: string } | { bold: string } | { amount: number };

export interface SheetContent {
  name: string;
  /** Column widths in characters. */
  widths: number[];
  rows: CellValue[][];
}

export function workbookBytes(sheets: readonly SheetContent[]): Buffer {
  const texts = new Map<string, number>();
  const parts: [string, string][] = sheets.map((sheet, index) => [`xl/worksheets/sheet${String(index + 1)}.xml`, sheetXml(sheet, texts)]);
  parts.unshift(
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${String(index + 1)}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
  );
  parts.push(['xl/sharedStrings.xml', sharedStrings(texts)]);
  return zip(parts);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
// Cell styles by index: 0 plain, 1 bold, 2 date, 3 date and time, 4 amount.
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function sheetXml(sheet: SheetContent, texts: Map<string, number>): string {
  const columns = sheet.widths
    .map((width, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`)
    .join('');
  const rows = sheet.rows.map(
    (cells, index) =>
      `<row r="${String(index + 1)}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${String(index + 1)}`, texts)).join('')}</row>`,
  );
  return `${head}<worksheet xmlns="${main}"><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: CellValue, place: string, texts: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${String(textIndex(texts, cell))}</v></c>`;
  if ('bold' in cell) return `<c r="${place}" s="1" t="s"><v>${String(textIndex(texts, cell.bold))}</v></c>`;
  if ('amount' in cell) return `<c r="${place}" s="4"><v>${String(cell.amount)}</v></c>`;
  if ('date' in cell) return `<c r="${place}" s="2"><v>${String(serial(cell.date))}</v></c>`;
  return `<c r="${place}" s="3"><v>${String(clockSerial(cell.clock))}</v></c>`;
}

function textIndex(texts: Map<string, number>, text: string): number {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
}

function sharedStrings(texts: Map<string, number>): string {
  const items = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return `${head}<sst xmlns="${main}" uniqueCount="${String(texts.size)}">${items}</sst>`;
}

/** Excel's day number: 1 = 1900-01-01, with its leap-year mistake. */
function serial(date: IsoDate): number {
  return daysBetween('1899-12-30', date);
}

function clockSerial(clock: string): number {
  const minutes = Number(clock.slice(11, 13)) * 60 + Number(clock.slice(14, 16));
  return serial(clock.slice(0, 10)) + minutes / 1440;
}

function contentTypes(sheetCount: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [`<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`];
  for (let number = 1; number <= sheetCount; number += 1)
    overrides.push(`<Override PartName="/xl/worksheets/sheet${String(number)}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`);
  overrides.push(
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>`,
  );
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(targets: readonly [type: string, target: string][]): string {
  const items = targets.map(([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${officeRelations}/${type}" Target="${target}"/>`);
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly SheetContent[]): string {
  const items = sheets.map((sheet, index) => `<sheet name="${escaped(sheet.name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`).join('');
  return `${head}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${items}</sheets></workbook>`;
}

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

// 1980-01-01, the first day a zip can say.
const zipDate = 0x0021;

function zip(parts: readonly [name: string, text: string][]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw, { level: 6 });
    const local = entryHeader({ name, raw, packed });
    const central = Buffer.concat([u32(0x02014b50), u16(20), local.subarray(4, 30), u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)]);
    chunks.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length), u32(central.length), u32(offset), u16(0)]);
  return Buffer.concat([...chunks, central, end]);
}

function entryHeader({ name, raw, packed }: { name: string; raw: Buffer; packed: Buffer }): Buffer {
  return Buffer.concat([
    u32(0x04034b50),
    u16(20),
    u16(0),
    u16(8),
    u16(0),
    u16(zipDate),
    u32(crc32(raw)),
    u32(packed.length),
    u32(raw.length),
    u16(Buffer.byteLength(name)),
    u16(0),
    Buffer.from(name),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
