/** Ten thousand damaged files of every kind through the real child, and some of them through a real store, which must not notice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startCore, type Core } from '../../electron/core/core-client.ts';
import { asFault, callsThrough, uploadFile } from '../../electron/doors/command-line/calls.ts';
import { coreOptions } from '../../electron/doors/core-options.ts';
import { createReaderHost, forkTransport } from '../../electron/intake/reader-host.ts';
import { rowsOf } from '../../electron/store/database.ts';
import { openReading } from '../../electron/store/open.ts';
import type { ImportResult } from '../../shared/intake/result.ts';
import { percentile, runMutants, summary, total } from '../support/mutant-run.ts';
import { mutantOf, mutantSeeds, type Seed } from '../support/mutant-seeds.ts';
import { randomFrom } from '../support/mutants.ts';

const count = Number(process.env['MUTANTS'] ?? '10000');
const storeCount = Number(process.env['STORE_MUTANTS'] ?? '400');
const seed = Number(process.env['SEED'] ?? '20261123');
const folder = mkdtempSync(join(tmpdir(), 'hard-mutants-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe(`${String(count)} mutants`, () => {
  it(`end in a reading or a typed fault (seed ${String(seed)})`, { timeout: 60_000 + count * 1000 }, async () => {
    const errors: string[] = [];
    const host = createReaderHost({
      transport: forkTransport({ entry: fileURLToPath(new URL('../support/probing-reader-child.ts', import.meta.url)) }),
      log: { info: () => undefined, error: (_, error) => errors.push(String(error)) },
    });
    const run = await runMutants(host, { count, seed, folder });
    host.close();
    process.stdout.write(summary(run, seed));
    expect({ wrong: run.wrong, errors }).toEqual({ wrong: [], errors: [] });
    expect(total(run, 'read')).toBeGreaterThan(count / 10);
    expect(total(run, 'file-corrupt')).toBeGreaterThan(count / 10);
    expect(percentile(run, 0.99)).toBeLessThan(5000);
    expect(percentile(run, 1)).toBeLessThan(20_000);
  });
});

// A report the store takes without a question: its mutants are taken or refused, as the damage goes.
const report: Seed = {
  name: 'report',
  text: 'lines',
  whole: Buffer.from(
    [
      'Date,Shift,Line,Product,Good,Scrap',
      ...Array.from({ length: 20 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')},A,Line 1,AX-1,${String(100 + i)},3`),
    ].join('\n'),
  ),
};

describe(`${String(storeCount)} mutants before a real store`, () => {
  it(`store nothing unless they are taken (seed ${String(seed)})`, { timeout: 60_000 + storeCount * 3000 }, async () => {
    const storeFile = join(folder, 'store.sqlite');
    const core = await startCore(coreOptions({ storeFile, door: 'browser', asOf: null, reader: 'fork' }));
    const seeds = [report, ...mutantSeeds()];
    const ends = new Map<string, number>();
    try {
      let before = contents(storeFile);
      for (let i = 0; i < storeCount; i++) {
        // Every second one is a report: only of those are some taken.
        const one = i % 2 === 0 ? report : seeds[i % seeds.length];
        if (!one) break;
        const results = await imported(core, `mutant ${String(i)}`, mutantOf(one, randomFrom(seed + i)));
        const taken = results.some(({ status }) => status === 'committed');
        const after = contents(storeFile);
        if (taken) expect(after, `mutant ${String(i)} of ${one.name}`).not.toEqual(before);
        else expect(after, `mutant ${String(i)} of ${one.name}: ${JSON.stringify(results.map(({ status }) => status))}`).toEqual(before);
        before = after;
        for (const { status } of results) ends.set(status, (ends.get(status) ?? 0) + 1);
      }
    } finally {
      await core.close();
    }
    process.stdout.write(`${String(storeCount)} mutants before a store, seed ${String(seed)}: ${JSON.stringify(Object.fromEntries(ends))}\n`);
    expect(ends.get('committed') ?? 0).toBeGreaterThan(5);
    expect(ends.get('refused') ?? 0).toBeGreaterThan(storeCount / 10);
  });
});

async function imported(core: Core, name: string, bytes: Buffer): Promise<ImportResult[]> {
  const upload = await uploadFile(core, name, new Blob([new Uint8Array(bytes)]).stream());
  return asFault(async () => {
    const events = await callsThrough(core).intake.commit.mutate({ upload, dryRun: false, options: { set: {} } });
    let results: ImportResult[] = [];
    for await (const event of events) if (event.type === 'result') results = event.results;
    return results;
  });
}

/** How many rows every table holds. */
function contents(storeFile: string): Record<string, number> {
  const db = openReading(storeFile);
  try {
    const tables = rowsOf<{ name: string }>(db.all("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"));
    return Object.fromEntries(tables.map(({ name }) => [name, rowsOf<{ rows: number }>(db.all(`select count(*) as rows from "${name}"`))[0]?.rows ?? 0]));
  } finally {
    db.close();
  }
}
