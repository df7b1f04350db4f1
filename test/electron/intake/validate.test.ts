/** What is wrong with rows and tables, and what a person is asked: each guard with a case that trips it and one that does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterpretRequest } from '../../../shared/intake/interpretation.ts';
import { interpret, interpretBytes, valuesOf, type Interpreted } from '../../support/samples.ts';

async function run(text: string, change: Partial<InterpretRequest> = {}): Promise<Interpreted> {
  return interpretBytes(Buffer.from(text), { fileName: 'export.csv', ...change });
}

const orders = 'WO,Title,Status,Due Date,Started,Completed\n';

describe('rows', () => {
  it('names the place of a bad cell and keeps the others', async () => {
    const { reports, blocks } = await run(`${orders}1,A,Open,2026-01-31,,\n2,B,Open,31/31/26,,\n3,C,Done,2026-01-31,,\n4,D,Done,2026-01-30,,\n`);
    expect(reports[0]).toMatchObject({ status: 'refused', fault: { code: 'rows-rejected' }, rows: { read: 4, rejected: 1 }, rejectedRows: [3] });
    expect(reports[0]?.problems[0]).toMatchObject({ code: 'not-a-date', row: 3, cell: 'D3', field: 'dueDate', found: '31/31/26' });
    expect(valuesOf(blocks, 'order')).toEqual(['1', '3', '4']);
  });

  it('refuses an end before its start', async () => {
    const bad = await run(`${orders}1,A,Done,2026-01-31,2026-01-14 08:00,2026-01-14 07:00\n2,B,Done,2026-01-31,2026-01-14 08:00,2026-01-14\n`);
    expect(bad.reports[0]).toMatchObject({ rejectedRows: [2], problemCounts: { 'end-before-start': 1 } });
  });

  it('asks about unknown words once each, and takes the remembered answer', async () => {
    const text = `${orders}1,A,Frobnicated,2026-01-31,,\n2,B,Frobnicated,2026-01-31,,\n3,C,Open,2026-01-31,,\n`;
    const asked = await run(text);
    expect(asked.reports[0]).toMatchObject({ status: 'needs-mapping', unknownWords: [{ field: 'status', text: 'Frobnicated', count: 2 }] });
    expect(asked.blocks).toEqual([]);
    const answered = await run(text, { words: { 'maintenance.workOrders.status': { Frobnicated: 'cancelled' } } });
    expect(answered.reports[0]?.status).toBe('ready');
    expect(valuesOf(answered.blocks, 'status')).toEqual(['cancelled', 'cancelled', 'open']);
  });

  it('asks day or month first, and lets another column or the plan settle it', async () => {
    const open = await run('WO,Title,Status,Due Date\n1,A,Open,03/04/2026\n2,B,Open,05/06/2026\n');
    expect(open.reports[0]).toMatchObject({ status: 'needs-mapping', problemCounts: { 'ambiguous-dates': 1 } });
    const settled = await run('WO,Title,Status,Due Date,Created\n1,A,Open,03/04/2026,13/01/2026\n2,B,Open,05/06/2026,14/01/2026\n');
    expect(settled.reports[0]).toMatchObject({ status: 'ready', dateOrder: 'day-first' });
    expect(valuesOf(settled.blocks, 'dueDate')).toEqual(['2026-04-03', '2026-06-05']);
    const plan = {
      sheet: 0,
      headerRow: 1,
      dataset: 'maintenance.workOrders',
      columns: (open.reports[0]?.columns ?? []).map(({ column, field }) => ({ column, field })),
      constants: {},
      words: {},
      dateOrder: 'month-first' as const,
      decimal: null,
      missing: [],
      real: [],
    };
    const planned = await run('WO,Title,Status,Due Date\n1,A,Open,03/04/2026\n2,B,Open,05/06/2026\n', { plans: [plan] });
    expect(valuesOf(planned.blocks, 'dueDate')).toEqual(['2026-03-04', '2026-05-06']);
  });

  it('lets a stated value win over the column', async () => {
    const { blocks } = await run('Employee,Date,Regular Hours\n1,2026-01-13,8\n', { constants: { date: '2026-02-28' } });
    expect(valuesOf(blocks, 'date')).toEqual(['2026-02-28']);
    await expect(run('Employee,Date,Regular Hours\n1,2026-01-13,8\n', { constants: { date: 'soon' } })).rejects.toThrow(/Date is “soon”/u);
    await expect(run('Employee,Date,Regular Hours\n1,2026-01-13,8\n', { constants: { weather: 'fine' } })).rejects.toThrow(/no field “weather”/u);
  });

  it('warns of more good than total, long days and lone dates', async () => {
    const output = await run('Date,Line,Good,Total\n2026-01-13,L1,100,105\n2026-01-14,L1,120,105\n');
    expect(output.reports[0]).toMatchObject({ status: 'ready', problemCounts: { 'good-over-total': 1 } });
    const hours = await run('Employee,Date,Regular Hours,Overtime\n1,2026-01-13,20,5\n2,2026-01-13,20,4\n');
    expect(hours.reports[0]).toMatchObject({ status: 'ready', problemCounts: { 'hours-over-day': 1 } });
    const dates = await run(
      `Date,Line,Output\n7/12/1905,L1,5\n${Array.from({ length: 20 }, (_, index) => `1/${String(index + 1)}/2015,L1,${String(index)}`).join('\n')}\n`,
    );
    expect(dates.reports[0]?.problemCounts).toMatchObject({ 'suspicious-date': 1 });
    expect(dates.reports[0]?.problems.find(({ code }) => code === 'suspicious-date')).toMatchObject({ cell: 'A2', found: '7/12/1905' });
  });

  it('reports formulas without values and Excel errors with their cell', () => {
    const rows = [
      ['Date', 'Line', 'Output'],
      ['2026-01-13', 'L1', 5],
      ['2026-01-14', 'L1', { kind: 'formula' as const, text: 'A1+1' }],
      ['2026-01-15', 'L1', { kind: 'error' as const, text: '#N/A' }],
    ];
    const { reports } = interpret({
      kind: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: [{ name: 'S', hidden: false, merges: [], hiddenColumns: [], rows: rows.map((cells, index) => ({ number: index + 1, cells, hidden: false })) }],
    });
    expect(reports[0]?.problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['formula-without-value', 'C3'],
      ['error-value', 'C4'],
    ]);
  });
});

describe('tables', () => {
  it('refuses a total row that does not match, with the difference, and gives no rows', async () => {
    const bad = await run('Date,Line,Output\n2026-01-13,L1,100\n2026-01-14,L1,200\nTotal,,350\n');
    expect(bad.reports[0]).toMatchObject({ status: 'refused', totals: { total: 300 }, problemCounts: { 'total-mismatch': 1 } });
    expect(bad.reports[0]?.problems[0]).toMatchObject({ cell: 'C4', found: '350 (difference 50)' });
    expect(bad.blocks).toEqual([]);
    const good = await run('Date,Line,Output\n2026-01-13,L1,100\n2026-01-14,L1,200\nTotal,,300\n');
    expect(good.reports[0]).toMatchObject({ status: 'ready', totals: { total: 300 }, problemCounts: { 'total-row': 1 } });
  });

  it('checks subtotals against the rows since the last one', async () => {
    const { reports } = await run('Date,Line,Output\n2026-01-13,L1,100\n2026-01-14,L1,200\nSubtotal,,300\n2026-01-13,L2,50\nSubtotal,,50\nTotal,,350\n');
    expect(reports[0]).toMatchObject({ status: 'ready', rows: { read: 3, rejected: 0 }, totals: { total: 350 }, problemCounts: { 'total-row': 3 } });
  });

  it('refuses debit and credit that differ, per document where there are documents', async () => {
    const table = await run('Posting Date,Account,Debit,Credit\n2026-01-31,1000,500.00,\n2026-01-31,3000,,400.00\n');
    expect(table.reports[0]).toMatchObject({ status: 'refused', problemCounts: { unbalanced: 1 } });
    expect(table.reports[0]?.problems[0]?.found).toBe('debit is higher by 100');
    const documents = await run(
      'Document,Posting Date,Account,Debit,Credit\nA,2026-01-31,1000,500.00,\nA,2026-01-31,3000,,400.00\nB,2026-01-31,1000,400.00,\nB,2026-01-31,3000,,500.00\n',
    );
    expect(documents.reports[0]?.problemCounts).toEqual({ unbalanced: 2 });
    const tied = await run('Document,Posting Date,Account,Debit,Credit\nA,2026-01-31,1000,500.00,\nA,2026-01-31,3000,,500.00\n');
    expect(tied.reports[0]).toMatchObject({ status: 'ready', totals: { debit: 500, credit: 500, amount: 0 } });
  });

  it('refuses a register that names a thing twice; work orders may repeat', async () => {
    const assets = await run('Asset ID,Asset Name,Manufacturer\nA1,x,y\nA1,z,y\nA2,z,y\n');
    expect(assets.reports[0]).toMatchObject({ status: 'refused', rejectedRows: [3], problemCounts: { 'duplicate-key': 1 } });
    const work = await run(`${orders}1,A,Open,2026-01-31,,\n1,B,Open,2026-01-31,,\n2,C,Open,2026-01-31,,\n`);
    expect(work.reports[0]?.status).toBe('ready');
  });

  it('asks when most rows repeat exactly, and only warns of a few', async () => {
    const line = '2026-01-13,L1,5\n';
    const most = await run(`Date,Line,Output\n${line.repeat(5)}2026-01-14,L1,6\n`);
    expect(most.reports[0]).toMatchObject({ status: 'needs-mapping', problemCounts: { 'exact-duplicates': 4 } });
    const few = await run(`Date,Line,Output\n${line.repeat(2)}2026-01-14,L1,6\n2026-01-15,L1,7\n`);
    expect(few.reports[0]).toMatchObject({ status: 'ready', problemCounts: { 'exact-duplicates': 1 } });
  });

  it('asks about NA and -999 before anything is taken', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `2026-01-13 00:${String(index).padStart(2, '0')},${index % 10 === 3 ? '-999' : String(index)},${index === 5 ? 'NA' : String(index)}`,
    ).join('\n');
    const { reports } = await run(`Timestamp,kW,Temp\n${rows}\n`);
    expect(reports[0]).toMatchObject({
      status: 'needs-mapping',
      sentinels: [
        { column: 2, text: '-999', count: 3 },
        { column: 3, text: 'NA', count: 1 },
      ],
    });
  });

  it('asks about them in a short file too, where nothing else is negative', async () => {
    const asked = async (...scrap: string[]) => {
      const lines = scrap.map((value, index) => `2026-02-${String(14 + index)},L1,${value}`);
      return (await run(`Date,Line,Scrap\n${lines.join('\n')}\n`)).reports[0]?.sentinels.map(({ text, count }) => [text, count]);
    };
    expect(await asked('12', '-200', '9', '-200')).toEqual([['-200', 2]]);
    expect(await asked('12', '-9999', '9')).toEqual([['-9999', 1]]);
    // a correction, and figures that are negative anyway
    expect(await asked('12', '-200', '9')).toEqual([]);
    expect(await asked('12', '-200', '-150', '-200')).toEqual([]);
  });

  it('caps the problems shown and counts them all', async () => {
    const { reports } = await run(
      `Date,Line,Output\n${Array.from({ length: 600 }, (_, index) => `2026-01-13,L1,${index % 2 === 0 ? 'lots' : String(index)}`).join('\n')}\n`,
    );
    expect(reports[0]?.problems.length).toBe(200);
    expect(reports[0]?.problemCounts['not-a-number']).toBe(300);
    expect(reports[0]?.rejectedRows).toHaveLength(300);
  });

  it('adds up exactly what a naive second count adds up, in any locale', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 2, maxLength: 40 }), fc.boolean(), async (cents, german) => {
        const print = (value: number): string => (value / 100).toLocaleString(german ? 'de-DE' : 'en-US', { minimumFractionDigits: 2 });
        const rows = cents.map((value, index) => `"${String(4000 + index)}";"2026-01-${String((index % 28) + 1).padStart(2, '0')}";"${print(value)}"`);
        const total = cents.reduce((sum, value) => sum + value, 0);
        const { reports, blocks } = await run(`Account;Posting Date;Cost\n${rows.join('\n')}\nTotal;;"${print(total)}"\n`);
        expect(reports[0]).toMatchObject({ status: 'ready', rows: { read: cents.length, rejected: 0 } });
        expect(valuesOf(blocks, 'amount')).toEqual(cents);
        expect(reports[0]?.totals['amount']).toBe(total / 100);
      }),
      { numRuns: 40 },
    );
  });
});
