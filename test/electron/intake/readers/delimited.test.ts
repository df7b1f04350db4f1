import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import type { Cell, ReadFile } from '../../../../shared/intake/cells.ts';

async function read(text: string | Buffer): Promise<ReadFile> {
  return readBytes(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
}

async function cells(text: string | Buffer): Promise<Cell[][]> {
  const file = await read(text);
  return file.sheets[0]?.rows.map((row) => row.cells) ?? [];
}

const plain = [
  ['Line', 'Date', 'Good'],
  ['Press 1', '31/12/2025', '1.250,5'],
  ['Größe', '01/01/2026', '-3'],
];

describe('delimited text', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j by itself', async (delimiter) => {
    const quoted = plain.map((row) => row.map((field) => (field.includes(delimiter) ? `"${field}"` : field)).join(delimiter)).join('\r\n');
    const file = await read(quoted);
    expect(file).toMatchObject({ kind: 'delimited', encoding: 'utf-8', delimiter });
    expect(file.sheets[0]?.rows.map((row) => row.cells)).toEqual(plain);
  });

  it('prefers the delimiter every record agrees on, not the one seen most', async () => {
    expect(await read('Account;Budget;Actual\n4000;1,234,567;1,2\n4100;5,0;7,1,1\n')).toMatchObject({ delimiter: ';' });
    expect(await read('Name,Comment\nA,"x;y;z"\nB,"1;2;3"\n')).toMatchObject({ delimiter: ',' });
    expect(await read('Konto;Betrag\n4000;1,5\n4100;2,5\n')).toMatchObject({ delimiter: ';' });
    expect(await read('Report of the week\n\nprinted, on Monday\n\nLine|Good|Scrap\nA|1|2\nB|3|4\n')).toMatchObject({ delimiter: '|' });
  });

  it('takes a sep= line at its word and does not count it, as Excel', async () => {
    const file = await read('sep=;\r\na,b;c\r\n1;2\r\n');
    expect(file.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['a,b', 'c'], hidden: false },
      { number: 2, cells: ['1', '2'], hidden: false },
    ]);
  });

  it('reads one column as one column', async () => {
    const file = await read('value\n9.206343\n9.299992\n');
    expect(file).toMatchObject({ delimiter: null });
    expect(file.sheets[0]?.rows).toHaveLength(3);
  });

  it.each([
    ['utf-8', Buffer.from('\ufeffGröße,€\nä,1\n', 'utf8')],
    ['utf-16le', Buffer.from('\ufeffGröße,€\nä,1\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffGröße,€\nä,1\n', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('Größe,€\nä,1\nhundred,2\n', 'utf16le')],
    ['utf-16be', Buffer.from('Größe,€\nä,1\nhundred,2\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('Gr\xf6\xdfe,\x80\n\xe4,1\n', 'latin1')],
  ] as const)('decodes %s', async (encoding, bytes) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.sheets[0]?.rows[0]?.cells).toEqual(['Größe', '€']);
    expect(file.sheets[0]?.rows[1]?.cells).toEqual(['ä', '1']);
  });

  it('counts records, blank ones too, but not line breaks inside quotes', async () => {
    const file = await read('\n\na,b\n"x\ny",2\n\n , \n3,4\n\n');
    expect(file.sheets[0]?.rows).toEqual([
      { number: 3, cells: ['a', 'b'], hidden: false },
      { number: 4, cells: ['x\ny', '2'], hidden: false },
      { number: 7, cells: ['3', '4'], hidden: false },
    ]);
  });

  it('reads lines ended by carriage returns alone', async () => {
    expect(await cells('a,b\r1,"x\ry"\r3,4')).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
      ['3', '4'],
    ]);
    expect(await cells('a,b\n1,x\ry\n')).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
    ]);
    expect(await cells('a,b\r\r\n1,2\r\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('drops NULs, trailing delimiters and quotes around fields, and nothing else', async () => {
    expect(await cells('a,b,,\n1,\0"2 ""x""",,\n , 3 ,,\n')).toEqual([
      ['a', 'b'],
      ['1', '2 "x"'],
      [' ', ' 3 '],
    ]);
  });

  it('takes off what keeps Excel from calculating, and touches no number', async () => {
    expect(await cells(`a,b\n'=1+1,'-x\n'+49,'@me\n'quoted',-5\n="00042",="x"&"y"\n`)).toEqual([
      ['a', 'b'],
      ['=1+1', '-x'],
      ['+49', '@me'],
      ["'quoted'", '-5'],
      ['00042', '="x"&"y"'],
    ]);
  });

  it('lets a lone quote be a character', async () => {
    expect(await cells('a,b,c\n5" pipe,x"y,z\n"5" pipe",1,2\n"say "hi" now",3,4\n')).toEqual([
      ['a', 'b', 'c'],
      ['5" pipe', 'x"y', 'z'],
      ['5" pipe', '1', '2'],
      ['say "hi" now', '3', '4'],
    ]);
  });

  it('keeps an unclosed quote from swallowing the lines behind it', async () => {
    expect(await cells('a,b\n1,"open\n2,x\n3,"fine, really"\n4,y\n')).toEqual([
      ['a', 'b'],
      ['1', '"open'],
      ['2', 'x'],
      ['3', 'fine, really'],
      ['4', 'y'],
    ]);
    expect(await cells('a,b\n1,x\n2,"never closed\n3,z\n')).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['2', '"never closed'],
      ['3', 'z'],
    ]);
  });

  it('keeps names that mean something to the language', async () => {
    expect(await cells('__proto__,constructor\ntoString,hasOwnProperty\n')).toEqual([
      ['__proto__', 'constructor'],
      ['toString', 'hasOwnProperty'],
    ]);
  });

  it('stays linear on a file made of open quotes', async () => {
    const hostile = `a,b\n${'"x\n'.repeat(200_000)}`;
    const started = performance.now();
    await read(hostile);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('reads back whatever a correct writer writes', async () => {
    const field = fc
      .string({ unit: fc.constantFrom('a', 'ä', '1', '"', ',', ';', '\n', '\r\n', ' ', '|', '\t', '😀'), maxLength: 8 })
      .filter((text) => !/^'[=+\-@]/.test(text));
    const tables = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        // A head of words settles the dialect; the last column is never empty, so that no trailing cells are trimmed.
        const rows = [['one', 'two', 'three', 'end'], ...table.map((row) => [...row, 'end'])];
        const text = `${rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
        expect(await cells(text)).toEqual(rows.map((row) => row.map((value) => (value === '' ? null : value))));
      }),
      { numRuns: 300 },
    );
  });
});
