/** Every kind of file of the demo plant is taken by the intake without a question, in both of its ledgers' dialects. */
import { describe, expect, it } from 'vitest';
import { demoFiles } from '../../../electron/demo/files.ts';
import { interpretFile } from '../../../electron/intake/interpret.ts';
import { readBytes } from '../../../electron/intake/readers/read.ts';
import type { TableReport } from '../../../shared/intake/interpretation.ts';

const question = {
  type: 'interpret',
  id: 1,
  path: '',
  dataset: null,
  profile: null,
  sheet: null,
  constants: {},
  plans: [],
  profiles: [],
  words: {},
  minorDigits: 2,
  withRows: false,
  sampleRows: 0,
} as const;

async function tablesOf(file: { name: string; bytes: Buffer }): Promise<TableReport[]> {
  const answers = interpretFile(await readBytes(file.bytes), { ...question, constants: {}, plans: [], profiles: [], words: {}, fileName: file.name });
  return [...answers].flatMap((answer) => (answer.type === 'table' ? [answer.report] : []));
}

describe('the demo files', () => {
  it('are taken without asking', async () => {
    const datasets: Record<string, number> = {};
    for (const range of [
      { from: '2026-10-12', to: '2026-10-31' },
      { from: '2025-01-01', to: '2025-01-14' },
    ]) {
      for (const file of demoFiles({ resourcesFolder: 'resources', ...range })) {
        for (const table of await tablesOf(file)) {
          expect(`${file.name} ${table.sheetName} ${table.status}`).toMatch(/ ready$/);
          expect(
            table.problems.filter((problem) => problem.severity === 'error'),
            file.name,
          ).toEqual([]);
          const ignored = table.columns.filter((column) => column.field === null).map((column) => column.header);
          expect(ignored, `${file.name}: columns left out`).toEqual([]);
          datasets[table.dataset ?? ''] = (datasets[table.dataset ?? ''] ?? 0) + 1;
        }
      }
    }
    expect(Object.keys(datasets).sort()).toEqual([
      'budget.accounts',
      'budget.actuals',
      'budget.lines',
      'maintenance.assets',
      'maintenance.workOrders',
      'production.downtime',
      'production.output',
      'staffing.timecards',
    ]);
  });
});
