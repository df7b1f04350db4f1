import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, GridRow } from '../../../shared/areas/view.ts';
import { closedAtFirst, gridParts, shownRows, underTheirGroups } from '../../../renderer/ui/grid-rows.ts';

const row = (key: string, parent: string | null, kind: GridRow['kind'] = 'leaf'): GridRow => ({ key, kind, parent, cells: {}, effects: {}, trace: {} });
const grid = (rows: GridRow[]): Grid => ({ key: 'g', title: '', caption: '', columns: [], rows, footnotes: [] });
const keys = (rows: readonly GridRow[]) => rows.map((one) => one.key);

const rows = [
  row('mat', null, 'group'),
  row('5000', 'mat'),
  row('5010', 'mat'),
  row('lab', null, 'group'),
  row('dir', 'lab', 'group'),
  row('6000', 'dir'),
  row('sum', null, 'total'),
];

describe('shownRows', () => {
  it('hides what is under a closed group, at any depth, and keeps totals apart', () => {
    const parts = gridParts(grid(rows));
    expect(keys(parts.totals)).toEqual(['sum']);
    expect(keys(shownRows(parts, new Set()))).toEqual(['mat', '5000', '5010', 'lab', 'dir', '6000']);
    expect(keys(shownRows(parts, new Set(['lab'])))).toEqual(['mat', '5000', '5010', 'lab']);
    expect(keys(shownRows(parts, new Set(['mat', 'dir'])))).toEqual(['mat', 'lab', 'dir']);
  });
});

describe('underTheirGroups', () => {
  it('keeps members directly under their group, in the sorted order', () => {
    const sorted = ['6000', 'lab', '5010', 'dir', 'mat', '5000'].flatMap((key) => rows.filter((one) => one.key === key));
    expect(keys(underTheirGroups(sorted, (one) => one))).toEqual(['lab', 'dir', '6000', 'mat', '5010', '5000']);
  });

  it('loses and repeats nothing, whatever the order, even without the groups', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows.slice(0, 6)), (some) => {
        const out = keys(underTheirGroups(some, (one) => one));
        expect([...out].sort()).toEqual(keys(some).sort());
      }),
    );
  });
});

describe('closedAtFirst', () => {
  it('shows everything where it fits, else what is unfavorable first', () => {
    const parts = gridParts(grid(rows.map((one) => (one.key === 'lab' ? { ...one, effects: { variance: 'U' } } : one))));
    expect(closedAtFirst(parts, 6)).toEqual([]);
    expect(closedAtFirst(parts, 4)).toEqual(['mat']);
    expect(closedAtFirst(parts, 2)).toEqual(['lab', 'mat', 'dir']);
  });
});
