/** `npm run bench`: prints the table and adds it to docs/benchmarks.md. */
import { appendFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { bigStoreFile, ensureBigStore, factCount } from './big-store.ts';
import { measurePages } from './pages.ts';
import { measureProcedures } from './procedures.ts';

const storeFile = bigStoreFile('.cache/bench');

const seconds = ensureBigStore(storeFile);
if (seconds !== null) console.log(`Made a store of ${String(factCount)} facts in ${seconds.toFixed(0)} s.`);
const load = (loadavg()[0] ?? 0).toFixed(1);
const procedures = await measureProcedures(storeFile);
const pages = await measurePages(storeFile);

const rows = [...procedures, ...pages.times].map(
  (row) => `| ${row.name} | ${row.milliseconds.toFixed(1)} ms | ${String(row.goal)} ms | ${row.milliseconds <= row.goal ? 'met' : 'missed'} |`,
);
if (pages.megabytes !== null) rows.push(`| P10 memory at rest | ${pages.megabytes.toFixed(0)} MB | 150 MB | ${pages.megabytes <= 150 ? 'met' : 'missed'} |`);
const title = `## ${new Date().toISOString().slice(0, 10)}, ${String(factCount)} facts, ${String(cpus().length)} cores, load ${load} at the start`;
const table = ['', title, '', '| what | measured | goal | |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
console.log(table);
appendFileSync('docs/benchmarks.md', table);
