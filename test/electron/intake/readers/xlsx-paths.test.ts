/** The fast path over bytes and the path tag by tag must not differ, and neither may depend on where the stream is cut into blocks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SheetHandler } from '../../../../electron/intake/readers/xlsx/sheet.ts';
import { XmlScanner } from '../../../../electron/intake/readers/xml.ts';
import { columnLetter, type Cell, type Row } from '../../../../shared/intake/cells.ts';

const strings = ['zero', 'one', 'two', 'drei'];
const kinds = ['plain', 'date', 'percent'] as const;

interface GivenCell {
  gap: number;
  style: number;
  shared: boolean;
  number: number;
  empty: boolean;
  reference: boolean;
}

const givenCell: fc.Arbitrary<GivenCell> = fc.record({
  gap: fc.integer({ min: 0, max: 30 }),
  style: fc.integer({ min: 0, max: 2 }),
  shared: fc.boolean(),
  number: fc
    .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0.1, 1e21, 1e-7, 45_000.25))
    .map((value) => (Object.is(value, -0) ? 0 : value)),
  empty: fc.boolean(),
  reference: fc.boolean(),
});
const grid = fc.array(fc.array(givenCell, { maxLength: 8 }), { minLength: 1, maxLength: 8 });

interface Style {
  cell: string;
  quote: string;
  space: string;
}

function sheetXml(rows: readonly (readonly GivenCell[])[], { cell: tag, quote, space }: Style): string {
  const attribute = (name: string, value: string): string => `${space}${name}=${quote}${value}${quote}`;
  const body = rows.map((cells, index) => {
    let column = 0;
    const inner = cells.map((cell) => {
      column += cell.reference ? cell.gap + 1 : 1;
      const reference = cell.reference ? attribute('r', `${columnLetter(column)}${String(index + 1)}`) : '';
      const start = `<${tag}${reference}${cell.style > 0 ? attribute('s', String(cell.style)) : ''}${cell.shared ? attribute('t', 's') : ''}`;
      if (cell.empty) return `${start}/>`;
      return `${start}><v>${cell.shared ? String(Math.abs(Math.trunc(cell.number)) % strings.length) : String(cell.number)}</v></${tag}>`;
    });
    return `<row r="${String(index + 1)}">${inner.join('')}</row>`;
  });
  return `<worksheet xmlns="main" xmlns:x="main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** What the cells mean, worked out without any XML. */
function expectedRows(rows: readonly (readonly GivenCell[])[]): Row[] {
  return rows.flatMap((given, index) => {
    const cells: Cell[] = [];
    let column = 0;
    for (const cell of given) {
      column += cell.reference ? cell.gap + 1 : 1;
      if (cell.empty) continue;
      while (cells.length < column - 1) cells.push(null);
      const formatted = kinds[cell.style] ?? 'plain';
      // beyond the year 9999 Excel shows no date
      const kind = formatted === 'date' && (cell.number < 0 || cell.number >= 2_958_466) ? 'plain' : formatted;
      cells.push(
        cell.shared ? (strings[Math.abs(Math.trunc(cell.number)) % strings.length] ?? null) : kind === 'plain' ? cell.number : { kind, value: cell.number },
      );
    }
    return cells.length === 0 ? [] : [{ number: index + 1, cells, hidden: false }];
  });
}

function read(xml: string, blockBytes: number): Row[] {
  const handler = new SheetHandler('S', { strings, kinds, from1904: false, used: { cells: 0, grid: 0 } });
  const scanner = new XmlScanner('part', handler);
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += blockBytes) scanner.feed(bytes.subarray(at, at + blockBytes));
  scanner.end();
  return handler.finish().rows;
}

const plain: Style = { cell: 'c', quote: '"', space: ' ' };
// None of these is what the fast path knows.
const odd: Style[] = [
  { cell: 'c', quote: "'", space: ' ' },
  { cell: 'c', quote: '"', space: '\n  ' },
  { cell: 'x:c', quote: '"', space: ' ' },
];

describe('the two ways of reading cells', () => {
  it('give what the cells mean, in any block size', () => {
    fc.assert(
      fc.property(grid, fc.integer({ min: 1, max: 5000 }), (rows, blockBytes) => {
        const expected = expectedRows(rows);
        // The spaces at the end keep the last cells within reach of the fast path.
        expect(read(sheetXml(rows, plain) + ' '.repeat(200), blockBytes)).toEqual(expected);
        for (const style of odd) expect(read(sheetXml(rows, style), blockBytes)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('refuse the same cells', () => {
    const tail = ' '.repeat(300);
    for (const cell of [
      '<c r="A2"><v>1</v></c>',
      '<c r="XFE1"><v>1</v></c>',
      '<c r="1"><v>1</v></c>',
      '<c r="A1" t="s"><v>4</v></c>',
      '<c r="A1" t="s"><v>-1</v></c>',
      '<c r="A1" t="s"><v>1.5</v></c>',
    ]) {
      for (const written of [cell, cell.replaceAll('"', "'")]) {
        expect(() => read(`<worksheet><sheetData><row r="1">${written}</row></sheetData></worksheet>${tail}`, 4096), written).toThrow(/sheet “S”/);
      }
    }
  });
});
