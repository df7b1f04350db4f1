/** Several tables a sheet, heads of several rows, groups written once, stray cells: what each sheet falls apart into. */
import { describe, expect, it } from 'vitest';
import { findTables } from '../../../electron/intake/find-tables.ts';
import type { FoundTable } from '../../../electron/intake/found-table.ts';
import { hitsOf } from '../../../electron/intake/recognise-aliases.ts';
import { isPeriodHead } from '../../../electron/intake/recognise-wide.ts';
import type { Cell, MergedRange, Sheet } from '../../../shared/intake/cells.ts';
import { interpret, interpretBytes, sampleByDigest, sampleBytes, samplesPresent, valuesOf } from '../../support/samples.ts';

function sheet(rows: readonly Cell[][], merges: readonly MergedRange[] = []): Sheet {
  return {
    name: 'S',
    hidden: false,
    merges: [...merges],
    hiddenColumns: [],
    rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })).filter(({ cells }) => cells.length > 0),
  };
}

const knowledge = { knows: (header: string): boolean => hitsOf(header).length > 0, isPeriod: isPeriodHead };

function find(rows: readonly Cell[][], merges: readonly MergedRange[] = []): FoundTable[] {
  return findTables(sheet(rows, merges), 0, { knowledge, forced: null });
}

function merge(range: [number, number, number, number]): MergedRange {
  const [fromRow, fromColumn, toRow, toColumn] = range;
  return { fromRow, fromColumn, toRow, toColumn };
}

const headers = (table: FoundTable | undefined): string[] | undefined => table?.columns.map(({ header }) => header);

const output: Cell[][] = [
  ['Date', 'Line', 'Output'],
  ['2026-01-13', 'L1', 100],
  ['2026-01-14', 'L1', 200],
];
const stops: Cell[][] = [
  ['Line', 'Start', 'Minutes', 'Reason'],
  ['L1', '2026-01-13 06:00', 30, 'Jam'],
  ['L2', '2026-01-13 07:00', 10, 'Jam'],
];

describe('tables below one another', () => {
  it('parts them at a new head, with its title and with or without a blank row', () => {
    for (const between of [[[]], [[], ['Stops of the week'], []], [[], ['Stops of the week']]] as Cell[][][]) {
      const tables = find([...output, ...between, ...stops]);
      expect(tables.map((table) => [table.rows.length, headers(table)])).toEqual([
        [2, ['Date', 'Line', 'Output']],
        [2, ['Line', 'Start', 'Minutes', 'Reason']],
      ]);
    }
    expect(find([...output, ...stops])).toHaveLength(2);
  });

  it('keeps one table over blank rows, repeated heads, totals and texts', () => {
    expect(find([...output, [], ['2026-01-15', 'L1', 300], [], output[0] ?? [], ['2026-01-16', 'L1', 5], ['Total', null, 605]])).toHaveLength(1);
    const texts: Cell[][] = [
      ['Title', 'Description', 'Status'],
      ['Pump', 'leaks', 'open'],
      [],
      ['Fan', 'squeaks', 'done'],
      [],
      ['Belt', 'torn', 'open'],
      ['Door', 'stuck', 'open'],
    ];
    expect(find(texts).map(({ rows }) => rows.length)).toEqual([4]);
  });

  it('imports each of them as its own dataset', () => {
    const { reports } = interpret({ kind: 'xlsx', encoding: null, delimiter: null, sheets: [sheet([...output, [], ['Stops'], ...stops])] });
    expect(reports.map(({ dataset, status, rows }) => [dataset, status, rows.read])).toEqual([
      ['production.output', 'ready', 2],
      ['production.downtime', 'ready', 2],
    ]);
  });

  it('takes a plan for one table and leaves the other to itself', () => {
    const file = { kind: 'xlsx' as const, encoding: null, delimiter: null, sheets: [sheet([...output, [], ...stops])] };
    const columns = [
      { column: 1, field: 'date' },
      { column: 2, field: 'line' },
      { column: 3, field: 'good' },
    ];
    const plan = {
      sheet: 0,
      headerRow: 1,
      dataset: 'production.output',
      columns,
      constants: {},
      words: {},
      dateOrder: null,
      decimal: null,
      missing: [],
      real: [],
    };
    const { reports } = interpret(file, { plans: [plan] });
    expect(reports.map(({ dataset, totals }) => [dataset, totals])).toEqual([
      ['production.output', { good: 300 }],
      ['production.downtime', { minutes: 40 }],
    ]);
  });
});

describe('tables side by side', () => {
  it('parts them where rows end apart or names repeat', () => {
    const rows: Cell[][] = [
      ['Date', 'Line', 'Output', null, 'Line', 'Start', 'Minutes'],
      ['2026-01-13', 'L1', 100, null, 'L1', '2026-01-13 06:00', 30],
      ['2026-01-14', 'L1', 200, null, 'L2', '2026-01-13 07:00', 10],
      ['2026-01-15', 'L1', 300],
    ];
    expect(find(rows).map((table) => [table.rows.length, headers(table), table.columns[0]?.column])).toEqual([
      [3, ['Date', 'Line', 'Output'], 1],
      [2, ['Line', 'Start', 'Minutes'], 5],
    ]);
  });

  it('keeps one table with a spacer column, and drops stray cells beside the head', () => {
    const spaced: Cell[][] = [
      ['Date', 'Line', null, 'Good', 'Scrap'],
      ['2026-01-13', 'L1', null, 1, 2],
      ['2026-01-14', 'L1', null, 3, 4],
    ];
    expect(find(spaced).map(headers)).toEqual([['Date', 'Line', 'Good', 'Scrap']]);
    const stray: Cell[][] = [
      ['Date', 'Line', 'Output', null, 'Movement:', 901],
      ...Array.from({ length: 12 }, (_, day): Cell[] => [`2026-01-${String(day + 10)}`, 'L1', 100, ...(day < 2 ? [null, 'sheets', 2] : [])]),
    ];
    const [table] = find(stray);
    expect([headers(table), table?.rows.length, table?.extraCells]).toEqual([['Date', 'Line', 'Output'], 12, 6]);
  });
});

describe('heads of several rows', () => {
  it('joins groups and sub-heads, merged or repeated', () => {
    const merged = find(
      [
        ['Date', 'Line', 'Plan', null, 'Actual', null],
        [null, null, 'Qty', 'Hours', 'Qty', 'Hours'],
        ['2026-01-13', 'L1', 1, 2, 3, 4],
        ['2026-01-14', 'L1', 1, 2, 3, 4],
      ],
      [merge([1, 1, 2, 1]), merge([1, 2, 2, 2]), merge([1, 3, 1, 4]), merge([1, 5, 1, 6])],
    );
    expect(merged.map((table) => [table.headerRow, table.headRows, table.rows.length, headers(table)])).toEqual([
      [1, 2, 2, ['Date', 'Line', 'Plan Qty', 'Plan Hours', 'Actual Qty', 'Actual Hours']],
    ]);
    const plain = find([
      [null, null, 'Plan', null, 'Actual'],
      ['Date', 'Line', 'Qty', 'Hours', 'Qty', 'Hours'],
      ['2026-01-13', 'L1', 1, 2, 3, 4],
      ['2026-01-14', 'L1', 1, 2, 3, 4],
    ]);
    expect(headers(plain[0])).toEqual(['Date', 'Line', 'Plan Qty', 'Plan Hours', 'Actual Qty', 'Actual Hours']);
  });

  it('takes a unit row and leaves a merged title alone', () => {
    const table = find(
      [['Shift report'], ['Date', 'Line', 'Run time'], [null, null, '(min)'], ['2026-01-13', 'L1', 5], ['2026-01-14', 'L1', 6]],
      [merge([1, 1, 1, 3])],
    )[0];
    expect([headers(table), table?.headerRow, table?.headRows]).toEqual([['Date', 'Line', 'Run time (min)'], 2, 2]);
    const centred = find(
      [
        [null, 'Shift report'],
        ['Date', 'Line', 'Output'],
        ['2026-01-13', 'L1', 5],
        ['2026-01-14', 'L1', 6],
      ],
      [merge([1, 2, 1, 3])],
    )[0];
    expect(headers(centred)).toEqual(['Date', 'Line', 'Output']);
  });

  it('joins a wrapped head and never swallows a first row of words', () => {
    const wrapped = find([
      ['Order', 'Due', 'Asset', 'Status'],
      ['number', 'date', 'name', 'now'],
      ['4711', '2026-01-13', 'Pump', 'open'],
      ['4712', '2026-01-14', 'Fan', 'open'],
    ])[0];
    expect(wrapped?.rows.map(({ number }) => number)).toEqual([3, 4]);
    const words = find([
      ['Title', 'Asset', 'Status'],
      ['Leak', 'Pump', 'open'],
      ['Noise', 'Fan', 'done'],
    ])[0];
    expect(words?.rows.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('takes head and body from whoever says them', () => {
    const rows: Cell[][] = [['x'], ['Group', 'Group', 'Other'], ['a', 'b', 'c'], ['1', 'p', 'q'], ['2', 'p', 'q'], ['3', 'p', 'q']];
    const [table] = findTables(sheet(rows), 0, { knowledge, forced: { headerRow: 2, headRows: 2, lastRow: 5 } });
    expect([headers(table), table?.rows.map(({ number }) => number), table?.lastRow]).toEqual([['Group a', 'Group b', 'Other c'], [4, 5], 5]);
  });

  it.skipIf(!samplesPresent)('finds five head rows of a real file', async () => {
    const { reports } = await interpretBytes(sampleBytes(sampleByDigest('7094c7ad1829').path), { fileName: 'heads.xlsx' });
    expect(reports).toMatchObject([{ headerRow: 1, firstRow: 6, rows: { read: 1 } }]);
  });
});

describe('groups written once', () => {
  const grouped: Cell[][] = [
    ['Line', 'Date', 'Output'],
    ['Press', '2026-01-13', 1],
    [null, '2026-01-14', 2],
    [null, '2026-01-15', 4],
    ['Mill', '2026-01-13', 8],
    [null, '2026-01-14', 16],
  ];

  it('fills a leading column of words down and says so', () => {
    const { reports, blocks } = interpret({ kind: 'xlsx', encoding: null, delimiter: null, sheets: [sheet(grouped)] });
    expect(reports[0]).toMatchObject({ status: 'ready', totals: { total: 31 } });
    expect(valuesOf(blocks, 'line')).toEqual(['Press', 'Press', 'Press', 'Mill', 'Mill']);
    expect(reports[0]?.columns[0]?.note).toContain('filled down');
  });

  it('fills merged cells of any kind, and never numbers, repeated words or ids on their own', () => {
    const dates = find(
      [
        ['Date', 'Line', 'Output'],
        ['2026-01-13', 'L1', 1],
        [null, 'L2', 2],
        ['2026-01-14', 'L1', 3],
        [null, 'L2', 4],
      ],
      [merge([2, 1, 3, 1]), merge([4, 1, 5, 1])],
    )[0];
    expect(dates?.rows.map(({ cells }) => cells[0])).toEqual(['2026-01-13', '2026-01-13', '2026-01-14', '2026-01-14']);
    const kept = (head: string, values: readonly Cell[]): Cell[] =>
      find([[head, 'Date', 'Output'], ...values.map((value, day): Cell[] => [value, `2026-01-${String(day + 10)}`, day])])[0]?.rows.map(
        ({ cells }) => cells[0] ?? null,
      ) ?? [];
    for (const [head, values] of [
      ['Count', [1, null, null, 2, null]],
      ['Line', ['A', null, null, 'A', null]],
      ['Order no', ['X-1', null, null, 'X-2', null]],
      ['Line', [null, 'A', null, 'B', null]],
    ] as [string, Cell[]][]) {
      expect(kept(head, values)).toEqual(values);
    }
  });
});
