/** Subtotals and totals by word, place and arithmetic: never a fact, always a control. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Sheet } from '../../../shared/intake/cells.ts';
import type { TableReport } from '../../../shared/intake/interpretation.ts';
import { interpret, interpretBytes, sampleByDigest, sampleBytes, samplesPresent } from '../../support/samples.ts';

function read(...rows: Cell[][]): TableReport {
  const sheet: Sheet = {
    name: 'S',
    hidden: false,
    merges: [],
    hiddenColumns: [],
    rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })).filter(({ cells }) => cells.length > 0),
  };
  const [report] = interpret({ kind: 'xlsx', encoding: null, delimiter: null, sheets: [sheet] }).reports;
  if (!report) throw new Error('no table');
  return report;
}

const head: Cell[] = ['Date', 'Line', 'Good', 'Scrap'];
const rows: Cell[][] = [
  ['2026-01-13', 'L1', 101, 7],
  ['2026-01-14', 'L1', 203, 9],
  ['2026-01-13', 'L2', 305, 11],
  ['2026-01-14', 'L2', 407, 13],
];

describe('totals without a known word', () => {
  it('takes subtotals after each group and a grand total out, by what they add up to', () => {
    const report = read(head, ...rows.slice(0, 2), ['Zbroj', null, 304, 16], ...rows.slice(2), ['Zbroj', null, 712, 24], ['Sve', null, 1016, 40]);
    expect(report).toMatchObject({ status: 'ready', rows: { read: 4, rejected: 0 }, totals: { good: 1016, scrap: 40 }, problemCounts: { 'total-row': 3 } });
  });

  it('takes a word that stands where the dates are', () => {
    const report = read(['Date', 'Good', 'Scrap', 'Line'], ['2026-01-13', 101, 7, 'L1'], ['2026-01-14', 203, 9, 'L1'], ['Zbroj', 304, 16]);
    expect(report).toMatchObject({ status: 'ready', rows: { read: 2 }, totals: { good: 304, scrap: 16 } });
  });

  it('keeps a row whose figures add up by accident, or that has its keys', () => {
    const small = read(head, ['2026-01-13', 'L1', 1, 1], ['2026-01-14', 'L1', 2, 1], ['2026-01-15', 'L1', 3, 2]);
    expect(small.rows.read).toBe(3);
    const accident = read(
      ['Line', 'Start', 'Minutes', 'Reason'],
      ['L1', '2026-01-13 06:00', 1, 'Jam'],
      ['L1', '2026-01-13 07:00', 2, 'Jam'],
      ['L1', '2026-01-13 08:00', 3, null],
      ['L2', '2026-01-13 08:00', 4, 'Jam'],
    );
    expect(accident).toMatchObject({ rows: { read: 4 }, totals: { minutes: 10 } });
  });

  it('refuses a labelled total that is wrong, and says when it is only rounded', () => {
    expect(read(head, ...rows, ['Total', null, 1030, 40])).toMatchObject({ problemCounts: { 'total-row': 1, 'total-mismatch': 1 }, status: 'refused' });
    const rounded = read(head, ['2026-01-13', 'L1', 10.4, 1], ['2026-01-14', 'L1', 10.4, 1], ['2026-01-15', 'L1', 10.4, 1], ['Total', null, 31, 3]);
    expect(rounded.status).toBe('ready');
    expect(rounded.problems.find(({ code }) => code === 'total-row')?.fix).toContain('rounding');
  });

  it('adds up only data, whatever subtotals stand between (property)', () => {
    const group = fc.array(fc.tuple(fc.integer({ min: 1_000, max: 999_999 }), fc.integer({ min: 1_000, max: 999_999 })), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.constantFrom('Total', 'Summe', 'Razem', 'Zbroj', ''),
        (groups, grand, label) => {
          const sum = (list: readonly (readonly [number, number])[], at: 0 | 1): number => list.reduce((total, pair) => total + pair[at], 0);
          const body = groups.flatMap((list, index): Cell[][] => [
            ...list.map(([good, scrap], day): Cell[] => [`2026-01-${String(day + 10)}`, `L${String(index)}`, good, scrap]),
            [label === '' ? null : label, null, sum(list, 0), sum(list, 1)],
          ]);
          const all = groups.flat();
          const end: Cell[][] = grand ? [[label === '' ? null : label, null, sum(all, 0), sum(all, 1)]] : [];
          const report = read(head, ...body, ...end);
          expect(report.totals).toEqual({ good: sum(all, 0), scrap: sum(all, 1) });
          expect(report.status).toBe('ready');
        },
      ),
      { numRuns: 80 },
    );
  });

  it.skipIf(!samplesPresent)('takes the rounded total row of a real table for what it is', async () => {
    const bytes = sampleBytes(sampleByDigest('27aed37c1a37').path);
    const plan = {
      sheet: 0,
      headerRow: 4,
      dataset: 'readings.points',
      columns: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((column) => ({ column, field: column === 2 ? 'value' : column === 1 ? 'tag' : null })),
      constants: { time: '2000-12-31' },
      words: {},
      dateOrder: null,
      decimal: null,
      missing: [],
      real: [],
    };
    const [report] = (await interpretBytes(bytes, { fileName: 'figures.csv', plans: [plan] })).reports;
    expect(report?.rows).toEqual({ read: 13, rejected: 0 });
    expect(report?.problemCounts).toMatchObject({ 'total-row': 1 });
    expect(report?.problemCounts['total-mismatch']).toBeUndefined();
  });
});
