/** Excel 2003 XML as Excel and as report programs write it. */
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { ReadFile } from '../../../../shared/intake/cells.ts';

const styles = `<Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="t"><NumberFormat ss:Format="[h]:mm"/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="c" ss:Parent="p"/></Styles>`;

function read(sheets: string, head = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'): Promise<ReadFile> {
  return readBytes(
    Buffer.from(
      `${head}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${styles}${sheets}</Workbook>`,
    ),
  );
}

const sheet = (table: string, options = ''): string => `<Worksheet ss:Name="Orders"><Table>${table}</Table>${options}</Worksheet>`;

describe('an Excel 2003 XML spreadsheet', () => {
  it('gives typed cells where their index says', async () => {
    const file = await read(
      sheet(`<Column ss:Index="2" ss:StyleID="d" ss:Hidden="1" ss:Span="1"/>
      <Row><Cell><Data ss:Type="String">a &amp; b</Data><Comment><ss:Data>note</ss:Data></Comment></Cell><Cell><Data ss:Type="Number">45366</Data></Cell></Row>
      <Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">2024-03-15T00:00:00.000</Data></Cell>
      <Cell ss:StyleID="t"><Data ss:Type="DateTime">1900-01-01T12:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2024-03-15T06:00:00.000</Data></Cell>
      <Cell ss:StyleID="c"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>
      <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>bold</B> and plain</ss:Data></Cell></Row>
      <Row><Cell ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="String">m</Data></Cell><Cell><Data ss:Type="String">n</Data></Cell></Row>`),
    );
    expect(file).toMatchObject({ kind: 'spreadsheetml' });
    expect(file.sheets[0]).toEqual({
      name: 'Orders',
      hidden: false,
      rows: [
        { number: 1, hidden: false, cells: ['a & b', { kind: 'date', value: 45_366 }] },
        {
          number: 4,
          hidden: true,
          cells: [
            null,
            null,
            { kind: 'date', value: 45_366 },
            { kind: 'duration', value: 1.5 },
            { kind: 'datetime', value: 45_366.25 },
            { kind: 'percent', value: 0.5 },
            true,
            { kind: 'error', text: '#N/A' },
            'bold and plain',
          ],
        },
        { number: 5, hidden: false, cells: ['m', null, 'n'] },
      ],
      merges: [{ fromRow: 5, fromColumn: 1, toRow: 7, toColumn: 2 }],
      hiddenColumns: [2, 3],
    });
  });

  it('takes stored results and bare literals, and leaves other formulas open', async () => {
    const file = await read(
      sheet('<Row><Cell ss:Formula="=RC[1]*2"><Data ss:Type="Number">4</Data></Cell><Cell ss:Formula="=12.5"/><Cell ss:Formula="=SUM(R1C1:R2C1)"/></Row>'),
    );
    expect(file.sheets[0]?.rows[0]?.cells).toEqual([4, 12.5, { kind: 'formula', text: 'SUM(R1C1:R2C1)' }]);
  });

  it('knows hidden sheets and declared encodings, whatever stands before the declaration', async () => {
    const hidden = sheet('', '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>');
    expect((await read(`${sheet('')}${hidden}`)).sheets.map((one) => one.hidden)).toEqual([false, true]);
    const latin = Buffer.from(
      `\r\n<?xml version="1.0" encoding="iso-8859-1"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${sheet('<Row><Cell><Data ss:Type="String">Größe</Data></Cell></Row>')}</Workbook>`,
      'latin1',
    );
    expect((await readBytes(latin)).sheets[0]?.rows[0]?.cells).toEqual(['Größe']);
  });

  it('is refused when it reaches for entities, is cut off, or lies about places', async () => {
    await expect(read(sheet(''), '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')).rejects.toMatchObject({
      code: 'file-corrupt',
    });
    await expect(read('<Worksheet ss:Name="x"><Table>')).rejects.toMatchObject({ code: 'file-corrupt' });
    await expect(read(sheet('<Row ss:Index="1048577"><Cell/></Row>'))).rejects.toMatchObject({ code: 'file-corrupt' });
    await expect(read(sheet('<Row><Cell ss:Index="16385"/></Row>'))).rejects.toMatchObject({ code: 'file-corrupt' });
    await expect(read(sheet('<Row><Cell ss:MergeAcross="16383" ss:MergeDown="1000"><Data ss:Type="String">x</Data></Cell></Row>'))).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });
});
