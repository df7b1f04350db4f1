/** Days, weeks, months, shifts and people across: asked unless the title settles it, unpivoted as answered. */
import { describe, expect, it } from 'vitest';
import { datesOf, mondayOf, monthNear } from '../../../electron/intake/recognise-across.ts';
import type { Cell, Sheet } from '../../../shared/intake/cells.ts';
import type { TablePlan } from '../../../shared/intake/interpretation.ts';
import { interpret, valuesOf, type Interpreted } from '../../support/samples.ts';

function read(
  rows: readonly Cell[][],
  plan?: { dataset: string; fields: (string | null)[]; headerRow: number; constants?: Record<string, string> },
): Interpreted {
  const sheet: Sheet = {
    name: 'S',
    hidden: false,
    merges: [],
    hiddenColumns: [],
    rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })).filter(({ cells }) => cells.length > 0),
  };
  const plans: TablePlan[] = plan
    ? [
        {
          sheet: 0,
          headerRow: plan.headerRow,
          dataset: plan.dataset,
          columns: plan.fields.map((field, index) => ({ column: index + 1, field })),
          constants: plan.constants ?? {},
          words: {},
          dateOrder: null,
          decimal: null,
          missing: [],
          real: [],
        },
      ]
    : [];
  return interpret({ kind: 'xlsx', encoding: null, delimiter: null, sheets: [sheet] }, { plans, fileName: 'file.xlsx' });
}

describe('heads across', () => {
  const none = { year: null, month: null };
  it.each([
    [
      ['2026-10-05', '2026-10-06', '2026-10-07'],
      ['2026-10-05', '2026-10-06', '2026-10-07'],
    ],
    [
      ['Mon 2026-10-05', 'Tue 2026-10-06', 'Wed 2026-10-07'],
      ['2026-10-05', '2026-10-06', '2026-10-07'],
    ],
    [
      ['03/10/2026', '04/10/2026', '05/10/2026'],
      ['2026-10-03', '2026-10-04', '2026-10-05'],
    ],
    [
      ['10/03/2026', '10/04/2026', '10/05/2026'],
      ['2026-10-03', '2026-10-04', '2026-10-05'],
    ],
    [
      ['2026-W44', '2026-W45', '2026-W46'],
      ['2026-10-26', '2026-11-02', '2026-11-09'],
    ],
    [
      ['KW 1/2026', 'KW 2/2026', 'KW 3/2026'],
      ['2025-12-29', '2026-01-05', '2026-01-12'],
    ],
  ])('%s', (heads, dates) => {
    expect(datesOf(heads, none)).toEqual(dates);
  });

  it('takes the year of weeks and the month of day numbers from the surroundings, or asks', () => {
    expect(datesOf(['Week 44', 'Week 45', 'Week 46'], { year: 2026, month: null })).toEqual(['2026-10-26', '2026-11-02', '2026-11-09']);
    expect(datesOf(['KW44', 'KW45', 'KW46'], none)).toBe('year-missing');
    const numbers = Array.from({ length: 30 }, (_, index) => String(index + 1));
    expect(datesOf(numbers, { year: null, month: '2026-11-01' })?.at(-1)).toBe('2026-11-30');
    expect(datesOf(numbers, none)).toBe('year-missing');
    expect(datesOf(numbers, { year: null, month: '2026-02-01' })).toBeNull();
    expect([
      monthNear(['Dienstplan Oktober 2026']),
      monthNear(['2026-10']),
      monthNear(['October 2026', 'November 2026']),
      monthNear(['printed 12.10.2026']),
    ]).toEqual(['2026-10-01', '2026-10-01', null, null]);
  });

  it('guesses nothing: quarters, years, open dates and mixed heads are no days', () => {
    for (const heads of [
      ['Q1', 'Q2', 'Q3', 'Q4'],
      ['2024', '2025', '2026'],
      ['01/01/2026', '02/02/2026', '03/03/2026', 'Total'],
      ['KW 54/2026', 'KW 1/2027', 'KW 2/2027'],
      ['1', '2', '3'],
    ]) {
      expect(datesOf(heads, none)).toBeNull();
    }
    expect([mondayOf(2026, 53), mondayOf(2025, 53), mondayOf(2026, 0)]).toEqual(['2026-12-28', null, null]);
  });
});

describe('units and sentinels', () => {
  const rows = (units: readonly string[]): Cell[][] => [
    ['Date', 'Line', 'Output', 'UOM'],
    ...units.map((unit, day): Cell[] => [`2026-10-${String(day + 10)}`, 'L1', 10, unit]),
  ];

  it('asks before pieces and kilograms are added, and takes one unit as it is', () => {
    const mixed = read(rows(['PC', 'KG', 'PC'])).reports[0];
    expect([mixed?.status, mixed?.fault?.message.includes('PC, KG')]).toEqual(['needs-mapping', true]);
    expect(read(rows(['PC', 'PC', 'PC'])).reports[0]).toMatchObject({ status: 'ready', totals: { total: 30 } });
  });

  it('asks about −1 where only counts can stand', () => {
    const counts = (values: readonly number[]): Cell[][] => [
      ['Date', 'Line', 'Good'],
      ...values.map((value, day): Cell[] => [`2026-10-${String(day + 10)}`, 'L1', value]),
    ];
    expect(read(counts([5, 6, -1, 7, 8, -1, 9])).reports[0]?.status).toBe('needs-mapping');
    expect(read(counts([5, 6, -2, 7, 8, -3, 9])).reports[0]?.sentinels).toEqual([]);
  });
});

describe('tables across', () => {
  it('asks what days across hold, and stores one fact a cell as answered', () => {
    const roster: Cell[][] = [
      ['Employee', 'Name', '2026-10-05', '2026-10-06', '2026-10-07'],
      ['E1', 'One', 'F', 'F', 'N'],
      ['E2', 'Two', 'S', null, 'F'],
    ];
    expect(read(roster).reports[0]?.status).toBe('needs-mapping');
    const { reports, blocks } = read(roster, { dataset: 'staffing.roster', headerRow: 1, fields: ['employee', 'name', 'shift', 'shift', 'shift'] });
    expect(reports[0]).toMatchObject({ status: 'ready', period: { from: '2026-10-05', to: '2026-10-07' } });
    expect(valuesOf(blocks, 'shift')).toEqual(['F', 'F', 'N', 'S', 'F']);
    expect(valuesOf(blocks, 'date')).toEqual(['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-05', '2026-10-07']);
  });

  it('unpivots weeks, shifts and people across', () => {
    const weeks = read([['Output 2026'], ['Line', 'KW 44', 'KW 45', 'KW 46'], ['L1', 10, 20, 30], ['L2', 1, 2, 3]], {
      dataset: 'production.output',
      headerRow: 2,
      fields: ['line', 'total', 'total', 'total'],
    });
    expect(weeks.reports[0]).toMatchObject({ status: 'ready', totals: { total: 66 }, period: { from: '2026-10-26', to: '2026-11-09' } });
    const shifts = read(
      [
        ['Date', 'Line', 'Früh', 'Spät', 'Nacht'],
        ['2026-10-05', 'L1', 10, 20, 30],
        ['2026-10-06', 'L1', 1, 2, 3],
      ],
      {
        dataset: 'production.output',
        headerRow: 1,
        fields: ['date', 'line', 'total', 'total', 'total'],
      },
    );
    expect(shifts.reports[0]).toMatchObject({ status: 'ready', totals: { total: 66 } });
    expect(valuesOf(shifts.blocks, 'shift')).toEqual(['Früh', 'Spät', 'Nacht', 'Früh', 'Spät', 'Nacht']);
    const people = read(
      [
        ['Date', 'Person \nOne', 'Person Two'],
        ['2026-10-05', 8, 7.5],
        ['2026-10-06', 8, null],
      ],
      {
        dataset: 'staffing.timecards',
        headerRow: 1,
        fields: ['date', 'regularHours', 'regularHours'],
      },
    );
    expect(people.reports[0]).toMatchObject({ status: 'ready', totals: { regularHours: 23.5 } });
    expect(valuesOf(people.blocks, 'employee')).toEqual(['Person One', 'Person Two', 'Person One']);
  });

  it('takes a budget by weeks whose title says so, and asks about budget beside actual', () => {
    const weekly = read([['Budget 2026'], ['Account', 'W1', 'W2', 'W3'], ['4000', 10, 20, 30], ['4100', 1, 2, 3]]);
    expect(weekly.reports[0]).toMatchObject({
      dataset: 'budget.lines',
      status: 'ready',
      totals: { amount: 66 },
      period: { from: '2025-12-29', to: '2026-01-12' },
    });
    const both = read([
      [null, 'Jan 2026', null, 'Feb 2026', null, 'Mar 2026', null],
      ['Account', 'Actual', 'Budget', 'Actual', 'Budget', 'Actual', 'Budget'],
      ['4000', 1, 2, 3, 4, 5, 6],
      ['4100', 1, 2, 3, 4, 5, 6],
    ]);
    expect(both.reports[0]?.status).toBe('needs-mapping');
  });
});
