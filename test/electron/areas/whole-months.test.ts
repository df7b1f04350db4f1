import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, type Piece } from '../../../electron/areas/whole-months.ts';
import { addDays, daysBetween, monthEnd } from '../../../shared/kit/iso-date.ts';

function daysIn({ grain, from, to }: Piece): string[] {
  const [first, last] = grain === 'day' ? [from, to] : [`${from}-01`, monthEnd(`${to}-01`)];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

describe('whole months of a range', () => {
  it('are found with the days cut off at either end', () => {
    expect(piecesOf({ from: '2026-10-01', to: '2026-10-31' })).toEqual([{ grain: 'month', from: '2026-10', to: '2026-10' }]);
    expect(piecesOf({ from: '2026-10-02', to: '2026-10-31' })).toEqual([{ grain: 'day', from: '2026-10-02', to: '2026-10-31' }]);
    expect(piecesOf({ from: '2025-12-31', to: '2026-03-01' })).toEqual([
      { grain: 'day', from: '2025-12-31', to: '2025-12-31' },
      { grain: 'month', from: '2026-01', to: '2026-02' },
      { grain: 'day', from: '2026-03-01', to: '2026-03-01' },
    ]);
  });

  it('cover every day once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
        const from = addDays('2023-01-01', start);
        const to = addDays(from, length);
        expect(piecesOf({ from, to }).flatMap(daysIn)).toEqual(daysIn({ grain: 'day', from, to }));
      }),
    );
  });
});
