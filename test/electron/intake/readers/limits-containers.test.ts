/** The limits of what a file may ask for, in the containers other than .xlsx: just below is read, just above refused. */
import * as XLSX from '@e965/xlsx';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../electron/intake/limits.ts';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { biffWorkbook, f64, record } from '../../../support/biff-writer.ts';
import { writeZip, type ZipPart } from '../../../support/zip-writer.ts';

// The library leaves its access to containers untyped.
const containers = XLSX.CFB as {
  utils: { cfb_new(): unknown; cfb_add(container: unknown, name: string, content: Buffer): void };
  write(container: unknown, options: { type: 'buffer' }): Uint8Array;
};

const mimetype: ZipPart = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true };

function ods(tables: string, more: Partial<ZipPart> = {}): Buffer {
  return writeZip([mimetype, { name: 'content.xml', content: `<office:document-content>${tables}</office:document-content>`, ...more }]);
}

const table = (rows: string): string => `<table:table table:name="T">${rows}</table:table>`;
const number = '<table:table-cell office:value-type="float" office:value="1"/>';
const textCell = (length: number): string => `<table:table-cell office:value-type="string"><text:p>${'x'.repeat(length)}</text:p></table:table-cell>`;
const xml = (sheets: string): Buffer => Buffer.from(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`);
const xmlSheet = (rows: string): string => `<Worksheet Name="S"><Table>${rows}</Table></Worksheet>`;
const xmlText = (length: number): string => `<Row><Cell><Data Type="String">${'x'.repeat(length)}</Data></Cell></Row>`;
const html = (rows: string): Buffer => Buffer.from(`<html><p></p><table>${rows}</table></html>`);
const oneCell = record(0x203, Buffer.alloc(6), f64(1));

function sheetsOf(count: number, bookType: XLSX.BookType): Buffer {
  const book = XLSX.utils.book_new();
  for (let i = 0; i < count; i++) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[i]]), `S${String(i)}`);
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType }) as Uint8Array); // a buffer, as asked for
}

const half = limits.cells / 2000;
const rowOf = (columns: number, repeat: number): string =>
  `<table:table-row table:number-rows-repeated="${String(repeat)}"><table:table-cell table:number-columns-repeated="${String(columns)}" office:value-type="float" office:value="1"/></table:table-row>`;
const biffMerge = (columns: number): Buffer => biffWorkbook(0x600, [], [oneCell, record(0xe5, 1, 0, 9999, 0, columns - 1)]);

const boundaries: [what: string, below: () => Buffer, above: () => Buffer, code: string][] = [
  [
    'cells of .ods',
    () => ods(table(rowOf(2000, half))),
    () => ods(table(rowOf(2000, half) + `<table:table-row>${number}</table:table-row>`)),
    'file-too-large',
  ],
  ['columns of .ods', () => ods(table(rowOf(limits.columns, 1))), () => ods(table(rowOf(limits.columns + 1, 1))), 'file-too-large'],
  [
    'sheets of .ods',
    () => ods(table(`<table:table-row>${number}</table:table-row>`).repeat(limits.sheets)),
    () => ods(table('').repeat(limits.sheets + 1)),
    'file-too-large',
  ],
  [
    'a text of .ods',
    () => ods(table(`<table:table-row>${textCell(limits.cellCharacters)}</table:table-row>`)),
    () => ods(table(`<table:table-row>${textCell(limits.cellCharacters + 1)}</table:table-row>`)),
    'file-too-large',
  ],
  [
    'merged cells of .ods',
    () => ods(table(`<table:table-row>${number.replace('/>', ' table:number-columns-spanned="2" table:number-rows-spanned="1000000"/>')}</table:table-row>`)),
    () => ods(table(`<table:table-row>${number.replace('/>', ' table:number-columns-spanned="2" table:number-rows-spanned="1000001"/>')}</table:table-row>`)),
    'file-too-large',
  ],
  [
    'sheets of Excel 2003 XML',
    () => xml(xmlSheet(xmlText(1)).repeat(limits.sheets)),
    () => xml(xmlSheet(xmlText(1)).repeat(limits.sheets + 1)),
    'file-too-large',
  ],
  ['a text of Excel 2003 XML', () => xml(xmlSheet(xmlText(limits.cellCharacters))), () => xml(xmlSheet(xmlText(limits.cellCharacters + 1))), 'file-too-large'],
  [
    'depth of Excel 2003 XML',
    () => xml(xmlSheet(xmlText(1)) + '<a>'.repeat(limits.xmlDepth - 1) + '</a>'.repeat(limits.xmlDepth - 1)),
    () => xml(xmlSheet(xmlText(1)) + '<a>'.repeat(limits.xmlDepth) + '</a>'.repeat(limits.xmlDepth)),
    'file-corrupt',
  ],
  [
    'a text of a page',
    () => html(`<tr><td>${'x'.repeat(limits.cellCharacters)}</td></tr>`),
    () => html(`<tr><td>${'x'.repeat(limits.cellCharacters + 1)}</td></tr>`),
    'file-too-large',
  ],
  [
    'merged cells of a page',
    () => html('<tr><td colspan="1000" rowspan="2000">x</td></tr>' + '<tr></tr>'.repeat(1999)),
    () => html('<tr><td colspan="1000" rowspan="2001">x</td></tr>' + '<tr></tr>'.repeat(2000)),
    'file-too-large',
  ],
  ['columns of a page', () => html(`<tr>${'<td colspan="1000">x'.repeat(16)}`), () => html(`<tr>${'<td colspan="1000">x'.repeat(17)}`), 'file-too-large'],
  ['sheets of .xls', () => sheetsOf(limits.sheets, 'biff8'), () => sheetsOf(limits.sheets + 1, 'biff8'), 'file-too-large'],
  ['merged cells of .xls', () => biffMerge(200), () => biffMerge(201), 'file-too-large'],
  ['sheets of .xlsb', () => sheetsOf(limits.sheets, 'xlsb'), () => sheetsOf(limits.sheets + 1, 'xlsb'), 'file-too-large'],
];

describe('limits of other containers', () => {
  it.each(boundaries)('%s: just below is read, just above refused', async (_, below, above, code) => {
    const file = await readBytes(below());
    expect(file.sheets.some((sheet) => sheet.rows.length > 0)).toBe(true);
    await expect(readBytes(above())).rejects.toMatchObject({ code });
  });

  // 400 MB of one byte behind honest and lying headers.
  const block = deflateRawSync(Buffer.alloc(8 * 1024 * 1024, 32), { finishFlush: constants.Z_SYNC_FLUSH });
  const bomb = Buffer.concat([...Array.from({ length: 50 }, () => block), deflateRawSync(Buffer.alloc(0))]);
  const lies = [
    ['honest', 50 * 8 * 1024 * 1024],
    ['small', 1000],
    ['within the limit', 40 * 1024 * 1024],
  ] as const;
  it.each(lies)('refuse a bomb early whose stated size is %s, in a workbook or an archive', async (_, inflatedBytes) => {
    const before = process.memoryUsage().rss;
    const started = process.cpuUsage();
    await expect(readBytes(ods('', { raw: bomb, inflatedBytes }))).rejects.toMatchObject({
      code: expect.stringMatching(/file-(too-large|corrupt)/) as unknown,
    });
    const inArchive = writeZip([{ name: 'a.csv', content: '', raw: bomb, inflatedBytes }]);
    await expect(readBytes(inArchive)).rejects.toMatchObject({ code: expect.stringMatching(/file-(too-large|corrupt)/) as unknown });
    const used = process.cpuUsage(started);
    expect((used.user + used.system) / 1e6).toBeLessThan(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('count what archives within an archive unpack to as one', async () => {
    const large = writeZip([{ name: 'a.csv', content: Buffer.from('a,b\n1,2\n'.repeat(6_000_000)).subarray(0, limits.fileBytes - 100) }]);
    await expect(readBytes(writeZip(Array.from({ length: 7 }, (_, i) => ({ name: `${String(i)}.zip`, content: large, stored: true }))))).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  it('read an old workbook of more than 7 MB, whose allocation table goes beyond its header', async () => {
    const place = (row: number, column: number): Buffer => Buffer.from([row & 255, row >> 8, column, 0, 0, 0]);
    const stream = biffWorkbook(
      0x600,
      [],
      Array.from({ length: 420_000 }, (_, i) => record(0x203, place(Math.floor(i / 7), i % 7), f64(i))),
    );
    const container = containers.utils.cfb_new();
    containers.utils.cfb_add(container, '/Workbook', stream);
    const bytes = Buffer.from(containers.write(container, { type: 'buffer' }));
    expect(bytes.length).toBeGreaterThan(7.2e6);
    const read = (await readBytes(bytes)).sheets[0]?.rows ?? [];
    expect(read).toHaveLength(60_000);
    expect(read.at(-1)?.cells).toEqual([419_993, 419_994, 419_995, 419_996, 419_997, 419_998, 419_999]);
  });
});
