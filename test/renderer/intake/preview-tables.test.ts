/** Plans find their tables again when marking a head by hand changes the tables' numbers. */
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../renderer/api.ts';
import { isRaw, keyOf, planOf, rekeyed, tablesOf } from '../../../renderer/intake/preview-tables.ts';
import { planFrom } from '../../../renderer/intake/table-plan.ts';
import type { TableReport } from '../../../shared/intake/interpretation.ts';
import { emptyReport } from './report.ts';

const about = { upload: '', fileName: 'a.xlsx', size: 1, sha256: '', kind: 'xlsx', encoding: null, delimiter: null, sheets: [], alreadyImported: null };

function preview(tables: readonly TableReport[], raw: readonly TableReport[]): Preview {
  const shown = tables.map((report) => ({ report, effect: null, figures: [], waits: [], absent: null }));
  return { ...about, tables: shown, raw: [...raw], restated: [], fault: null };
}

const at = (table: number, sheet: number, headerRow: number): TableReport => ({ ...emptyReport, table, sheet, headerRow });
const raw = (sheet: number): TableReport => at(-1 - sheet, sheet, 0);

describe('the tables of a file', () => {
  it('stand in the order of the file, sheets without a table among them', () => {
    const tables = tablesOf(preview([at(0, 0, 1), at(1, 0, 9), at(2, 2, 1)], [raw(1)]));
    expect(tables.map(({ report }) => report.table)).toEqual([0, 1, -2, 2]);
    expect(tables.map((table) => keyOf(table, tables))).toEqual(['0 0', '0 1', '1 0', '2 0']);
    expect(tables.map(({ report }) => isRaw(report))).toEqual([false, false, true, false]);
  });

  it('a plan follows its sheet from no table to a table, and back when the head goes', () => {
    const headed = { ...planFrom(raw(1)), headerRow: 4 };
    const other = planFrom(at(2, 2, 1));
    const after = rekeyed({ [-2]: headed, 1: other }, preview([at(0, 0, 1), at(1, 1, 4), at(2, 2, 1)], []));
    expect(after).toEqual({ 1: headed, 2: other });
    expect(rekeyed({ 1: headed }, preview([at(0, 0, 1), at(1, 2, 1)], [raw(1)]))).toEqual({ [-2]: headed });
  });

  it('a plan stays where it is while its table does, also with two tables on one row', () => {
    const plans = { 0: planFrom(at(0, 0, 1)), 1: { ...planFrom(at(1, 0, 1)), dataset: 'production.output' } };
    expect(rekeyed(plans, preview([at(0, 0, 1), at(1, 0, 1)], []))).toEqual(plans);
  });
});

describe('a plan as it stands', () => {
  const recognised: TableReport = {
    ...at(0, 0, 3),
    dataset: 'production.output',
    columns: [
      { column: 1, letter: 'A', header: 'Line', field: 'line', score: 1, how: 'exact', samples: [], note: null, suggestions: [] },
      { column: 2, letter: 'B', header: 'Who', field: 'good', score: 1, how: 'exact', samples: [], note: null, suggestions: [] },
    ],
  };

  it('takes recognised columns where only the head is marked, but none that is personal', () => {
    const headed = { ...planFrom(raw(0)), headerRow: 3, dropped: [2] };
    expect(planOf({ 0: headed }, recognised)).toMatchObject({
      dataset: 'production.output',
      headerRow: 3,
      dropped: [2],
      columns: [
        { column: 1, field: 'line' },
        { column: 2, field: null },
      ],
    });
  });

  it('takes nothing over an answer given', () => {
    const answered = { ...planFrom(recognised), columns: [{ column: 1, field: null }] };
    expect(planOf({ 0: answered }, recognised)).toBe(answered);
    expect(planOf({}, recognised)).toEqual(planFrom(recognised));
  });
});
