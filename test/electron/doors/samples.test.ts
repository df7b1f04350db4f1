/** Real files through the built command line into one store, and the figures asked back from the procedures. Samples are named by digest. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importResultSchema } from '../../../shared/intake/result.ts';
import { cockpit } from '../../support/command-line.ts';
import { knownSamples } from '../../support/samples-known/all.ts';
import { sampleByDigest, sampleIndex, samplesFolder, samplesPresent } from '../../support/samples.ts';
import { temporaryFolder } from '../../support/store.ts';

const answer = z.object({ results: z.array(importResultSchema) });
const rows = z.array(z.record(z.string(), z.unknown()));
const path = (digest: string) => join(samplesFolder, sampleByDigest(digest).path);

function store() {
  const words = ['--store', join(temporaryFolder(), 'store.sqlite'), '--json', '--as-of', '2026-10-31'];
  return {
    import: async (...args: string[]) => {
      const outcome = await cockpit([...words, 'import', ...args]);
      return { code: outcome.code, errors: outcome.errors, results: answer.parse(outcome.json()).results };
    },
    call: async (procedure: string, input: unknown) => rows.parse((await cockpit([...words, 'call', procedure, JSON.stringify(input)])).json()),
  };
}

if (!samplesPresent) {
  it.skip('skipped: samples not present', () => undefined);
} else {
  describe('real files, recognised without a hand', () => {
    it('budget and cost workbooks give the variance', { timeout: 120_000 }, async () => {
      const { import: take, call } = store();
      const taken = await take(path('73e704d2b010'), path('3e5444a8e91e'));
      expect(taken.code).toBe(0);
      expect(taken.results).toMatchObject([
        { dataset: 'budget.lines', status: 'committed', rows: { read: 1000, new: 1000 }, totals: { amount: 490_368_458.85 } },
        { dataset: 'budget.actuals', status: 'committed', rows: { read: 1000, new: 1000 }, totals: { amount: 503_808_080.74 } },
      ]);
      const range = { from: '2021-08-30', to: '2022-08-29' };
      for (const by of ['type', 'account', 'costCenter', 'month']) {
        const lines = await call('budget.variance', { ...range, by });
        const sum = (field: string) => Math.round(lines.reduce((total, line) => total + Number(line[field]), 0) * 100) / 100;
        expect([by, sum('budget'), sum('actual'), sum('variance')]).toEqual([by, 490_368_458.85, 503_808_080.74, 13_439_621.89]);
      }
      expect(await call('budget.variance', { ...range, by: 'type' })).toMatchObject([{ typeAssumed: true, effect: 'U', variance: 13_439_621.89 }]);
    });

    it('work orders of two systems keep apart, assets and output come in', { timeout: 120_000 }, async () => {
      const { import: take, call } = store();
      expect((await take(path('caee32920501'))).results).toMatchObject([
        { dataset: 'maintenance.workOrders', status: 'committed', rows: { read: 15, new: 15 }, totals: { estimatedHours: 41 } },
      ]);
      const all = { from: '2025-01-01', to: '2026-10-31' };
      const counts = Object.fromEntries((await call('maintenance.summary', { ...all, by: 'status' })).map((row) => [String(row['key']), row['count']]));
      expect(counts).toMatchObject({ onHold: 5, inProgress: 5, open: 4, done: 1 });
      expect((await take(path('09a0f577a74a'))).results).toMatchObject([
        { dataset: 'maintenance.workOrders', status: 'committed', rows: { read: 60, new: 60 } },
      ]);
      const both = Object.fromEntries((await call('maintenance.summary', { ...all, by: 'status' })).map((row) => [String(row['key']), row['count']]));
      expect(both).toMatchObject({ onHold: 16, inProgress: 21, open: 26, done: 12 });
      expect((await take(path('58129435f04a'))).results).toMatchObject([{ dataset: 'maintenance.assets', status: 'committed', rows: { read: 10, new: 10 } }]);
      const output = (await take(path('f30a1caeba2d'))).results;
      expect(output).toMatchObject([{ dataset: 'production.output', status: 'committed', rows: { read: 99 }, totals: { total: 10_900, stopMinutes: 5_786 } }]);
      const summary = await call('production.summary', { from: '2025-01-01', to: '2025-12-31', by: 'plant' });
      expect(summary).toMatchObject([{ total: 10_900, stopMinutes: 5_786, good: null, quality: null }]);
    });

    it('hours need a date, then are regular and overtime', { timeout: 120_000 }, async () => {
      const { import: take, call } = store();
      const asked = await take(path('ab73a7eaa683'));
      expect(asked.code).toBe(3);
      expect(asked.errors.trim().split('\n')).toHaveLength(1);
      expect(asked.results).toMatchObject([{ status: 'needs-mapping', batch: null }]);
      const taken = await take(path('ab73a7eaa683'), '--set', 'date=2026-10-31');
      expect(taken).toMatchObject({ code: 0, results: [{ status: 'committed', totals: { regularHours: 22_268, overtimeHours: 4_676 } }] });
      expect(await call('staffing.summary', { from: '2026-10-31', to: '2026-10-31', by: 'plant' })).toMatchObject([
        { regularHours: 22_268, overtimeHours: 4_676 },
      ]);
    });

    it('an energy log keeps its local times', { timeout: 120_000 }, async () => {
      const { import: take, call } = store();
      const taken = (await take(path('9b1cee6f9cb9'))).results;
      expect(taken).toMatchObject([{ dataset: 'readings.points', status: 'committed', rows: { read: 35_040, new: 35_040 } }]);
      expect(taken[0]?.totals['Usage_kWh']).toBeCloseTo(959_636.71, 6);
      const months = await call('readings.summary', { tag: 'Usage_kWh', from: '2018-01-01', to: '2018-12-31', by: 'month' });
      expect(months).toHaveLength(12);
      expect(months.reduce((sum, month) => sum + Number(month['sum']), 0)).toBeCloseTo(959_636.71, 6);
      expect(months.reduce((sum, month) => sum + Number(month['count']), 0)).toBe(35_040);
    });

    it('every file comes out as it does in the process, none in a wrong import', { timeout: 600_000 }, async () => {
      const { import: take } = store();
      const report = await take('--dry-run', ...sampleIndex().map((line) => join(samplesFolder, line.path)));
      expect(report.code).toBe(3);
      const found = sampleIndex().map((line) => {
        const results = report.results.filter((result) => line.path.endsWith(`/${result.file}`));
        const kinds = new Set(results.map(({ status, problems }) => (status === 'refused' ? (problems[0]?.code ?? '') : status)));
        return [line.digest, [...kinds].join(' ')];
      });
      expect(found).toEqual(sampleIndex().map(({ digest }) => [digest, knownSamples[digest]?.first === 'ready' ? 'dry-run' : knownSamples[digest]?.first]));
      const wrong = report.results.filter(({ file, status, dataset }) => {
        const line = sampleIndex().find(({ path: own }) => own.endsWith(`/${file}`));
        const chart = dataset === 'budget.accounts' && line?.dataset === 'budget.actuals';
        return status === 'dry-run' && !chart && !(line?.status.includes('committed') && line.dataset.includes(String(dataset)));
      });
      expect(wrong.map(({ file, dataset }) => [file, dataset])).toEqual([]);
    });

    it('ledgers of five layouts give their trial balance', { timeout: 300_000 }, async () => {
      const cents = (lines: Record<string, unknown>[], field: string): number => lines.reduce((sum, line) => sum + Math.round(Number(line[field]) * 100), 0);
      const cases = [
        ['fdaf56161292', { from: '2025-10-31', to: '2025-10-31' }, { accounts: 51, debit: 173_638_766, credit: 173_638_766, balance: 0 }],
        ['6f0d189a5db1', { from: '2017-01-04', to: '2017-04-30' }, { accounts: 17, debit: 948_704_935, credit: 948_704_935, balance: 0 }],
        ['d6ceb2eebf15', { from: '2014-01-01', to: '2014-01-31' }, { balance: 0 }],
        ['bd63b43a47b5', { from: '2023-10-01', to: '2023-10-31' }, { accounts: 1, balance: -254_676 }],
        ['3e9de873e851', { from: '2025-08-01', to: '2025-10-31' }, { accounts: 24, balance: -35_026_697 }],
      ] as const;
      for (const [digest, range, want] of cases) {
        const { import: take, call } = store();
        expect((await take(path(digest))).code).toBe(0);
        const lines = await call('budget.trialBalance', range);
        const sums = { accounts: lines.length, debit: cents(lines, 'debit'), credit: cents(lines, 'credit'), balance: cents(lines, 'balance') };
        expect([digest, sums]).toMatchObject([digest, want]);
      }
    });

    it('an income statement gives revenue and cost by type', { timeout: 120_000 }, async () => {
      const { import: take, call } = store();
      expect((await take(path('3e9de873e851'))).code).toBe(0);
      const lines = await call('budget.variance', { from: '2025-08-01', to: '2025-10-31', by: 'type' });
      const actual = (isRevenue: boolean): number =>
        lines.reduce((sum, line) => sum + ((line['type'] === 'revenue') === isRevenue ? Math.round(Math.abs(Number(line['actual'])) * 100) : 0), 0);
      expect([actual(true), actual(false)]).toEqual([49_278_000, 14_251_303]);
    });
  });
}
