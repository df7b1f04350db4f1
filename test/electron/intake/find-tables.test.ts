/** Where the table is: titles, form rows, footers, repeated heads and total rows around it. */
import { describe, expect, it } from 'vitest';
import { findTables } from '../../../electron/intake/find-tables.ts';
import type { FoundTable } from '../../../electron/intake/found-table.ts';
import { isTotalLabel, isTotalRow } from '../../../electron/intake/totals.ts';
import { hitsOf } from '../../../electron/intake/recognise-aliases.ts';
import { isPeriodHead } from '../../../electron/intake/recognise-wide.ts';
import type { Cell, Sheet } from '../../../shared/intake/cells.ts';
import { interpret } from '../../support/samples.ts';
import { Fault } from '../../../shared/faults.ts';

function sheet(...rows: Cell[][]): Sheet {
  return {
    name: 'S',
    hidden: false,
    merges: [],
    hiddenColumns: [],
    rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })).filter(({ cells }) => cells.length > 0),
  };
}

function find(...rows: Cell[][]): FoundTable | null {
  return findAll(sheet(...rows))[0] ?? null;
}

function findAll(of: Sheet): FoundTable[] {
  return findTables(of, 0, { knowledge: { knows: (header) => hitsOf(header).length > 0, isPeriod: isPeriodHead }, forced: null });
}

const head = ['Date', 'Line', 'Output'];
const first = ['2026-01-13', 'L1', 100];
const second = ['2026-01-14', 'L1', 200];

describe('tables', () => {
  it('skips title and form rows above the head', () => {
    const table = find(['ACME plant'], ['Printed:', '2026-01-15', 'by', 'somebody'], [], ['Shift report', null, 'confidential'], head, first, second);
    expect([table?.headerRow, table?.rows.length, table?.titles[0]]).toEqual([5, 2, 'ACME plant']);
  });

  it('skips footers, rules and heads repeated on every page', () => {
    const table = find(head, ['----------', '----', '------'], first, head, second, [], ['Generated on 2026-01-15'], ['Page 1 of 1']);
    expect(table?.rows.map(({ number }) => number)).toEqual([3, 5]);
  });

  it('finds a head of months and of unnamed columns between named ones', () => {
    const months = find(['Budget 2026'], ['Account', 'Jan', 'Feb', 'Mar'], ['4000', 1, 2, 3], ['4100', 1, 2, 3]);
    expect(months?.headerRow).toBe(2);
    const gap = find(['Date', '', 'Output'], ['2026-01-13', 'x', 100], ['2026-01-14', 'y', 200]);
    expect(gap?.columns).toHaveLength(3);
  });

  it('takes no row of dates and words for a second head', () => {
    const table = find(['Flight', 'Leaves', 'Arrives'], ['AB1', '2026-01-13 06:00', '2026-01-13 08:00'], ['AB2', '2026-01-13 09:00', '2026-01-13 10:00']);
    expect([table?.headRows, table?.rows.map(({ number }) => number)]).toEqual([1, [2, 3]]);
  });

  it('counts cells beyond the last header of rows that hold nothing else', () => {
    const body = Array.from({ length: 8 }, (): Cell[] => ['L1', 'jam', 1]);
    const table = find(['Line', 'Reason', 'Minutes'], ...body, [null, null, null, '090289221'], ['L2', 'jam', 2, '090289222']);
    expect([table?.rows.length, table?.extraCells]).toEqual([9, 2]);
  });

  it('finds no table in prose or a single column', () => {
    expect(find(['This sheet explains how the figures were made.'], [], ['Please read it before use.'], ['It has three parts.'])).toBeNull();
    expect(find(['1.5'], ['1.6'], ['1.7'])).toBeNull();
  });

  it('sets total rows aside', () => {
    const table = find(head, first, second, ['Total', null, 300]);
    expect([table?.rows.length, table?.totalRows.map(({ number }) => number)]).toEqual([2, [4]]);
  });
});

describe('total rows', () => {
  it.each([
    'Total',
    'TOTAL:',
    'Grand total',
    'Summe',
    'Gesamtsumme',
    'Total général',
    'Suma',
    'Totale',
    'Totaal',
    'Razem:',
    'Ogółem',
    'Summa',
    'Toplam',
    'Genel Toplam',
    'Sub-total',
    '** Total',
    'Zwischensumme',
    'Sales total',
  ])('“%s” is a total', (text) => {
    expect(isTotalLabel(text)).toBe(true);
  });
  it.each(['Totalizer pump', 'Line 1', 'Somebody', 'Sumatra', '2026', 'The total cost of ownership study was made by us'])('“%s” is none', (text) =>
    expect(isTotalLabel(text)).toBe(false),
  );
  it('needs the label and no other texts', () => {
    expect(isTotalRow({ number: 9, hidden: false, cells: ['Total', null, 300] }, [0, 1, 2])).toBe(true);
    expect(isTotalRow({ number: 9, hidden: false, cells: ['Total', 'Station', 'A12', 300] }, [0, 1, 2, 3])).toBe(false);
  });
});

describe('files', () => {
  const workbook = (...sheets: Sheet[]): Parameters<typeof interpret>[0] => ({ kind: 'xlsx', encoding: null, delimiter: null, sheets });
  const code = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof Fault) return error.code;
      throw error;
    }
    return 'none';
  };

  it('takes every sheet with a table and skips the others', () => {
    const { reports } = interpret(
      workbook(
        sheet(['Read me']),
        sheet(head, first, second),
        sheet(['Line', 'Start', 'Minutes', 'Reason'], ['L1', '2026-01-13 06:00', 30, 'Jam'], ['L2', '2026-01-13 07:00', 10, 'Jam']),
      ),
    );
    expect(reports.map(({ sheet: index, dataset, status }) => [index, dataset, status])).toEqual([
      [1, 'production.output', 'ready'],
      [2, 'production.downtime', 'ready'],
    ]);
  });

  it('refuses sheets without values and files without a table', () => {
    expect(code(() => interpret(workbook(sheet(), sheet([null, null]))))).toBe('no-data');
    expect(code(() => interpret(workbook(sheet(['Only a sentence.'], ['And another.']))))).toBe('no-table');
    expect(code(() => interpret(workbook(sheet(head, first)), { sheet: 'Other' }))).toBe('no-table');
    expect(code(() => interpret(workbook(sheet(head, first, second))))).toBe('none');
  });
});
