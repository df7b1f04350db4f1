/**
 * How fast files become typed cells: an .xlsx of 100,000 × 14 written as plain XML, and delimited text. Each measured in a cold process
 * of its own. Run: npx node test/bench/readers.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBytes } from '../../electron/intake/readers/read.ts';
import { writeXlsx, type CellInput } from '../support/xlsx-writer.ts';

const [file] = process.argv.slice(2);
if (file === undefined) runAll();
else await readOne(file);

async function readOne(path: string): Promise<void> {
  const started = performance.now();
  const { sheets } = await readBytes(readFileSync(path));
  const milliseconds = Math.round(performance.now() - started);
  let cells = 0;
  for (const sheet of sheets) for (const row of sheet.rows) for (const cell of row.cells) if (cell !== null) cells++;
  // Processor time is what a busy machine doesn't distort.
  const { user, system } = process.cpuUsage();
  process.stdout.write(
    `${String(milliseconds)} ms reading, ${String(Math.round(performance.now()))} ms process, ${String(Math.round((user + system) / 1000))} ms processor, ${String(Math.round(process.resourceUsage().maxRSS / 1024))} MB, ${cells.toLocaleString('en-US')} cells\n`,
  );
}

function runAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'readers-'));
  try {
    const cases: [string, () => Buffer | string][] = [
      ['xlsx 100,000 × 14, shared strings', () => writeXlsx({ sheets: [{ name: 'Work orders', rows: rows(100_000) }] })],
      ['xlsx 100,000 × 14, inline strings', () => writeXlsx({ sheets: [{ name: 'Work orders', rows: rows(100_000) }], inlineStrings: true })],
      ['csv 35,000 × 11, 3 MB', () => csv(35_000, 11)],
      ['csv 95,000 × 20', () => csv(95_000, 20, 'some longer text')],
    ];
    cases.forEach(([name, make], index) => {
      const path = join(folder, String(index));
      writeFileSync(path, make());
      const runs = [1, 2, 3].map(() => execFileSync(process.execPath, [fileURLToPath(import.meta.url), path], { encoding: 'utf8' }).trim());
      process.stdout.write(`${name}\n  ${runs.join('\n  ')}\n`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rows(count: number): CellInput[][] {
  const head = ['Order', 'Asset', 'Type', 'Status', 'Created', 'Due', 'Hours', 'Cost', 'Line', 'Craft', 'Priority', 'Minutes', 'Share', 'Text'];
  const body = Array.from({ length: count }, (_, i): CellInput[] => [
    `WO-${String(100_000 + i)}`,
    `P-${String(i % 400)}`,
    ['corrective', 'preventive'][i % 2] ?? '',
    'closed',
    { value: 45_000 + (i % 365), format: 'yyyy-mm-dd' },
    { value: 45_010.25 + (i % 365), format: 'yyyy-mm-dd hh:mm' },
    (i % 97) / 4,
    (Math.round(i * 7919) % 100_000) / 100,
    `Line ${String(i % 6)}`,
    'mechanic',
    i % 5,
    i % 480,
    { value: (i % 100) / 100, format: '0%' },
    `Replaced bearing and checked alignment, note ${String(i % 5000)}`,
  ]);
  return [head, ...body];
}

function csv(count: number, columns: number, filler = 'x'): string {
  const line = (i: number): string =>
    Array.from({ length: columns }, (_, c) =>
      c === 0 ? `01/02/2018 00:${String(i % 60)}` : c % 5 === 4 ? `"${filler}, ${String(i)}"` : String(((i * (c + 1)) % 9973) / 100),
    ).join(',');
  return [Array.from({ length: columns }, (_, c) => `Column ${String(c)}`).join(','), ...Array.from({ length: count }, (_, i) => line(i))].join('\r\n');
}
