/** Rows that repeat, found by number, are the ones found by text. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cellText, type Cell, type Row } from '../../../shared/intake/cells.ts';
import { RowsSeen } from '../../../electron/intake/rows-seen.ts';

const cell = fc.oneof(
  fc.constantFrom<Cell>(null, '', ' ', 'a', ' a', '5', '05', '5.0', '-0', 'TRUE', '2026-10-31', '50 %', '#N/A'),
  fc.constantFrom<Cell>(5, -0, 0, 0.5, 1e21, true, { kind: 'date', value: 46_326 }, { kind: 'percent', value: 0.5 }, { kind: 'error', text: '#N/A' }),
);

function row(cells: Cell[], index: number): Row {
  return { number: index + 2, cells, hidden: false };
}

describe('rows that repeat', () => {
  it('are told by what they read as, whatever their cells are made of', () => {
    const seen = new RowsSeen();
    const rows: Cell[][] = [
      [5, 'a', null],
      ['5', 'a '],
      [{ kind: 'date', value: 46_326 }, 'a'],
      ['2026-10-31', 'a', ''],
      ['a', 5],
    ];
    expect(rows.map((cells, index) => seen.has(row(cells, index)))).toEqual([false, true, false, true, false]);
  });

  it('are the same as by joined texts, for any rows', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 40 }), (rows) => {
        const seen = new RowsSeen();
        const texts = new Set<string>();
        for (const [index, cells] of rows.entries()) {
          const text = cells
            .map((one) => cellText(one).trim())
            .join('\u0001')
            .replace(/\u0001+$/u, '');
          expect(seen.has(row(cells, index))).toBe(texts.has(text));
          texts.add(text);
        }
      }),
      { numRuns: 500 },
    );
  });
});
