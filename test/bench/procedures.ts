/** P5: what every procedure behind a page takes at two million facts, over the core's own wire. */
import { startCore } from '../../electron/core/core-client.ts';
import { callByName } from '../../electron/doors/command-line/calls.ts';
import { coreOptions } from '../../electron/doors/core-options.ts';
import { lastDay } from './big-store.ts';

const october = { from: '2026-10-01', to: lastDay };
const fiveYears = { from: '2021-11-01', to: lastDay };
const period = { fiscalYear: 2026, period: 10 };

export const calls: readonly (readonly [name: string, input: Record<string, unknown>])[] = [
  ['today.view', {}],
  ['production.view', october],
  ['production.summary', { ...october, by: 'line' }],
  ['production.summary', { ...fiveYears, by: 'month' }],
  ['production.pareto', { ...october, by: 'reason' }],
  ['budget.view', october],
  ['budget.variance', { ...period, by: 'account' }],
  ['budget.variance', { ...fiveYears, by: 'month' }],
  ['budget.trialBalance', october],
  ['staffing.view', october],
  ['staffing.summary', { ...october, by: 'department' }],
  ['staffing.summary', { ...fiveYears, by: 'month' }],
  ['maintenance.view', october],
  ['maintenance.summary', { ...october, by: 'asset' }],
  ['maintenance.ageing', october],
];

export interface Measured {
  name: string;
  milliseconds: number;
  goal: number;
}

export async function measureProcedures(storeFile: string): Promise<Measured[]> {
  const core = await startCore(coreOptions({ storeFile, door: 'command-line', asOf: lastDay, reader: 'fork' }), {});
  try {
    const measured: Measured[] = [];
    for (const [name, input] of calls) {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const started = performance.now();
        await callByName(core, { name, kind: 'query' }, input);
        times.push(performance.now() - started);
      }
      measured.push({ name: `P5 ${name} ${Object.values(input).join(' ')}`.trim(), milliseconds: median(times), goal: 20 });
    }
    return measured;
  } finally {
    await core.close();
  }
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
