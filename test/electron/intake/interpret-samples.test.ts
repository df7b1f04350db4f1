/** Every real sample file through the readers and the whole interpretation, held against the index of what each must end in. */
import { afterAll, describe, expect, it } from 'vitest';
import { Fault } from '../../../shared/faults.ts';
import type { TableReport } from '../../../shared/intake/interpretation.ts';
import { interpretBytes, sampleByDigest, sampleBytes, sampleIndex, samplesPresent, valuesOf } from '../../support/samples.ts';

interface Known {
  dataset: string;
  rows: number;
  totals?: Record<string, number>;
  constants?: Record<string, string>;
}

/** Files this version must take, by digest; the figures are the index's. */
const taken: Readonly<Record<string, Known>> = {
  caee32920501: { dataset: 'maintenance.workOrders', rows: 15, totals: { estimatedHours: 41 } },
  '09a0f577a74a': { dataset: 'maintenance.workOrders', rows: 60 },
  '58129435f04a': { dataset: 'maintenance.assets', rows: 10 },
  f30a1caeba2d: { dataset: 'production.output', rows: 99, totals: { total: 10_900, stopMinutes: 5_786, runMinutes: 799.5523 * 60 } },
  '73e704d2b010': { dataset: 'budget.lines', rows: 1000, totals: { amount: 490_368_458.85 } },
  '3e5444a8e91e': { dataset: 'budget.actuals', rows: 1000, totals: { amount: 503_808_080.74 } },
  ab73a7eaa683: { dataset: 'staffing.timecards', rows: 500, totals: { regularHours: 22_268, overtimeHours: 4_676 }, constants: { date: '2026-10-31' } },
  '9b1cee6f9cb9': { dataset: 'readings.points', rows: 35_040, totals: { Usage_kWh: 959_636.71 } },
};

const found: string[][] = [];

function note(path: string, want: string, got: string): void {
  found.push([path.slice(0, path.indexOf('/')), path.slice(-34), want.slice(0, 40), got.slice(0, 120)]);
}

function summary(report: TableReport): string {
  const totals = Object.entries(report.totals)
    .slice(0, 3)
    .map(([name, sum]) => `${name}=${String(sum)}`)
    .join(' ');
  return `${report.sheetName} ${report.status} ${report.dataset ?? '–'} ${String(report.rows.read)} rows ${totals}`.trim();
}

describe.skipIf(!samplesPresent)(`real samples${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
  afterAll(() => {
    process.stdout.write(`${found.map((line) => line.join(' | ')).join('\n')}\n`);
  });

  for (const line of samplesPresent ? sampleIndex() : []) {
    const known = taken[line.digest];
    it(`${line.path.slice(0, line.path.indexOf('/'))} ${line.digest}: ${known ? 'is taken' : line.status.slice(0, 60)}`, async () => {
      let reports: TableReport[];
      try {
        reports = (await interpretBytes(sampleBytes(line.path), { fileName: 'sample', constants: known?.constants ?? {} })).reports;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        note(line.path, line.status, `refused ${error.code}`);
        expect(known).toBeUndefined();
        if (line.status.startsWith('refused: no data')) expect(error.code).toBe('no-data');
        if (line.status.startsWith('refused: no table')) expect(error.code).toBe('no-table');
        if (line.status.startsWith('refused: encrypted')) expect(error.code).toBe('file-encrypted');
        return;
      }
      note(line.path, line.status, reports.map(summary).join('; '));
      for (const report of reports) {
        if (report.status === 'ready') {
          // Never a wrong import: what is taken must be what the index names.
          expect(line.status).toContain('committed');
          // A ledger file brings its chart of accounts along.
          if (!(report.sheetName === 'Accounts' && report.dataset === 'budget.accounts' && line.dataset === 'budget.actuals'))
            expect(line.dataset).toContain(report.dataset);
        } else expect(report.fault?.message).toMatch(/\w.{20,}/u);
      }
      if (!known) return;
      const [report] = reports;
      expect({ dataset: report?.dataset, status: report?.status, rows: report?.rows }).toEqual({
        dataset: known.dataset,
        status: 'ready',
        rows: { read: known.rows, rejected: 0 },
      });
      for (const [name, sum] of Object.entries(known.totals ?? {})) expect(report?.totals[name]).toBeCloseTo(sum, 2);
    });
  }

  it('reads the words and dates of work orders as they are meant', async () => {
    const first = await interpretBytes(sampleBytes(sampleByDigest('caee32920501').path), { fileName: 'export.csv' });
    const count = (values: unknown[], word: string): number => values.filter((value) => value === word).length;
    const statuses = valuesOf(first.blocks, 'status');
    expect(['onHold', 'inProgress', 'open', 'done'].map((word) => count(statuses, word))).toEqual([5, 5, 4, 1]);
    expect(valuesOf(first.blocks, 'dueDate')[0]).toBe('2025-08-08');
    const second = await interpretBytes(sampleBytes(sampleByDigest('09a0f577a74a').path), { fileName: 'export.csv' });
    const words = valuesOf(second.blocks, 'status');
    expect(['open', 'inProgress', 'onHold', 'done', 'reopened'].map((word) => count(words, word))).toEqual([18, 16, 11, 11, 4]);
    expect(second.reports[0]?.period).toEqual({ from: '2026-05-01', to: '2026-06-14' });
  });

  it('needs a date for hours without one', async () => {
    const { reports } = await interpretBytes(sampleBytes(sampleByDigest('ab73a7eaa683').path), { fileName: 'export.csv' });
    expect(reports[0]).toMatchObject({ status: 'needs-mapping', dataset: 'staffing.timecards', totals: { regularHours: 22_268, overtimeHours: 4_676 } });
    expect(reports[0]?.problems[0]).toMatchObject({ code: 'missing-column', field: 'date' });
  });

  it('keeps the local times of a log as written', async () => {
    const { blocks } = await interpretBytes(sampleBytes(sampleByDigest('9b1cee6f9cb9').path), { fileName: 'export.csv' });
    const times = valuesOf(blocks, 'time');
    expect([times[0], times.at(-1)]).toEqual(['2018-01-01T00:15:00', '2018-12-31T00:00:00']);
    expect(blocks.every((block) => block.sourceRows.length <= 2_000)).toBe(true);
  });

  it('asks about the value that looks like “missing”, and sums without it once answered', async () => {
    const bytes = sampleBytes(sampleByDigest('5d04e790353e').path);
    const { reports } = await interpretBytes(bytes, { fileName: 'export.csv' });
    const [report] = reports;
    expect(report).toMatchObject({ status: 'needs-mapping', dataset: 'readings.points' });
    expect(report?.sentinels.find(({ column }) => column === 3)).toEqual({ column: 3, text: '-200', count: 1683 });
    expect(report?.totals['CO_GT']).toBeCloseTo(16_520.2, 1);
    const plan = {
      sheet: 0,
      headerRow: 1,
      dataset: 'readings.points',
      constants: {},
      words: {},
      dateOrder: null,
      decimal: null,
      missing: ['-200'],
      real: [],
      columns: (report?.columns ?? []).map(({ column, field }) => ({ column, field })),
    };
    const again = await interpretBytes(bytes, { fileName: 'export.csv', plans: [plan] });
    expect(again.reports[0]).toMatchObject({ status: 'ready', fault: null });
    expect(again.reports[0]?.totals['CO_GT']).toBeCloseTo(16_520.2, 1);
  });
});
