import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../electron/intake/limits.ts';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { writeXlsx, xlsxParts } from '../../../support/xlsx-writer.ts';
import { writeZip, type ZipPart } from '../../../support/zip-writer.ts';

const base = xlsxParts({ sheets: [{ name: 'Data', rows: [['one']] }] });
const sheetName = 'xl/worksheets/sheet1.xml';

function withSheet(inner: string, more: Partial<ZipPart> = {}): Buffer {
  return writeZip(base.map((part) => (part.name === sheetName ? { ...part, content: `<worksheet>${inner}</worksheet>`, ...more } : part)));
}

function withPart(part: ZipPart): Buffer {
  return writeZip([...base, part]);
}

/** A value that carries the least bytes for its cell. */
function numberCells(count: number, row = 1): string {
  return `<row r="${String(row)}">${'<c><v>1</v></c>'.repeat(count)}</row>`;
}

function textOf(length: number): string {
  return `<row><c t="inlineStr"><is><t>${'x'.repeat(length)}</t></is></c></row>`;
}

const noise = (bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  let state = 12_345;
  for (let i = 0; i < bytes; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    buffer[i] = state >> 16;
  }
  return buffer;
};

interface Boundary {
  of: keyof typeof limits;
  below: () => Buffer;
  above: () => Buffer;
  code: 'file-too-large' | 'file-corrupt';
}

const csvOfWidth = (columns: number): Buffer => Buffer.from(`${'x,'.repeat(columns - 1)}x\n`.repeat(2));

const boundaries: Boundary[] = [
  {
    of: 'fileBytes',
    below: () => Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.alloc(limits.fileBytes - 8, '\n')]),
    above: () => Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.alloc(limits.fileBytes - 7, '\n')]),
    code: 'file-too-large',
  },
  {
    of: 'inflatedBytes',
    below: () => withPart({ name: 'xl/media/big', content: '', raw: Buffer.alloc(4_000_000), inflatedBytes: limits.inflatedBytes - 100_000 }),
    above: () => withPart({ name: 'xl/media/big', content: '', raw: Buffer.alloc(4_000_000), inflatedBytes: limits.inflatedBytes }),
    code: 'file-too-large',
  },
  {
    of: 'inflationRatio',
    below: () => withSheet(`<!--${'x'.repeat(900_000)}--><sheetData>${numberCells(1)}</sheetData><!--${noise(4_000).toString('hex')}-->`),
    above: () => withSheet(`<sheetData>${numberCells(1)}</sheetData>${'<!-- -->'.repeat(200_000)}`),
    code: 'file-too-large',
  },
  {
    of: 'zipEntries',
    below: () => writeZip([...base, ...Array.from({ length: limits.zipEntries - base.length }, (_, i) => ({ name: `extra/${String(i)}`, content: '' }))]),
    above: () => writeZip([...base, ...Array.from({ length: limits.zipEntries - base.length + 1 }, (_, i) => ({ name: `extra/${String(i)}`, content: '' }))]),
    code: 'file-too-large',
  },
  {
    of: 'sheets',
    below: () => writeXlsx({ sheets: Array.from({ length: limits.sheets }, (_, i) => ({ name: String(i), rows: [[1]] })) }),
    above: () => writeXlsx({ sheets: Array.from({ length: limits.sheets + 1 }, (_, i) => ({ name: String(i), rows: [[1]] })) }),
    code: 'file-too-large',
  },
  {
    of: 'rows',
    below: () => withSheet(`<sheetData>${numberCells(1, limits.rows)}</sheetData>`),
    above: () => withSheet(`<sheetData>${numberCells(1, limits.rows + 1)}</sheetData>`),
    code: 'file-corrupt',
  },
  {
    of: 'columns',
    below: () => withSheet(`<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>`),
    above: () => withSheet(`<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>`),
    code: 'file-corrupt',
  },
  {
    of: 'cells',
    below: () => Buffer.from('1,2,3,4,5\n'.repeat(limits.cells / 5)),
    above: () => Buffer.from(`${'1,2,3,4,5\n'.repeat(limits.cells / 5)}1,2\n`),
    code: 'file-too-large',
  },
  {
    // One cell in the last column of each row takes the room of the whole row.
    of: 'gridCells',
    below: () => withSheet(`<sheetData>${wideRows(Math.floor(limits.gridCells / limits.columns))}</sheetData>`),
    above: () => withSheet(`<sheetData>${wideRows(Math.floor(limits.gridCells / limits.columns) + 1)}</sheetData>`),
    code: 'file-too-large',
  },
  {
    of: 'mergedCells',
    below: () => withSheet(`<sheetData>${numberCells(1)}</sheetData><mergeCells><mergeCell ref="A1:B1000000"/></mergeCells>`),
    above: () => withSheet(`<sheetData>${numberCells(1)}</sheetData><mergeCells><mergeCell ref="A1:B1000000"/><mergeCell ref="D1"/></mergeCells>`),
    code: 'file-too-large',
  },
  {
    // The sheet's own element is one level.
    of: 'xmlDepth',
    below: () => withSheet(`<sheetData>${numberCells(1)}</sheetData>${'<a>'.repeat(limits.xmlDepth - 1)}${'</a>'.repeat(limits.xmlDepth - 1)}`),
    above: () => withSheet(`<sheetData>${numberCells(1)}</sheetData>${'<a>'.repeat(limits.xmlDepth)}${'</a>'.repeat(limits.xmlDepth)}`),
    code: 'file-corrupt',
  },
  {
    of: 'tagBytes',
    below: () => withSheet(`<sheetData>${numberCells(1)}</sheetData><a b="${'x'.repeat(limits.tagBytes - 8)}"/>`),
    above: () => withSheet(`<sheetData>${numberCells(1)}</sheetData><a b="${'x'.repeat(limits.tagBytes - 7)}"/>`),
    code: 'file-corrupt',
  },
  {
    of: 'cellCharacters',
    below: () => withSheet(`<sheetData>${textOf(limits.cellCharacters)}</sheetData>`),
    above: () => withSheet(`<sheetData>${textOf(limits.cellCharacters + 1)}</sheetData>`),
    code: 'file-too-large',
  },
  {
    of: 'recordCharacters',
    below: () => Buffer.from(`a,b\n${`${'x'.repeat(1023)},`.repeat(1023)}${'x'.repeat(1023)}\n`),
    above: () => Buffer.from(`a,b\n${`${'x'.repeat(1023)},`.repeat(1023)}${'x'.repeat(1026)}\n`),
    code: 'file-too-large',
  },
  { of: 'textColumns', below: () => csvOfWidth(limits.textColumns), above: () => csvOfWidth(limits.textColumns + 1), code: 'file-too-large' },
];

function wideRows(count: number): string {
  let rows = '';
  for (let row = 1; row <= count; row++) rows += `<row r="${String(row)}"><c r="XFD${String(row)}"><v>1</v></c></row>`;
  return rows;
}

describe('limits', () => {
  it.each(boundaries)('$of: just below is read, just above refused', async ({ below, above, code }) => {
    const file = await readBytes(below());
    expect(file.sheets.some((sheet) => sheet.rows.length > 0)).toBe(true);
    await expect(readBytes(above())).rejects.toMatchObject({ code });
  });

  it('has a boundary test for every limit', () => {
    const special: string[] = ['inflationRatioFrom'];
    expect(Object.keys(limits).filter((name) => !special.includes(name) && !boundaries.some(({ of }) => of === name))).toEqual([]);
  });
});

describe('a workbook made to do harm', () => {
  async function refusedEarly(bytes: Buffer, code: string): Promise<void> {
    const before = process.memoryUsage().rss;
    const started = process.cpuUsage();
    await expect(readBytes(bytes)).rejects.toMatchObject({ code });
    const used = process.cpuUsage(started);
    // A second of processor time: the wall clock of a shared machine says little.
    expect((used.user + used.system) / 1e6).toBeLessThan(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  }

  // 944 MB of one byte, packed in under 1 MB, without ever building it.
  const bomb = (): Buffer => {
    const block = deflateRawSync(Buffer.alloc(8 * 1024 * 1024, '<a/>    '), { finishFlush: constants.Z_SYNC_FLUSH });
    const sync = { finishFlush: constants.Z_SYNC_FLUSH };
    return Buffer.concat([
      deflateRawSync(Buffer.from('<worksheet>'), sync),
      ...Array.from({ length: 118 }, () => block),
      deflateRawSync(Buffer.from('</worksheet>')),
    ]);
  };

  it('is refused by its headers when they are honest', () =>
    refusedEarly(withSheet('', { raw: bomb(), inflatedBytes: 118 * 8 * 1024 * 1024 + 23 }), 'file-too-large'));
  it('is refused while it inflates when they lie about the size', () => refusedEarly(withSheet('', { raw: bomb(), inflatedBytes: 1000 }), 'file-corrupt'));
  it('is refused by its ratio when the stated size is within the limit', () =>
    refusedEarly(withSheet('', { raw: bomb(), inflatedBytes: 200 * 1024 * 1024 }), 'file-too-large'));
  it('is refused when parts overlap', () => refusedEarly(withPart({ name: 'again', content: 'x', localOffset: 0 }), 'file-corrupt'));
  it('is refused when a part is there twice, in another case', () =>
    refusedEarly(withPart({ name: 'XL/WORKBOOK.XML', content: '<workbook/>' }), 'file-corrupt'));
  it('is refused when the checksum is wrong', () => refusedEarly(withSheet('<sheetData/>', { crc: 1 }), 'file-corrupt'));
  it('is refused when packed in an odd way', () => refusedEarly(withSheet('<sheetData/>', { method: 9 }), 'file-corrupt'));

  it('is refused with 70,000 parts', () => {
    const bytes = writeZip([...base, ...Array.from({ length: 65_000 }, (_, i) => ({ name: String(i), content: '', stored: true }))]);
    return refusedEarly(bytes, 'file-too-large');
  });

  it('is refused when its sheets share one part to unpack it again and again', async () => {
    const relation = (id: number): string => `<Relationship Id="r${String(id)}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`;
    const ids = Array.from({ length: 200 }, (_, id) => id);
    const parts = base.map((part) => {
      if (part.name === 'xl/workbook.xml')
        return { ...part, content: `<workbook><sheets>${ids.map((id) => `<sheet name="${String(id)}" id="r${String(id)}"/>`).join('')}</sheets></workbook>` };
      if (part.name === 'xl/_rels/workbook.xml.rels') return { ...part, content: `<Relationships>${ids.map(relation).join('')}</Relationships>` };
      return part;
    });
    expect((await readBytes(writeZip(parts.map((part) => (part.name === sheetName ? { ...part, content: '<worksheet/>' } : part))))).sheets).toHaveLength(200);
    const doubled = parts.map((part) =>
      part.name === sheetName ? { ...part, content: `<worksheet>${`<!--${noise(700_000).toString('base64')}-->`.repeat(2)}</worksheet>`, stored: true } : part,
    );
    await expect(readBytes(writeZip(doubled))).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('hides thousands of columns at no cost', async () => {
    const file = await readBytes(
      withSheet(
        `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(20_000)}</cols><sheetData>${numberCells(1)}</sheetData><!--${noise(30_000).toString('hex')}-->`,
      ),
    );
    expect(file.sheets[0]?.hiddenColumns).toHaveLength(16_384);
  });

  it('names nothing on Object.prototype', async () => {
    await readBytes(writeXlsx({ sheets: [{ name: '__proto__', rows: [['__proto__', 'constructor']] }] }));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
