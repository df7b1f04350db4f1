/**
 * `npm run bench`: prints the tables and adds them to docs/benchmarks.md. `npm run bench -- intake growth procedures pages` chooses;
 * `--rounds 5` (default 3) and `--facts 5000000` (default one million) say how thorough the intake and its growth are measured.
 */
import { appendFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bigStoreFile, ensureBigStore, factCount } from './big-store.ts';
import { met, type Line } from './contest.ts';
import { measureGrowth } from './growth.ts';
import { measureIntake } from './intake.ts';
import { measurePages } from './pages.ts';
import { measureProcedures, type Measured } from './procedures.ts';

const cache = '.cache/bench';
const files = `${cache}/files`;
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, facts: { type: 'string', default: '1000000' } },
  allowPositionals: true,
});

const sections: Record<string, () => Promise<Line[]>> = {
  intake: () => measureIntake(files, Number(values.rounds)),
  growth: () => measureGrowth(files, Number(values.facts)),
  procedures: async () => (await measureProcedures(bigStore())).map(timed),
  pages: async () => {
    const { times, megabytes } = await measurePages(bigStore());
    const lines = times.map(timed);
    if (megabytes !== null) lines.push({ what: 'P10 memory at rest', measured: `${megabytes.toFixed(0)} MB`, goal: '150 MB', verdict: met(megabytes <= 150) });
    return lines;
  },
};

function bigStore(): string {
  const file = bigStoreFile(cache);
  const made = ensureBigStore(file);
  if (made !== null) console.log(`Made a store of ${String(factCount)} facts in ${made.toFixed(0)} s.`);
  return file;
}

function timed({ name, milliseconds, goal }: Measured): Line {
  return { what: name, measured: `${milliseconds.toFixed(1)} ms`, goal: `${String(goal)} ms`, verdict: met(milliseconds <= goal) };
}

for (const name of positionals.length > 0 ? positionals : Object.keys(sections)) {
  const section = sections[name];
  if (!section) throw new Error(`There is no benchmark “${name}”; there are ${Object.keys(sections).join(', ')}.`);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const lines = await section();
  const title = `## ${new Date().toISOString().slice(0, 10)}, ${name}, ${String(cpus().length)} cores, load ${load} at the start`;
  const rows = lines.map(({ what, measured, goal, verdict }) => `| ${what} | ${measured} | ${goal} | ${verdict} |`);
  const table = ['', title, '', '| what | measured | goal | |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
  console.log(table);
  appendFileSync('docs/benchmarks.md', table);
}
