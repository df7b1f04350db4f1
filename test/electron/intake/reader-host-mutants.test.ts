/** Damaged files through the real child: whatever happens to a file, the host lives and the answer is either cells or a typed fault. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entryFile } from '../../../electron/core/entries.ts';
import { createReaderHost, forkTransport } from '../../../electron/intake/reader-host.ts';
import { Fault } from '../../../shared/faults.ts';
import { mutate, randomFrom, type Random } from '../../support/mutants.ts';
import { xlsxParts, type CellInput } from '../../support/xlsx-writer.ts';
import { writeZip } from '../../support/zip-writer.ts';

const count = Number(process.env['MUTANTS'] ?? '400');
const seed = Number(process.env['SEED'] ?? '20261122');
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
const host = createReaderHost({ transport: forkTransport({ entry: entryFile('reader-child') }), log: { info: () => undefined, error: () => undefined } });

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

const rows: CellInput[][] = [
  ['Order', 'Asset', 'Status', 'Created', 'Hours', '__proto__'],
  ...Array.from({ length: 40 }, (_, i): CellInput[] => [
    `WO-${String(i)}`,
    `P-${String(i % 7)}`,
    'closed',
    { value: 45_000 + i, format: 'dd/mm/yyyy' },
    i / 4,
    { formula: 'E2*2', value: i / 2 },
  ]),
];
const parts = xlsxParts({ sheets: [{ name: 'Work orders', rows, merges: ['A1:B1'], hiddenColumns: [3] }] });
const csv = Buffer.from(rows.map((row) => row.map((cell) => (typeof cell === 'object' ? `"${String(cell?.value)}"` : String(cell))).join(';')).join('\r\n'));

function mutant(random: Random): Buffer {
  switch (random.below(4)) {
    case 0: // the container
      return mutate(writeZip(parts), random);
    case 1: // the text of a part, in a container without fault
    case 2: {
      const victim = random.below(parts.length);
      return writeZip(parts.map((part, index) => (index === victim ? { ...part, content: mutate(Buffer.from(part.content), random) } : part)));
    }
    default:
      return mutate(csv, random);
  }
}

describe(`${String(count)} mutants`, () => {
  it(`end in cells or a typed fault (seed ${String(seed)})`, { timeout: 60_000 + count * 1000 }, async () => {
    const random = randomFrom(seed);
    const outcomes = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const path = join(folder, String(i));
      writeFileSync(path, mutant(random));
      const outcome = await host.peek({ path, fileName: `mutant ${String(i)}`, cells: [{ sheet: 0, row: 1, column: 1 }] }).then(
        () => 'read',
        (error: unknown) => (error instanceof Fault ? error.code : `no fault: ${String(error)}`),
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      rmSync(path);
    }
    process.stdout.write(`mutants, seed ${String(seed)}: ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
    const allowed = ['read', 'file-empty', 'file-corrupt', 'file-kind', 'file-encrypted', 'file-too-large', 'reader-died', 'reader-timeout'];
    expect([...outcomes.keys()].filter((outcome) => !allowed.includes(outcome))).toEqual([]);
    // Mutants that are all refused, or all harmless, would prove nothing.
    expect(outcomes.get('read')).toBeGreaterThan(count / 10);
    expect(outcomes.get('file-corrupt')).toBeGreaterThan(count / 10);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('leave the child fit for a good file', async () => {
    const path = join(folder, 'good.xlsx');
    writeFileSync(path, writeZip(parts));
    expect(
      await host.peek({
        path,
        fileName: 'good.xlsx',
        cells: [
          { sheet: 0, row: 2, column: 4 },
          { sheet: 0, row: 41, column: 6 },
          { sheet: 0, row: 99, column: 1 },
          { sheet: 1, row: 1, column: 1 },
        ],
      }),
    ).toEqual(['2023-03-15', '19.5', '', null]);
  });
});
