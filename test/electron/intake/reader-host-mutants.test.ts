/** Damaged files of every kind through the real child: the host lives, the answer is a reading or a typed fault, nothing global changes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createReaderHost, forkTransport } from '../../../electron/intake/reader-host.ts';
import { mutantSeeds } from '../../support/mutant-seeds.ts';
import { interpretInput } from '../../support/interpret-input.ts';
import { percentile, runMutants, summary, total } from '../../support/mutant-run.ts';

const count = Number(process.env['MUTANTS'] ?? '2000');
const seed = Number(process.env['SEED'] ?? '20261122');
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
const errors: string[] = [];
const host = createReaderHost({
  transport: forkTransport({ entry: fileURLToPath(new URL('../../support/probing-reader-child.ts', import.meta.url)) }),
  log: { info: () => undefined, error: (_, error) => errors.push(String(error)) },
});

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

describe('files of every kind', () => {
  it.each(mutantSeeds())('are read when nothing spoils them: $name', async ({ name, whole }) => {
    const path = join(folder, name);
    writeFileSync(path, whole);
    let tables = 0;
    await host.interpret(interpretInput(path, name), (answer) => {
      if (answer.type === 'table') tables++;
    });
    expect(tables).toBeGreaterThan(0);
  });
});

describe(`${String(count)} mutants`, () => {
  it(`end in a reading or a typed fault (seed ${String(seed)})`, { timeout: 60_000 + count * 1000 }, async () => {
    const run = await runMutants(host, { count, seed, folder });
    process.stdout.write(summary(run, seed));
    expect({ wrong: run.wrong, errors }).toEqual({ wrong: [], errors: [] });
    // Mutants that are all refused, or all harmless, would prove nothing.
    expect(total(run, 'read')).toBeGreaterThan(count / 10);
    expect(total(run, 'file-corrupt')).toBeGreaterThan(count / 10);
    expect(percentile(run, 0.99)).toBeLessThan(5000);
    expect(percentile(run, 1)).toBeLessThan(20_000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('leave the child fit for good files', async () => {
    for (const { name, whole } of mutantSeeds().slice(0, 4)) {
      const path = join(folder, name);
      writeFileSync(path, whole);
      const cells = [
        { sheet: 0, row: 2, column: 4 },
        { sheet: 0, row: 41, column: 1 },
        { sheet: 0, row: 99, column: 1 },
        { sheet: 9, row: 1, column: 1 },
      ];
      // The library that writes the OpenDocument seed leaves out its number formats.
      expect(await host.peek({ path, fileName: name, cells }), name).toEqual([name === 'ods' ? '45000' : '2023-03-15', 'WO-39', '', null]);
    }
  });

  it('would be found out if they changed a global object', async () => {
    const path = join(folder, 'csv');
    writeFileSync(path, 'a,b\n1,2\n');
    await expect(host.peek({ path, fileName: 'pollute', cells: [] })).rejects.toMatchObject({ code: 'internal' });
    expect(errors.at(-1)).toContain('changed: a built-in prototype');
  });
});
