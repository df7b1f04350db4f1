/**
 * Forty variants through everything a file passes in the application: upload, the real reader child, the writer, the store on the disk.
 * What is stored is what the sample states, read back by SQL; what asks leaves nothing behind; an undo leaves nothing either.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCore, type Core } from '../../../electron/core/core-client.ts';
import { callsThrough, uploadFile } from '../../../electron/doors/command-line/calls.ts';
import { coreOptions } from '../../../electron/doors/core-options.ts';
import { rowsOf } from '../../../electron/store/database.ts';
import { openReading } from '../../../electron/store/open.ts';
import { datasetNamed } from '../../../shared/areas/catalog.ts';
import type { ImportResult } from '../../../shared/intake/result.ts';
import { randomFrom } from '../../support/mutants.ts';
import { samplesPresent } from '../../support/samples.ts';
import { compare, type Verdict } from '../../support/variants-judge.ts';
import { layouts } from '../../support/variants-layouts.ts';
import { recipes } from '../../support/variants-recipes.ts';
import { render, type Variant } from '../../support/variants-render.ts';
import { originalOf, type Fact, type Original } from '../../support/variants-table.ts';

const seed = Number(process.env['SEED'] ?? '20261122');
const count = 40;

describe.skipIf(!samplesPresent)(`variants in the store${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'variants-'));
  const storeFile = join(folder, 'store.sqlite');
  // The long samples are left to the variants in this process.
  const recognised = layouts.filter(({ name, plan }) => plan === undefined && !/energy|stock in bins|repairs/u.test(name));
  let core: Core | null = null;
  let originals: Original[] = [];

  beforeAll(async () => {
    originals = await Promise.all(recognised.map(originalOf));
    core = await startCore(coreOptions({ storeFile, door: 'command-line', asOf: null, reader: 'fork' }));
  }, 300_000);
  afterAll(async () => {
    await core?.close();
    rmSync(folder, { recursive: true });
  });

  async function imported(original: Original, variant: Variant): Promise<ImportResult[]> {
    const calls = callsThrough(running(core));
    const upload = await uploadFile(running(core), 'export.dat', new Blob([new Uint8Array(variant.bytes)]).stream());
    const events = await calls.intake.commit.mutate({ upload, dryRun: false, options: { set: { ...original.layout.constants } } });
    for await (const event of events) if (event.type === 'result') return event.results;
    throw new Error('no result');
  }

  /** With the fields the sample states: the store fills some others in. */
  function stored({ layout, facts }: Original): Fact[] {
    const dataset = datasetNamed(layout.dataset);
    const fields = new Set(facts.flatMap((fact) => Object.keys(fact).filter((field) => fact[field] !== null && fact[field] !== '')));
    if (!dataset) throw new Error(layout.dataset);
    const db = openReading(storeFile);
    try {
      return rowsOf<Record<string, string | number | null>>(db.all(`select * from ${dataset.table} where superseded_by is null`)).map((row) =>
        Object.fromEntries(dataset.fields.filter(({ name }) => fields.has(name)).map((field) => [field.name, row[field.column] ?? null])),
      );
    } finally {
      db.close();
    }
  }

  it(`${String(count)} leave the sample's facts there, or nothing (seed ${String(seed)})`, { timeout: 400_000 }, async () => {
    const counts: Record<Verdict['outcome'], number> = { same: 0, 'fewer fields': 0, asked: 0, wrong: 0 };
    const wrong: string[] = [];
    const all = recipes(randomFrom(seed), originals.length, 0);
    for (const recipe of all.filter((_, index) => index % Math.floor(all.length / count) === 0).slice(0, count)) {
      const original = originals[recipe.layout];
      if (!original) throw new Error('no such layout');
      const variant = render(original, recipe);
      const results = await imported(original, variant);
      const batch = results.find(({ status }) => status === 'committed')?.batch ?? null;
      const facts = stored(original);
      const sameBatch = results.every((result) => (result.status === 'committed') === (batch !== null));
      const verdict: Verdict =
        batch === null
          ? { outcome: facts.length === 0 && results.every(saysWhy) ? 'asked' : 'wrong', why: 'left facts or no reason' }
          : compare(original, facts, { columns: results.flatMap(({ columns }) => columns), titles: variant.titles });
      counts[verdict.outcome] += 1;
      if (verdict.outcome === 'wrong' || !sameBatch) wrong.push(`${original.layout.name}: ${verdict.why}\n  ${JSON.stringify(recipe)}`);
      if (batch === null) continue;
      for await (const event of await callsThrough(running(core)).intake.undo.mutate({ batch })) expect(event.type).toBe('undone');
      expect(stored(original)).toEqual([]);
    }
    process.stdout.write(`variants stored: ${JSON.stringify(counts)}\n`);
    expect(wrong).toEqual([]);
    expect(counts.same + counts['fewer fields']).toBeGreaterThan(count / 2);
  });
});

function saysWhy(result: ImportResult): boolean {
  return result.problems.some(({ fix }) => fix !== '');
}

function running(core: Core | null): Core {
  if (!core) throw new Error('not started');
  return core;
}
