/** What single samples prove beyond their controls (samples.test.ts holds those): words, periods, questions and blocks. */
import { describe, expect, it } from 'vitest';
import { interpretBytes, sampleByDigest, sampleBytes, samplesPresent, valuesOf } from '../../support/samples.ts';

describe.skipIf(!samplesPresent)(`real samples${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
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
