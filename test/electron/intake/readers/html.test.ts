/** Pages as programs export them under the name .xls: untidy, in any encoding, with and without what Excel keeps beside the text. */
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { Cell, ReadFile } from '../../../../shared/intake/cells.ts';

async function rows(html: string | Buffer): Promise<Cell[][]> {
  return (await readBytes(Buffer.from(html))).sheets[0]?.rows.map((row) => row.cells) ?? [];
}

function page(body: string, head = ''): string {
  return `<html><head>${head}</head><body>${body}</body></html>`;
}

describe('a page', () => {
  it('gives the text of its cells, without markup, scripts, comments and layout', async () => {
    expect(
      await rows(
        page(`<table><tr><th>Order<th><b>Cost</b> &amp; <i>tax</i>
          <tr><td>&nbsp;WO-1&nbsp;<td>1.234,50&nbsp;&euro;<!-- <td>no</td> --></tr>
          <tr><td>a<br>b   c<script>var x = "<td>1</td>";</script></td><td>x &lt; y &#8211; &unknown;</td></tr></table>`),
      ),
    ).toEqual([
      ['Order', 'Cost & tax'],
      ['WO-1', '1.234,50 €'],
      ['a\nb c', 'x < y – &unknown;'],
    ]);
  });

  it('lays cells over columns and rows as a browser does', async () => {
    const file = await readBytes(
      Buffer.from(
        page(
          '<table><tr><td rowspan=2>a</td><td colspan="2">b</td><td rowspan="3">c</td></tr><tr><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td><td>h</td><td>i</td></tr></table>',
        ),
      ),
    );
    expect(file.sheets[0]?.rows.map((row) => row.cells)).toEqual([
      ['a', 'b', null, 'c'],
      [null, 'd', 'e'],
      ['f', 'g', 'h', null, 'i'],
    ]);
    expect(file.sheets[0]?.merges).toEqual([
      { fromRow: 1, fromColumn: 1, toRow: 2, toColumn: 1 },
      { fromRow: 1, fromColumn: 2, toRow: 1, toColumn: 3 },
      { fromRow: 1, fromColumn: 4, toRow: 3, toColumn: 4 },
    ]);
  });

  it('is one sheet: titles, then tables one below the other, those within cells below the one around them', async () => {
    const file = await readBytes(
      Buffer.from(
        page(
          `<h1>Work orders</h1><p>Plant 1</p>
          <table><tr><td><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>
          <table><tr><td>x</td><td><table><tr><td>only</td></tr></table></td></tr></table>`,
          '<title>Orders  2026</title>',
        ),
      ),
    );
    expect(file.sheets[0]?.name).toBe('Orders 2026');
    expect(file.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'Work orders'],
      [2, 'Plant 1'],
      [5, 'A', 'B'],
      [6, '1', '2'],
      [9, 'x', 'only'],
    ]);
  });

  it('never guesses numbers, and takes those that are written beside the text', async () => {
    expect(
      await rows(
        page(
          `<table><tr><td>1,234</td><td x:num>12.5</td><td x:num="1234.5" style="mso-number-format:'#,##0'">1,235</td>
          <td class="d" x:num="45366">15.03.24</td><td class="p" x:num="0.25">25%</td><td style='mso-number-format:"\\@"'>007</td>
          <td x:str>12</td><td x:bool="TRUE">WAHR</td><td x:err="#N/A">#NV</td>
          <td sdval="45366" sdnum="1033;0;MM/DD/YY">03/15/24</td><td sdval="2.5" sdnum="1031;">2,5</td><td data-t="n" data-v="3.5" data-z="0%">350%</td></tr></table>`,
          `<style>.d {mso-number-format:"dd\\/mm\\/yyyy";} td.p{color:red; mso-number-format:Percent}</style>`,
        ),
      ),
    ).toEqual([
      [
        '1,234',
        12.5,
        1234.5,
        { kind: 'date', value: 45_366 },
        { kind: 'percent', value: 0.25 },
        '007',
        '12',
        true,
        { kind: 'error', text: '#N/A' },
        { kind: 'date', value: 45_366 },
        2.5,
        { kind: 'percent', value: 3.5 },
      ],
    ]);
  });

  it.each(['Fixed', 'Standard', 'Currency', 'Scientific', 'Yes/No'])('knows the format that goes by the name %s for one of numbers', async (format) => {
    expect(await rows(page(`<table><tr><td x:num="45366.5" style="mso-number-format:'${format}'">45366.50</td></tr></table>`))).toEqual([[45_366.5]]);
  });

  it('takes a number that can be no day for a number', async () => {
    expect(await rows(page(`<table><tr><td x:num="1e30" style="mso-number-format:'Short Date'">###</td></tr></table>`))).toEqual([[1e30]]);
  });

  it('keeps hidden rows and columns', async () => {
    const file = await readBytes(
      Buffer.from(page('<table><col><col span=2 style="display:none"><tr><td>a<td>b</tr><tr style="mso-x:1;display: none"><td>c</tr></table>')),
    );
    expect(file.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(file.sheets[0]?.hiddenColumns).toEqual([2, 3]);
  });

  it('is read in the encoding it is in, which is not always the one it claims', async () => {
    const head = (charset: string): string => `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
    const body = '<table><tr><td>Größe</td></tr></table>';
    const latin = (charset: string): Buffer => Buffer.from(page(body, head(charset)), 'latin1');
    expect(await rows(page(body, head('utf-8')))).toEqual([['Größe']]);
    expect(await rows(latin('iso-8859-1'))).toEqual([['Größe']]);
    expect(await rows(latin('utf-8'))).toEqual([['Größe']]);
    expect(await rows(page(body, head('iso-8859-1')))).toEqual([['Größe']]);
    expect(await rows(Buffer.from(`\ufeff${page(body)}`, 'utf16le'))).toEqual([['Größe']]);
    const russian = Buffer.concat([
      Buffer.from(`<html>${head('windows-1251')}<table><tr><td>`),
      Buffer.from([0xcf, 0xeb, 0xe0, 0xed]),
      Buffer.from('</table>'),
    ]);
    expect(await rows(russian)).toEqual([['План']]);
  });

  it('without a table is refused with a hint', async () => {
    await expect(readBytes(Buffer.from(page('<form>Please log in</form>')))).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringContaining('log-in') as unknown,
    });
  });

  it('names nothing on Object.prototype', async () => {
    expect(
      await rows(page('<table><tr><td __proto__="x" constructor=1>__proto__</td></tr></table>', '<style>.__proto__ {mso-number-format:0}</style>')),
    ).toEqual([['__proto__']]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('made to do harm costs little', async () => {
    const flood = `<table>${'<tr><td colspan=1000 rowspan=60000>x</td></tr>'.repeat(3000)}</table>`;
    await expect(rows(flood)).rejects.toMatchObject({ code: 'file-too-large' });
    await expect(rows(`<p></p>${'<table><tr><td>'.repeat(1000)}x`)).rejects.toMatchObject({ code: 'file-too-large' });
    const started = process.cpuUsage();
    await rows(`<p></p><table><tr><td>${'<'.repeat(200_000)}${'&'.repeat(200_000)}</td></tr></table>`).catch(() => null);
    await rows(`<p></p><table><tr><td a="${'x='.repeat(30_000)}">y</td></tr></table>`);
    await rows(`<p></p><table>${'<script>'.repeat(20_000)}`).catch(() => null);
    const used = process.cpuUsage(started);
    expect((used.user + used.system) / 1e6).toBeLessThan(2);
  });
});

describe('a page in one file with its parts', () => {
  const frame = `<html><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Orders</x:Name><x:WorksheetSource HRef=3D"sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>=C3=84mter</x:Name>
<x:WorksheetSource HRef=3D"sheet002.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml></html>`;
  const part = (location: string, encoding: string, content: string): string =>
    `--b=1\r\nContent-Location: file:///C:/x/${location}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${content}\r\n`;
  const mime = `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n boundary="b=1"\r\n\r\nSaved by Excel\r\n\r\n${part('book.htm', 'quoted-printable', frame)}${part('tabstrip.htm', 'quoted-printable', '<table><tr><td>tab</td></tr></table>')}${part('sheet002.htm', 'base64', Buffer.from('<table><tr><td>Größe</td></tr></table>').toString('base64'))}${part('sheet001.htm', 'quoted-printable', '<table><tr><td x:num=3D"1.5">1,=\r\n5</td><td>=E2=82=AC</td></tr></table>')}--b=1--\r\n`;

  it('gives the sheets the workbook lists, in its order', async () => {
    const file: ReadFile = await readBytes(Buffer.from(mime));
    expect(file.kind).toBe('html');
    expect(file.sheets.map(({ name, rows: read }) => [name, read.map((row) => row.cells)])).toEqual([
      ['Orders', [[1.5, '€']]],
      ['Ämter', [['Größe']]],
    ]);
  });
});
