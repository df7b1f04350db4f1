/** What the studio's grid and lists decide without a screen. */
import { describe, expect, it } from 'vitest';
import { isReadyToCommit, sumEffects } from '../../../renderer/intake/consequence-sums.ts';
import { matchingOptions } from '../../../renderer/intake/FieldCombobox.tsx';
import { fieldOptions, openGroups } from '../../../renderer/intake/field-options.ts';
import { newDrop } from '../../../renderer/intake/intake-state.ts';
import { intakeTabs, tabAt, tabPath } from '../../../renderer/intake/intake-tabs.ts';
import { sheetCommand } from '../../../renderer/intake/sheet-keys.ts';
import { layoutOf, rowMark, slice, tierOf } from '../../../renderer/intake/sheet-layout.ts';
import { planFrom } from '../../../renderer/intake/table-plan.ts';
import type { DatasetFields, Preview } from '../../../renderer/api.ts';
import type { ColumnReport, TablePlan } from '../../../shared/intake/interpretation.ts';
import { emptyReport } from './report.ts';

const plan: TablePlan = { ...planFrom(emptyReport), headerRow: 4, headRows: 2, columns: [{ column: 1, field: 'line' }] };
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

const dataset: DatasetFields = {
  dataset: 'production.output',
  label: 'Production output',
  oneRowIs: 'one line on one shift',
  key: ['plant', 'date', 'line'],
  required: [['date'], ['line']],
  fields: ['date', 'shift', 'line', 'good'].map((name) => ({
    name,
    label: name.toUpperCase(),
    type: 'text' as const,
    unit: null,
    measure: false,
    required: false,
    words: [],
  })),
};

describe('keys', () => {
  it('means steps, marks and questions', () => {
    expect(sheetCommand({ ...plain, key: 'ArrowDown' }, 10)).toEqual({ rows: 1, columns: 0 });
    expect(sheetCommand({ ...plain, key: 'PageUp' }, 10)).toEqual({ rows: -10, columns: 0 });
    expect(sheetCommand({ ...plain, key: 'h' }, 10)).toBe('head');
    expect(sheetCommand({ ...plain, key: 'H', shiftKey: true }, 10)).toBe('head-to');
    expect(sheetCommand({ ...plain, key: 'Enter' }, 10)).toBe('ask-field');
    expect(sheetCommand({ ...plain, key: 'k' }, 10)).toBe('ask-dataset');
  });
  it('leaves the keys of the house alone', () => {
    for (const key of ['k', 'z', 's', 'Enter']) expect(sheetCommand({ ...plain, key, ctrlKey: true }, 10)).toBeNull();
    expect(sheetCommand({ ...plain, key: 'Tab' }, 10)).toBeNull();
  });
});

describe('rows and columns', () => {
  it('says what a row is', () => {
    const mark = (row: number, cells: string[] = []) =>
      rowMark({ row, cells }, { ...plan, lastRow: 9, leaveOut: [{ column: 2, values: ['Plan'] }] }, new Set([7]));
    expect([3, 4, 5, 6, 7, 10].map((row) => mark(row))).toEqual(['above', 'head', 'head', 'body', 'rejected', 'below']);
    expect(mark(8, ['x', ' plan '])).toBe('left-out');
  });
  it('never takes what only looks likely', () => {
    const report: ColumnReport = {
      column: 2,
      letter: 'B',
      header: 'Gut',
      field: null,
      score: 0,
      how: 'none',
      samples: [],
      note: null,
      suggestions: [{ field: 'good', score: 0.8 }],
    };
    expect(tierOf(2, { plan, report })).toBe('likely');
    expect(tierOf(2, { plan: { ...plan, dropped: [2] }, report })).toBe('personal');
    expect(tierOf(1, { plan, report: { ...report, column: 1, field: 'line', score: 0.95, how: 'words' } })).toBe('check');
    expect(tierOf(1, { plan, report: { ...report, column: 1 } })).toBe('exact');
    expect(tierOf(3, { plan, report: undefined })).toBe('none');
  });
  it('draws the rows in view and some to spare, never beyond the end', () => {
    expect(slice(5000, { top: 24_000, height: 480 })).toEqual({ from: 988, to: 1032 });
    expect(slice(3, { top: 0, height: 480 })).toEqual({ from: 0, to: 3 });
  });
  it('takes the right side for figures, the left for codes with leading zeros', () => {
    const sample = [
      { row: 1, cells: ['No', 'Hours'] },
      { row: 2, cells: ['007', '1,5'] },
    ];
    expect([...layoutOf({ ...emptyReport, sample }).numeric]).toEqual([2]);
  });
});

describe('fields', () => {
  it('asks for what is needed first, likely ones before', () => {
    expect(openGroups(plan, dataset)).toEqual([['date']]);
    expect(fieldOptions(plan, dataset, ['good']).map(({ value, hint }) => [value, hint])).toEqual([
      ['good', 'likely'],
      ['date', 'needed'],
      ['shift', ''],
      ['line', 'column A'],
    ]);
  });
  it('counts a value taken from the file as an answer', () => {
    expect(openGroups({ ...plan, constantsFrom: { date: { from: 'sheet-name' } } }, dataset)).toEqual([]);
  });
  it('finds a field by its words, the very label first', () => {
    const options = ['Order type', 'Order', 'Work order'].map((label) => ({ value: label, label, hint: '' }));
    expect(matchingOptions(options, 'order').map(({ label }) => label)).toEqual(['Order', 'Order type', 'Work order']);
    expect(matchingOptions(options, 'xyz')).toEqual([]);
  });
});

describe('consequences', () => {
  const effect = { new: 120, changed: 15, same: 3, rejected: 2, facts: 138 };
  const preview: Preview = {
    upload: '',
    fileName: 'a.csv',
    size: 1,
    sha256: '',
    kind: 'delimited',
    encoding: null,
    delimiter: null,
    sheets: [''],
    alreadyImported: null,
    fault: null,
    raw: [],
    restated: [],
    tables: [
      {
        report: { ...emptyReport, status: 'ready', rows: { read: 140, rejected: 2 } },
        effect,
        figures: [],
        waits: [{ severity: 'warning', code: 'name-waits', row: null, cell: null, field: 'line', expected: '', found: '“Press 9” in 3 rows', fix: '' }],
        absent: null,
      },
    ],
  };
  const drop = { ...newDrop(1, 'a.csv'), phase: 'previewed' as const };
  it('waits for a sheet someone has begun to mark', () => {
    const raw = [{ ...emptyReport, table: -2, sheet: 1 }];
    const begun = { ...drop, plans: { [-2]: planFrom({ ...emptyReport, sheet: 1 }) }, allowPartial: true };
    expect(isReadyToCommit(begun, { ...preview, raw })).toBe(false);
    expect(isReadyToCommit({ ...begun, plans: {} }, { ...preview, raw })).toBe(true);
  });

  it('adds up', () => {
    expect(sumEffects(preview)).toEqual({
      absent: 0,
      added: 120,
      changed: 15,
      same: 3,
      rejected: 2,
      read: 140,
      waiting: ['“Press 9” in 3 rows'],
      hasEffect: true,
      open: 0,
    });
  });
  it('commits with consent only, and never an older look', () => {
    expect(isReadyToCommit(drop, preview)).toBe(false);
    expect(isReadyToCommit({ ...drop, allowPartial: true }, preview)).toBe(true);
    expect(isReadyToCommit({ ...drop, allowPartial: true, phase: 'inspecting' }, preview)).toBe(false);
    expect(isReadyToCommit({ ...drop, allowPartial: true }, { ...preview, fault: { code: 'bad-input', title: '', message: '' } })).toBe(false);
  });
});

it('gives every view of Intake a path of its own', () => {
  expect(intakeTabs.map(({ id }) => tabAt(tabPath(id)))).toEqual(intakeTabs.map(({ id }) => id));
  expect(tabAt('/intake/nonsense')).toBe('import');
});
