/** Sends mutants through the real reader child, one after another, and keeps count of how they end and how long it takes. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderHost } from '../../electron/intake/reader-host.ts';
import { Fault } from '../../shared/faults.ts';
import { mutantOf, mutantSeeds } from './mutant-seeds.ts';
import { randomFrom } from './mutants.ts';
import { interpretInput } from './interpret-input.ts';

/** What a file may end in. An error inside the program is none of them. */
export const allowedOutcomes = ['read', 'file-empty', 'file-corrupt', 'file-kind', 'file-encrypted', 'file-too-large', 'no-data', 'no-table', 'reader-died'];

export interface MutantRun {
  /** By kind of seed, by outcome: how many. */
  outcomes: Map<string, Map<string, number>>;
  /** Milliseconds a mutant, ascending. */
  times: number[];
  /** Outcomes that are not allowed, with what it takes to see them again. */
  wrong: string[];
}

/** Mutant `i` of a seed is the same whatever the count. `keep` names a folder for those that end wrong. */
export async function runMutants(host: ReaderHost, job: { count: number; seed: number; folder: string }): Promise<MutantRun> {
  const seeds = mutantSeeds();
  const run: MutantRun = { outcomes: new Map(), times: [], wrong: [] };
  for (let i = 0; i < job.count; i++) {
    const seed = seeds[i % seeds.length];
    if (!seed) break;
    const path = join(job.folder, String(i));
    writeFileSync(path, mutantOf(seed, randomFrom(job.seed + i)));
    const began = performance.now();
    const outcome = await host
      .interpret(interpretInput(path, `mutant ${String(i)}`), () => undefined)
      .then(
        () => 'read',
        (error: unknown) => (error instanceof Fault ? error.code : `no fault: ${String(error)}`),
      );
    run.times.push(performance.now() - began);
    const counts = run.outcomes.get(seed.name) ?? new Map<string, number>();
    run.outcomes.set(seed.name, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
    if (allowedOutcomes.includes(outcome)) rmSync(path);
    else run.wrong.push(`mutant ${String(i)} of ${seed.name}, seed ${String(job.seed)}: ${outcome}`);
  }
  run.times.sort((a, b) => a - b);
  return run;
}

export function total(run: MutantRun, outcome: string): number {
  return [...run.outcomes.values()].reduce((sum, counts) => sum + (counts.get(outcome) ?? 0), 0);
}

/** The duration not exceeded by this share of the mutants. */
export function percentile(run: MutantRun, share: number): number {
  return run.times[Math.min(run.times.length - 1, Math.floor(run.times.length * share))] ?? 0;
}

export function summary(run: MutantRun, seed: number): string {
  const kinds = [...run.outcomes].map(([name, counts]) => `  ${name}: ${JSON.stringify(Object.fromEntries(counts))}`);
  const times = [0.5, 0.99, 1].map((share) => `p${String(share * 100)} ${String(Math.round(percentile(run, share)))} ms`);
  return `${String(run.times.length)} mutants, seed ${String(seed)}: ${times.join(', ')}\n${kinds.join('\n')}\n`;
}
