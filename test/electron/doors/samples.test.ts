/** Real files through the built command line into one store, and the figures asked back from the procedures. Samples are named by digest. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importResultSchema } from '../../../shared/intake/result.ts';
import { cockpit } from '../../support/command-line.ts';
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

    it('every other file ends as expected or asks, none in a wrong import', { timeout: 300_000 }, async () => {
      const { import: take } = store();
      const report = await take('--dry-run', ...sampleIndex().map((line) => join(samplesFolder, line.path)));
      const wrong = sampleIndex().flatMap((line) => {
        const file = line.path.split('/').at(-1);
        const found = report.results
          .filter((result) => result.file === file)
          .map((result) => ({ status: result.status === 'dry-run' ? 'committed' : result.status, dataset: result.dataset }));
        const fits =
          found.length > 0 &&
          found.every(
            ({ status, dataset }) =>
              status === 'needs-mapping' || status === 'refused' || (line.status.includes('committed') && line.dataset.includes(String(dataset))),
          );
        return fits ? [] : [{ digest: line.digest, expected: `${line.status} ${line.dataset}`, found }];
      });
      expect(wrong).toEqual([]);
      expect(report.results.some((result) => result.status === 'dry-run')).toBe(true);
    });
  });
}
