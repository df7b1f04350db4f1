/** The same known cells through every container, written by a library we don't read with, give the same typed cells. */
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { Cell, ReadFile } from '../../../../shared/intake/cells.ts';

const written: XLSX.CellObject[][] = [
  [text('Order'), text('Größe – “x”'), text('Share'), text('Created'), text('Started'), text('Clock'), text('Lasted'), text('Open')],
  [
    text('WO-001'),
    { t: 'n', v: -1234.5 },
    { t: 'n', v: 0.125, z: '0.00%' },
    { t: 'n', v: 45_000, z: 'dd/mm/yyyy' },
    { t: 'n', v: 45_000.75, z: 'yyyy-mm-dd hh:mm' },
    { t: 'n', v: 0.25, z: 'hh:mm' },
    { t: 'n', v: 1.5, z: '[h]:mm' },
    { t: 'b', v: true },
  ],
  [text('000123'), { t: 'n', v: 7 }, { t: 'n', v: 1, z: '0%' }, { t: 'n', v: 61, z: 'dd/mm/yyyy' }, text(''), text(''), text(''), { t: 'b', v: false }],
  [
    text('日本語 текст'),
    { t: 'n', v: 1e-7 },
    { t: 'e', v: 0x07, w: '#DIV/0!' },
    { t: 'n', v: 12_345_678.9, z: '#,##0.00' },
    text(''),
    text(''),
    text(''),
    text('=1+1'),
  ],
  [text('__proto__'), { t: 'n', v: 30, f: 'B3*4' }, text('merged'), text(''), text(''), text(''), text(''), text('constructor')],
];

const expected: Cell[][] = [
  ['Order', 'Größe – “x”', 'Share', 'Created', 'Started', 'Clock', 'Lasted', 'Open'],
  [
    'WO-001',
    -1234.5,
    { kind: 'percent', value: 0.125 },
    { kind: 'date', value: 45_000 },
    { kind: 'datetime', value: 45_000.75 },
    { kind: 'time', value: 0.25 },
    { kind: 'duration', value: 1.5 },
    true,
  ],
  ['000123', 7, { kind: 'percent', value: 1 }, { kind: 'date', value: 61 }, null, null, null, false],
  ['日本語 текст', 1e-7, { kind: 'error', text: '#DIV/0!' }, 12_345_678.9, null, null, null, '=1+1'],
  ['__proto__', 30, 'merged', null, null, null, null, 'constructor'],
];

function text(value: string): XLSX.CellObject {
  return value === '' ? { t: 'z' } : { t: 's', v: value };
}

function workbook(rows: XLSX.CellObject[][] = written): XLSX.WorkBook {
  const sheet: XLSX.WorkSheet = { '!ref': `A1:H${String(rows.length)}` };
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell.t !== 'z') sheet[XLSX.utils.encode_cell({ r: row, c: column })] = cell;
    });
  });
  sheet['!merges'] = [XLSX.utils.decode_range('C5:D5')];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'mês');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['second'], [2]]), 'Blatt 2');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

function write(book: XLSX.WorkBook, bookType: XLSX.BookType): Buffer {
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType, bookSST: bookType !== 'biff5' }) as Uint8Array); // a buffer, as asked for
}

/** Rows by number, without the empty cells at their ends. */
function grid(file: ReadFile, sheet = 0): Cell[][] {
  return (file.sheets[sheet]?.rows ?? []).map(({ cells }) => Array.from(cells, (cell) => cell));
}

function rounded(cells: Cell[][]): Cell[][] {
  return cells.map((row) => {
    const round = row.map((cell) =>
      cell !== null && typeof cell === 'object' && 'value' in cell ? { ...cell, value: Math.round(cell.value * 86_400) / 86_400 } : cell,
    );
    while (round.at(-1) === null) round.pop();
    return round;
  });
}

function plainLetters(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/[^\x20-\x7e]|_/g, '?') : cell;
}

const containers: [XLSX.BookType, ReadFile['kind']][] = [
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
  ['biff8', 'xls'],
  ['biff5', 'xls'],
  ['xlsb', 'xlsb'],
  ['xlml', 'spreadsheetml'],
];

describe('the same cells', () => {
  it.each(containers)('come out of %s', async (type, kind) => {
    const file = await readBytes(write(workbook(), type));
    expect(file.kind).toBe(kind);
    expect(file.sheets.map(({ name }) => name)).toEqual([type === 'biff5' ? expect.stringMatching(/^m.s$/) : 'mês', 'Blatt 2']);
    // The writer's texts for the oldest kind are plain letters only: what it puts in place of others is not ours.
    const plain = (cells: Cell[][]): Cell[][] => (type === 'biff5' ? cells.map((row) => row.map(plainLetters)) : cells);
    expect(plain(rounded(grid(file)))).toEqual(plain(rounded(expected)));
    expect(grid(file, 1)).toEqual([['second'], [2]]);
  });

  it.each(containers)('keep merges and hidden sheets in %s', async (type) => {
    const file = await readBytes(write(workbook(), type));
    if (type !== 'biff5') expect(file.sheets[0]?.merges).toEqual([{ fromRow: 5, fromColumn: 3, toRow: 5, toColumn: 4 }]);
    expect(file.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('come out of a page, as far as the page says what they are', async () => {
    const file = await readBytes(write(workbook(), 'html'));
    expect(file.kind).toBe('html');
    expect(
      grid(file)
        .slice(0, 3)
        .map((row) => row.slice(0, 4)),
    ).toEqual(expected.slice(0, 3).map((row) => row.slice(0, 4)));
  });

  it.each(['biff8', 'biff5', 'xlsb', 'xlsx'] as const)('count days from 1904 where %s does', async (type) => {
    const book = workbook();
    book.Workbook = { WBProps: { date1904: true } };
    const cell = grid(await readBytes(write(book, type)))[1]?.[3];
    expect(cell).toEqual({ kind: 'date', value: 46_462 });
  });
});
