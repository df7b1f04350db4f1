/** OpenDocument tables as LibreOffice writes them, with its repeated cells, column styles and hidden parts. */
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { Cell, ReadFile } from '../../../../shared/intake/cells.ts';
import { writeZip, type ZipPart } from '../../../support/zip-writer.ts';

const styles = `<office:automatic-styles>
<number:date-style style:name="N36"><number:day/><number:text>.</number:text><number:month/></number:date-style>
<number:date-style style:name="N50"><number:day/><number:hours/></number:date-style>
<number:time-style style:name="N40"><number:hours/></number:time-style>
<number:time-style style:name="N43" number:truncate-on-overflow="false"><number:hours/></number:time-style>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N50"/>
<style:style style:name="ce2" style:family="table-cell" style:data-style-name="N43"/>
<style:style style:name="ce3" style:family="table-cell" style:parent-style-name="ce2"/>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>`;

function ods(tables: string, more: ZipPart[] = []): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', content }, ...more]);
}

function table(rows: string, attributes = 'table:name="T" table:style-name="ta1"'): string {
  return `<table:table ${attributes}>${rows}</table:table>`;
}

async function cells(rows: string): Promise<Cell[][]> {
  return (await sheet(rows)).rows.map((row) => row.cells);
}

async function sheet(rows: string): Promise<ReadFile['sheets'][number]> {
  const found = (await readBytes(ods(table(rows)))).sheets[0];
  if (!found) throw new Error('no sheet');
  return found;
}

const text = (value: string): string => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (inner: string, attributes = ''): string => `<table:table-row ${attributes}>${inner}</table:table-row>`;

describe('an OpenDocument table', () => {
  it('gives typed cells', async () => {
    expect(
      await cells(
        row(`<table:table-cell office:value-type="float" office:value="-12.5"><text:p>-12,50</text:p></table:table-cell>
          <table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell>
          <table:table-cell office:value-type="currency" office:currency="EUR" office:value="3.5"><text:p>3,50 €</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="2024-03-15"><text:p>15.03.24</text:p></table:table-cell>
          <table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2024-03-15T00:00:00"><text:p>x</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="2024-03-15T06:00:00.000000000"><text:p>x</text:p></table:table-cell>
          <table:table-cell office:value-type="time" office:time-value="PT06H00M00S"><text:p>06:00</text:p></table:table-cell>
          <table:table-cell table:style-name="ce3" office:value-type="time" office:time-value="PT06H00M00S"><text:p>06:00</text:p></table:table-cell>
          <table:table-cell office:value-type="time" office:time-value="PT36H00M00S"><text:p>36:00</text:p></table:table-cell>
          <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>`),
      ),
    ).toEqual([
      [
        -12.5,
        { kind: 'percent', value: 0.25 },
        3.5,
        { kind: 'date', value: 45_366 },
        { kind: 'datetime', value: 45_366 },
        { kind: 'datetime', value: 45_366.25 },
        { kind: 'time', value: 0.25 },
        { kind: 'duration', value: 0.25 },
        { kind: 'duration', value: 1.5 },
        true,
      ],
    ]);
  });

  it('gives text with its lines, spaces and tabs, without notes and layout', async () => {
    expect(
      await cells(
        row(
          `<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>a<text:s text:c="3"/>b\n   <text:span>c</text:span><text:tab/>d</text:p><text:p>second &amp; last</text:p></table:table-cell>`,
        ),
      ),
    ).toEqual([['a   b c\td\nsecond & last']]);
  });

  it('takes stored results, literals and errors, and leaves other formulas open', async () => {
    expect(
      await cells(
        row(`<table:table-cell table:formula="of:=[.A1]*2" office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell>
          <table:table-cell table:formula="of:=2492948.04"/><table:table-cell table:formula="of:=SUM([.A1:.A2])"/>
          <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`),
      ),
    ).toEqual([[4, 2_492_948.04, { kind: 'formula', text: 'SUM([.A1:.A2])' }, { kind: 'error', text: '#DIV/0!' }]]);
  });

  it('repeats what is repeated, counts what is empty, and builds nothing for the rest of the sheet', async () => {
    const read = await sheet(
      `<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16381"/>` +
        row(text('a') + '<table:table-cell table:number-columns-repeated="16383"/>') +
        row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="2"') +
        row(
          `<table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>`,
          'table:number-rows-repeated="2"',
        ) +
        row(text('filtered'), 'table:visibility="filter"') +
        row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
    );
    expect(read.rows).toEqual([
      { number: 1, cells: ['a'], hidden: false },
      { number: 4, cells: [null, null, 1, 1], hidden: false },
      { number: 5, cells: [null, null, 1, 1], hidden: false },
      { number: 6, cells: ['filtered'], hidden: true },
    ]);
    expect(read.hiddenColumns).toEqual([3]);
  });

  it('keeps merges, hidden tables and the times of a whole column', async () => {
    const file = await readBytes(
      ods(
        table(
          `<table:table-column table:default-cell-style-name="ce2"/>` +
            row(`<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>`) +
            row(
              `<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"><text:p>m</text:p></table:table-cell><table:covered-table-cell/>`,
            ),
        ) + table(row(text('x')), 'table:name="H" table:style-name="ta2"'),
      ),
    );
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['T', false],
      ['H', true],
    ]);
    expect(file.sheets[0]?.rows[0]?.cells).toEqual([{ kind: 'duration', value: 8.5 / 24 }]);
    expect(file.sheets[0]?.merges).toEqual([{ fromRow: 2, fromColumn: 1, toRow: 4, toColumn: 2 }]);
  });

  it('is refused when it is encrypted, reaches for entities, or repeats without end', async () => {
    const manifest = '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    await expect(readBytes(ods('', [{ name: 'META-INF/manifest.xml', content: manifest }]))).rejects.toMatchObject({ code: 'file-encrypted' });
    const evil = writeZip([
      { name: 'mimetype', content: 'x' },
      {
        name: 'content.xml',
        content: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]><office:document-content>&a;</office:document-content>',
      },
    ]);
    await expect(readBytes(evil)).rejects.toMatchObject({ code: 'file-corrupt', message: expect.stringContaining('document type') as unknown });
    const flood = row(
      `<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>`,
      'table:number-rows-repeated="1048576"',
    );
    await expect(readBytes(ods(table(flood)))).rejects.toMatchObject({ code: 'file-too-large' });
    await expect(
      readBytes(ods(table(row(text('a').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16385"'))))),
    ).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });
});
