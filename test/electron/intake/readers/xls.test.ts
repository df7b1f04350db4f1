/** Old workbooks in what only their records show: texts cut by continuations, results of formulas, code pages, bare streams. */
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { Cell, Row } from '../../../../shared/intake/cells.ts';
import { begin, biffStream, biffWorkbook, end, f64, record, u32, type BiffRecord } from '../../../support/biff-writer.ts';

async function rows(bytes: Buffer): Promise<Row[]> {
  return (await readBytes(bytes)).sheets[0]?.rows ?? [];
}

async function cells(globals: BiffRecord[], sheet: BiffRecord[], version = 0x600): Promise<Cell[][]> {
  return (await rows(biffWorkbook(version, globals, sheet))).map((row) => row.cells);
}

const place = (row: number, column: number): Buffer => Buffer.from([row & 255, row >> 8, column & 255, column >> 8, 0, 0]);
const label = (index: number): BiffRecord => record(0xfd, place(index, 0), u32(index));
const tokens = (bytes: number[]): Buffer => Buffer.from([bytes.length, 0, ...bytes]);

function formula(column: number, result: Buffer, { flags = 0, rgce = [0x44, 0, 0, 0, 0] }: { flags?: number; rgce?: number[] } = {}): BiffRecord {
  return record(0x06, place(0, column), result, flags, u32(0), tokens(rgce));
}

const special = (kind: number, value = 0): Buffer => Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]);

describe('texts of an old workbook', () => {
  it('go on in continuations that change their width, with runs and reading aids left out', async () => {
    const first = Buffer.concat([u32(3), u32(3), Buffer.from([5, 0, 0]), Buffer.from('ab', 'latin1')]);
    const second = Buffer.concat([
      Buffer.from([1]),
      Buffer.from('ßдé', 'utf16le'),
      Buffer.from([2, 0, 0x0d, 1, 0, 4, 0, 0, 0]),
      Buffer.from('xy', 'utf16le'),
      Buffer.from([9, 9]),
    ]);
    const third = Buffer.from([9, 9, 7, 7, 7, 7, 1, 0, 0, 122]);
    expect(await cells([record(0xfc, first), record(0x3c, second), record(0x3c, third)], [label(0), label(1), label(2)])).toEqual([['abßдé'], ['xy'], ['z']]);
  });

  it('are decoded with the code page the workbook names, before or after its sheets’ names', async () => {
    const written = record(0x204, place(0, 0), 4, Buffer.from([0xcf, 0xeb, 0xe0, 0xed]));
    expect(await cells([record(0x42, 1251)], [written], 0x500)).toEqual([['План']]);
    expect(await cells([record(0x42, 0x8001)], [record(0x204, place(0, 0), 1, Buffer.from([0xdf]))], 0x500)).toEqual([['ß']]);
  });

  it('that are not there or cut off are damage', async () => {
    await expect(cells([], [label(3)])).rejects.toMatchObject({ code: 'file-corrupt' });
    await expect(cells([record(0xfc, u32(1), u32(1), Buffer.from([200, 0, 0, 65]))], [label(0)])).rejects.toMatchObject({ code: 'file-corrupt' });
  });
});

describe('numbers of an old workbook', () => {
  it('come in five forms', async () => {
    const rk = (bits: number): Buffer => u32(bits);
    expect(
      await cells(
        [],
        [
          record(0x203, place(0, 0), f64(-0.1)),
          record(0x27e, place(0, 1), rk((-7 << 2) | 2)),
          record(0x27e, place(0, 2), rk((12_345 << 2) | 3)),
          record(0x27e, place(0, 3), rk(0x3ff80000)),
          record(0xbd, 0, 4, 0, rk((1 << 2) | 2), 0, rk((2 << 2) | 2), 5),
        ],
      ),
    ).toEqual([[-0.1, -7, 123.45, 1.5, 1, 2]]);
  });

  it('that are no numbers are damage', async () => {
    await expect(cells([], [record(0x203, place(0, 0), f64(NaN))])).rejects.toMatchObject({ code: 'file-corrupt' });
  });
});

describe('formulas of an old workbook', () => {
  it('give their stored result, whatever its kind', async () => {
    const text = record(0x207, 2, Buffer.from([0, 104, 105]));
    expect(
      await cells(
        [],
        [
          formula(0, f64(2.5)),
          formula(1, special(0)),
          text,
          formula(2, special(1, 1)),
          formula(3, special(2, 0x2a)),
          formula(4, special(3)),
          formula(5, f64(0)),
        ],
      ),
    ).toEqual([[2.5, 'hi', true, { kind: 'error', text: '#N/A' }, null, 0]]);
  });

  it('nobody has calculated are not zero: a bare number is taken, anything else stays open', async () => {
    const flags = 3;
    const number = [0x1f, ...f64(2_492_948.04)];
    expect(
      await cells(
        [],
        [
          formula(0, f64(0), { flags }),
          formula(1, f64(0), { flags, rgce: number }),
          formula(2, f64(0), { flags, rgce: [...number, 0x13] }),
          formula(3, f64(0), { flags, rgce: [0x1e, 7, 0] }),
          formula(4, special(3), { flags }),
          formula(5, f64(9), { flags }),
        ],
      ),
    ).toEqual([[{ kind: 'formula', text: '…' }, 2_492_948.04, -2_492_948.04, 7, { kind: 'formula', text: '…' }, 9]]);
  });
});

describe('an old workbook', () => {
  it('keeps hidden rows and columns, merges, and cells out of order', async () => {
    const sheet = [
      record(0x208, 1, 0, 1, 0, 0, 0, 0x20, 0),
      record(0x7d, 2, 3, 0, 0, 1, 0),
      record(0x203, place(1, 1), f64(2)),
      record(0x203, place(0, 0), f64(1)),
      record(0xe5, 1, 0, 1, 2, 2),
      begin(0x600, 0x20),
      record(0x203, place(9, 9), f64(9)),
      end,
    ];
    const file = await readBytes(biffWorkbook(0x600, [], sheet));
    expect(file.sheets[0]).toEqual({
      name: 'S',
      hidden: false,
      rows: [
        { number: 1, cells: [1], hidden: false },
        { number: 2, cells: [null, 2], hidden: true },
      ],
      merges: [{ fromRow: 1, toRow: 2, fromColumn: 3, toColumn: 3 }],
      hiddenColumns: [3, 4],
    });
  });

  it('may be the bare records a script writes, with or without a version', async () => {
    const bytes = biffStream([begin(0, 0x10), record(0x204, place(0, 0), 6, Buffer.from('Größe').subarray(0, 7)), record(0x203, place(1, 0), f64(4)), end]);
    const file = await readBytes(bytes);
    expect(file).toMatchObject({ kind: 'xls', sheets: [{ name: 'Sheet1' }] });
    expect(file.sheets[0]?.rows.map((row) => row.cells)).toEqual([['Größ'], [4]]);
  });

  it('under a password is refused as such, also when only a sheet says so', async () => {
    await expect(readBytes(biffWorkbook(0x600, [record(0x2f, 1, 1)], []))).rejects.toMatchObject({ code: 'file-encrypted' });
    await expect(readBytes(biffWorkbook(0x500, [], [record(0x2f, 1, 1)]))).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it('that is cut off is damaged, not short', async () => {
    const whole = biffWorkbook(0x600, [], [record(0x203, place(0, 0), f64(1)), record(0x203, place(1, 0), f64(2))]);
    for (let cut = 1; cut < 30; cut++) await expect(readBytes(whole.subarray(0, whole.length - cut))).rejects.toMatchObject({ code: 'file-corrupt' });
  });
});
