import { describe, expect, it } from 'vitest';
import type { Cell, ReadFile } from '../../../../shared/intake/cells.ts';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { writeXlsx, xlsxParts, type WorkbookInput } from '../../../support/xlsx-writer.ts';
import { writeZip } from '../../../support/zip-writer.ts';

async function rowsOf(workbook: WorkbookInput): Promise<Cell[][]> {
  const file = await readBytes(writeXlsx(workbook));
  return file.sheets[0]?.rows.map((row) => row.cells) ?? [];
}

/** A workbook whose first sheet (and other parts by name) is XML written by hand. */
async function readParts(parts: Record<string, string | Buffer>): Promise<ReadFile> {
  const base = xlsxParts({ sheets: [{ name: 'Data', rows: [['one', 'two']] }] });
  const named = base.map((part) => ({ ...part, content: parts[part.name] ?? part.content }));
  return readBytes(writeZip(named));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheet = 'xl/worksheets/sheet1.xml';
const strings = 'xl/sharedStrings.xml';

async function cellsOfXml(rows: string): Promise<Cell[][]> {
  const file = await readParts({ [sheet]: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>` });
  return file.sheets[0]?.rows.map((row) => row.cells) ?? [];
}

describe('a workbook', () => {
  it('gives texts, numbers, booleans, errors and empty cells as they are', async () => {
    expect(await rowsOf({ sheets: [{ name: 'S', rows: [['00042', -0.125, true, false, { error: '#DIV/0!' }, null, 'ä<&>"\n', 1e21, 0.1 + 0.2]] }] })).toEqual([
      ['00042', -0.125, true, false, { kind: 'error', text: '#DIV/0!' }, null, 'ä<&>"\n', 1e21, 0.30000000000000004],
    ]);
  });

  it('says what a number is by its number format', async () => {
    const formats = ['dd/mm/yyyy', 'hh:mm', 'yyyy-mm-dd hh:mm', '[h]:mm', '0.0%', '#,##0.00', '"days" 0', '[Red]0" h"'];
    const [row] = await rowsOf({ sheets: [{ name: 'S', rows: [formats.map((format) => ({ value: 45000.5, format }))] }] });
    expect(row).toEqual([
      { kind: 'date', value: 45000.5 },
      { kind: 'time', value: 45000.5 },
      { kind: 'datetime', value: 45000.5 },
      { kind: 'duration', value: 45000.5 },
      { kind: 'percent', value: 45000.5 },
      45000.5,
      45000.5,
      45000.5,
    ]);
  });

  it('counts days from 1900 whatever the workbook counts from', async () => {
    // 1 January 2026 is 46023 from 1900 and 44561 from 1904; a clock time has no epoch.
    const rows = [[{ value: 44561, format: 'yyyy-mm-dd' }, { value: 0.25, format: 'hh:mm' }, { value: 1.5, format: '[h]:mm' }, 44561]];
    expect(await rowsOf({ sheets: [{ name: 'S', rows }], from1904: true })).toEqual([
      [{ kind: 'date', value: 46023 }, { kind: 'time', value: 0.25 }, { kind: 'duration', value: 1.5 }, 44561],
    ]);
  });

  it('takes the stored value of a formula, a bare literal without one, and never invents a zero', async () => {
    const cell = (formula: string, value?: string | number | boolean): { formula: string; value?: string | number | boolean } =>
      value === undefined ? { formula } : { formula, value };
    expect(
      await rowsOf({
        sheets: [
          {
            name: 'S',
            rows: [
              [cell('A2*2', 84), cell('A2&""', 'text'), cell('5.25'), cell('-3'), cell('"say ""hi"""'), cell('SUM(B1:B9)'), cell('TRUE'), cell('1>0', true)],
            ],
          },
        ],
      }),
    ).toEqual([[84, 'text', 5.25, -3, 'say "hi"', { kind: 'formula', text: 'SUM(B1:B9)' }, true, true]]);
    expect(
      await cellsOfXml('<row r="1"><c r="A1"><f>SUM(B1)</f><v></v></c><c r="B1" t="str"><f>IF(1,"")</f><v></v></c><c r="C1"><f t="shared" si="0"/></c></row>'),
    ).toEqual([[{ kind: 'formula', text: 'SUM(B1)' }, null, { kind: 'formula', text: '' }]]);
  });

  it('takes no stored zero from a program that left the calculating to Excel', async () => {
    const rows = [[{ formula: 'SUM(B1:B9)', value: 0 }, { formula: 'B1', value: 7 }, { formula: '12.5', value: 0 }, 0]];
    const parts = (head: string): Buffer =>
      writeZip(
        xlsxParts({ sheets: [{ name: 'S', rows }] }).map((part) =>
          part.name === 'xl/workbook.xml' ? { ...part, content: String(part.content).replace('</workbook>', `${head}</workbook>`) } : part,
        ),
      );
    const cells = async (head: string): Promise<unknown> => (await readBytes(parts(head))).sheets[0]?.rows[0]?.cells;
    expect(await cells('<calcPr calcId="124519" fullCalcOnLoad="1"/>')).toEqual([{ kind: 'formula', text: 'SUM(B1:B9)' }, 7, 12.5, 0]);
    expect(await cells('<calcPr calcId="191029"/>')).toEqual([0, 7, 0, 0]);
  });

  it('keeps sheets in workbook order and says what is hidden or merged', async () => {
    const file = await readBytes(
      writeXlsx({
        sheets: [
          { name: 'Second thoughts', rows: [['a']], hidden: true },
          {
            name: 'mês & <b>',
            rows: [
              ['h', 'x'],
              ['v', 1],
              ['w', 2],
            ],
            hiddenRows: [2],
            hiddenColumns: [2, 4],
            merges: ['A1:C2', 'D5'],
          },
          { name: 'Empty', rows: [[], [null]] },
        ],
      }),
    );
    expect(file).toMatchObject({ kind: 'xlsx', encoding: null, delimiter: null });
    expect(file.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length }))).toEqual([
      { name: 'Second thoughts', hidden: true, rows: 1 },
      { name: 'mês & <b>', hidden: false, rows: 3 },
      { name: 'Empty', hidden: false, rows: 0 },
    ]);
    expect(file.sheets[1]?.rows.map((row) => row.hidden)).toEqual([false, true, false]);
    expect(file.sheets[1]?.hiddenColumns).toEqual([2, 4]);
    expect(file.sheets[1]?.merges).toEqual([
      { fromRow: 1, fromColumn: 1, toRow: 2, toColumn: 3 },
      { fromRow: 5, fromColumn: 4, toRow: 5, toColumn: 4 },
    ]);
  });

  it('reads inline strings like shared ones, control characters included', async () => {
    const texts = ['plain', ' spaced ', 'a\r\nb', '_x000D_', 'tab\tbell\u0007', '😀', '__proto__'];
    expect(await rowsOf({ sheets: [{ name: 'S', rows: [texts] }] })).toEqual([texts]);
    expect(await rowsOf({ sheets: [{ name: 'S', rows: [texts] }], inlineStrings: true })).toEqual([texts]);
  });

  it('joins rich text and leaves phonetic runs out', async () => {
    const file = await readParts({
      [strings]: `<sst xmlns="${main}"><si><r><rPr><b/></rPr><t>Sch</t></r><r><t xml:space="preserve">icht </t></r><rPh sb="0" eb="1"><t>reading</t></rPh><phoneticPr fontId="1"/></si><si><t><![CDATA[a<b]]></t></si></sst>`,
    });
    expect(file.sheets[0]?.rows[0]?.cells).toEqual(['Schicht ', 'a<b']);
  });

  it('places cells and rows without a reference behind the one before', async () => {
    const file = await readParts({
      [sheet]: `<worksheet xmlns="${main}"><sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData></worksheet>`,
    });
    expect(file.sheets[0]?.rows).toEqual([
      { number: 1, cells: [1, null, null, 2, 3], hidden: false },
      { number: 7, cells: [4], hidden: false },
      { number: 8, cells: [5], hidden: false },
    ]);
  });

  it('puts rows in order that are written out of order', async () => {
    expect(await cellsOfXml('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row><row r="3"><c r="C3"><v>9</v></c></row>')).toEqual([
      [null, 1],
      [3, null, 9],
    ]);
  });

  it('reads prefixes, strict namespaces, absolute targets, ISO dates, single quotes, comments and CDATA', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const file = await readParts({
      '_rels/.rels': `<Relationships><Relationship Id="x" Type="${relations}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x='${strict}' xmlns:r='${relations}'><x:sheets><x:sheet r:id='a' sheetId='9' name='One'/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id='a' Type='${relations}/worksheet' Target='/xl/worksheets/sheet1.xml'/></Relationships>`,
      [sheet]: `<?xml version='1.0'?><!-- <row> --><x:worksheet xmlns:x='${strict}'><x:sheetData ><x:row r='2' ><x:c  r = 'B2' t='d' ><x:v>2026-01-01</x:v></x:c><x:c t='d'><x:v>2026-01-01T06:00:00</x:v></x:c><x:c t='d'><x:v>T18:00</x:v></x:c><x:c t='inlineStr'><x:is><x:t><![CDATA[<&>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(file.sheets).toMatchObject([
      {
        name: 'One',
        rows: [{ number: 2, cells: [null, { kind: 'date', value: 46023 }, { kind: 'datetime', value: 46023.25 }, { kind: 'time', value: 0.75 }, '<&>'] }],
      },
    ]);
  });

  it.each(['utf16le', 'utf-16be', 'latin1'] as const)('reads parts written in %s', async (encoding) => {
    const xml = `<?xml version="1.0" encoding="${encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16'}"?><sst xmlns="${main}"><si><t>größer</t></si><si><t>zwei</t></si></sst>`;
    const bytes =
      encoding === 'utf-16be' ? Buffer.from(`\ufeff${xml}`, 'utf16le').swap16() : Buffer.from(encoding === 'utf16le' ? `\ufeff${xml}` : xml, encoding);
    const file = await readParts({ [strings]: bytes });
    expect(file.sheets[0]?.rows[0]?.cells).toEqual(['größer', 'zwei']);
  });

  it('does not let formatted but empty rows and columns appear', async () => {
    expect(
      await cellsOfXml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="XFD1" s="1"/></row><row r="1048576" s="1" customFormat="1"><c r="A1048576" s="1"/></row>',
      ),
    ).toEqual([[1]]);
  });

  it('reads a workbook without styles, strings or relationships', async () => {
    const file = await readBytes(
      writeZip([
        { name: 'xl/workbook.xml', content: `<workbook xmlns="${main}"><sheets><sheet name="Bare" sheetId="1"/></sheets></workbook>` },
        { name: sheet, content: `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" s="3"><v>7</v></c></row></sheetData></worksheet>`, stored: true },
      ]),
    );
    expect(file.sheets).toMatchObject([{ name: 'Bare', rows: [{ cells: [7] }] }]);
  });

  it('reads cells the same wherever the blocks of the stream end', async () => {
    // Longer than several blocks, with a multi-byte text that falls on different offsets in each row.
    const rows = Array.from({ length: 6000 }, (_, i) => [i, i / 7, `Zeile ${'ä'.repeat(i % 13)} & mehr`, i % 2 === 0]);
    const read = await rowsOf({ sheets: [{ name: 'S', rows }], inlineStrings: true });
    expect(read).toEqual(rows);
  });
});

describe('a damaged workbook', () => {
  const refused: [string, Record<string, string>, RegExp][] = [
    ['a cut-off part', { [sheet]: `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>` }, /sheet1\.xml is cut off/],
    ['tags that cross', { [sheet]: `<worksheet><sheetData></worksheet></sheetData>` }, /closes <worksheet>/],
    [
      'a text that is not there',
      { [sheet]: `<worksheet><sheetData><row r="4"><c r="B4" t="s"><v>99</v></c></row></sheetData></worksheet>` },
      /“Data”.*cell B4 refers to a text/,
    ],
    [
      'an impossible cell',
      { [sheet]: `<worksheet><sheetData><row r="1"><c r="ZZZ99999999"><v>1</v></c></row></sheetData></worksheet>` },
      /row 1 holds a cell called “ZZZ99999999”/,
    ],
    [
      'a cell of another row',
      { [sheet]: `<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>` },
      /row 1 holds a cell called “A2”/,
    ],
    ['an impossible row', { [sheet]: `<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>` }, /row number 1048577/],
    ['an impossible merge', { [sheet]: `<worksheet><mergeCells><mergeCell ref="A0:XFE9"/></mergeCells></worksheet>` }, /merges the cells “A0:XFE9”/],
    ['a document type', { [sheet]: `<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>` }, /declares a document type/],
    ['attributes without quotes', { [sheet]: `<worksheet><sheetData><row r=1/></sheetData></worksheet>` }, /attribute without quotes/],
  ];
  it.each(refused)('is refused with its place: %s', async (_, parts, message) => {
    await expect(readParts(parts)).rejects.toMatchObject({ code: 'file-corrupt', message: expect.stringMatching(message) as unknown });
  });

  it('opens no connection and no file for external entities', async () => {
    const hostile = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><sst><si><t>&e;</t></si><si><t>b</t></si></sst>';
    await expect(readParts({ [strings]: hostile })).rejects.toMatchObject({ code: 'file-corrupt' });
    // Without the declaration the entity is unknown and stays text.
    const file = await readParts({ [strings]: '<sst><si><t>&e;&amp;</t></si><si><t>b</t></si></sst>' });
    expect(file.sheets[0]?.rows[0]?.cells[0]).toBe('&e;&');
  });
});
