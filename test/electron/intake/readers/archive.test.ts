/** Archives of files: what is in them is read, what would lead astray is refused or cleaned. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../electron/intake/limits.ts';
import { cleanName } from '../../../../electron/intake/readers/archive/members.ts';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { writeXlsx } from '../../../support/xlsx-writer.ts';
import { writeZip } from '../../../support/zip-writer.ts';

const csv = 'Order;Hours\nWO-1;2\n';
const book = writeXlsx({
  sheets: [
    { name: 'Sheet1', rows: [['a'], [1]] },
    { name: 'Sheet2', rows: [['b']] },
  ],
});

describe('an archive', () => {
  it('gives the sheets of its members under their names, without what systems leave beside them', async () => {
    const file = await readBytes(
      writeZip([
        { name: 'export/', content: '', stored: true },
        { name: 'export/orders.csv', content: csv },
        { name: '__MACOSX/export/._orders.csv', content: '\0\x05\x16\x07' },
        { name: 'export/.DS_Store', content: '\0' },
        { name: 'export/~$book.xlsx', content: '\0' },
        { name: 'book.dat', content: book, stored: true },
        { name: 'manual.pdf', content: '%PDF-1.7' },
      ]),
    );
    expect(file.kind).toBe('zip');
    expect(file.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['export/orders.csv', 2],
      ['book.dat › Sheet1', 2],
      ['book.dat › Sheet2', 1],
    ]);
    expect(file.notes).toMatchObject([{ code: 'part-left-out', found: 'manual.pdf' }]);
  });

  it('is opened within an archive, and no deeper', async () => {
    const inner = writeZip([{ name: 'orders.csv', content: csv }]);
    const middle = writeZip([{ name: 'inner.zip', content: inner }]);
    expect((await readBytes(middle)).sheets.map(({ name }) => name)).toEqual(['inner.zip › orders.csv']);
    await expect(readBytes(writeZip([{ name: 'middle.zip', content: middle }]))).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringContaining('“middle.zip” in the archive: “inner.zip” in the archive: ') as unknown,
    });
    // Two beside each other are as deep as one.
    expect(
      (
        await readBytes(
          writeZip([
            { name: 'a.zip', content: inner },
            { name: 'b.zip', content: inner },
          ]),
        )
      ).sheets,
    ).toHaveLength(2);
  });

  it('is refused as a whole for a member that can’t be read, which is named', async () => {
    await expect(
      readBytes(
        writeZip([
          { name: 'orders.csv', content: csv },
          { name: 'more.json', content: '[{"a":1}]' },
        ]),
      ),
    ).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringContaining('“more.json” in the archive: The file is a JSON document') as unknown,
    });
    await expect(readBytes(writeZip([{ name: 'cut.xlsx', content: book.subarray(0, 600) }]))).rejects.toMatchObject({ code: 'file-corrupt' });
    await expect(readBytes(writeZip([{ name: 'orders.csv', content: csv, flags: 1 }]))).rejects.toMatchObject({
      code: 'file-encrypted',
      message: expect.stringContaining('unpack it') as unknown,
    });
  });

  it('with nothing to import is refused', async () => {
    await expect(readBytes(writeZip([]))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(readBytes(writeZip([{ name: 'a/', content: '', stored: true }]))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(readBytes(writeZip([{ name: 'a.pdf', content: '%PDF-1.7' }]))).rejects.toMatchObject({ code: 'file-kind' });
  });

  it.each([
    ['../../etc/passwd.csv', 'etc/passwd.csv'],
    ['..\\..\\x.csv', 'x.csv'],
    ['C:\\temp\\x.csv', 'temp/x.csv'],
    ['\\\\srv\\share\\x.csv', 'srv/share/x.csv'],
    ['/root/x.csv', 'root/x.csv'],
    ['a:stream', 'stream'],
    ['x.csv:stream', 'x.csv_stream'],
    ['CON.xlsx', 'CON.xlsx'],
    ['x.csv. . ', 'x.csv'],
    ['a\0b\u202Excod.csv', 'abxcod.csv'],
    ['...', 'unnamed'],
    [`${'n'.repeat(300)}.csv`, `…${'n'.repeat(115)}.csv`],
  ])('shows %j as %j', async (name, shown) => {
    expect(cleanName(name)).toBe(shown);
    expect((await readBytes(writeZip([{ name, content: csv }]))).sheets[0]?.name).toBe(shown);
  });

  it('tells members apart that look alike once cleaned', async () => {
    const file = await readBytes(
      writeZip([
        { name: 'x.csv', content: csv },
        { name: '../x.csv', content: csv },
      ]),
    );
    expect(file.sheets.map(({ name }) => name)).toEqual(['x.csv', 'x.csv (2)']);
  });

  it('spends one budget on all its members', async () => {
    const half = '1,2,3,4,5\n'.repeat(limits.cells / 10);
    const read = await readBytes(
      writeZip([
        { name: 'a.csv', content: half, stored: true },
        { name: 'b.csv', content: half, stored: true },
      ]),
    );
    expect(read.sheets).toHaveLength(2);
    await expect(
      readBytes(
        writeZip([
          { name: 'a.csv', content: half, stored: true },
          { name: 'b.csv', content: half, stored: true },
          { name: 'c.csv', content: 'a,b\n1,2', stored: true },
        ]),
      ),
    ).rejects.toMatchObject({ code: 'file-too-large' });
    const sheets = (count: number): Buffer => writeZip(Array.from({ length: count }, (_, i) => ({ name: `${String(i)}.csv`, content: csv })));
    expect((await readBytes(sheets(limits.sheets))).sheets).toHaveLength(limits.sheets);
    await expect(readBytes(sheets(limits.sheets + 1))).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
