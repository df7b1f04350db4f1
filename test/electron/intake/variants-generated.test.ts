/**
 * Every sample layout that can be imported, rendered anew in at least 500 ways: other words, order, locale, surroundings and
 * containers, so that every pair of features meets. Each comes out as the same facts or as a question; anything else fails with its
 * recipe. SEED and VARIANTS choose another run.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../support/mutants.ts';
import { samplesPresent } from '../../support/samples.ts';
import { judge, type Importer } from '../../support/variants-judge.ts';
import { layouts } from '../../support/variants-layouts.ts';
import { careless, rowsAsTheyStand } from '../../support/variants-wrong.ts';
import { recipes } from '../../support/variants-recipes.ts';
import { render } from '../../support/variants-render.ts';
import { asking, shapedAnew } from '../../support/variants-guard.ts';
import { originalOf, type Original } from '../../support/variants-table.ts';
import { Tally } from '../../support/variants-tally.ts';

const seed = Number(process.env['SEED'] ?? '20261122');
const count = Number(process.env['VARIANTS'] ?? '500');

describe.skipIf(!samplesPresent)(`variants of every layout${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
  const tally = new Tally(seed);
  let originals: Original[] = [];

  beforeAll(async () => {
    originals = await Promise.all(layouts.map(originalOf));
  }, 300_000);
  afterAll(() => {
    process.stdout.write(tally.table());
  });

  it(`${String(count)} give the same facts or ask (seed ${String(seed)})`, { timeout: 60_000 + count * 1_000 }, async () => {
    const made = recipes(randomFrom(seed), originals.length, count);
    const wrong: string[] = [];
    for (const recipe of made) {
      const original = originals[recipe.layout];
      if (!original) throw new Error('no such layout');
      const verdict = await judge(original, render(original, recipe));
      tally.add(original.layout.name, recipe, verdict);
      if (verdict.outcome === 'wrong') wrong.push(`${original.layout.name}: ${verdict.why}\n  ${JSON.stringify(recipe)}`);
    }
    expect(wrong).toEqual([]);
    expect(made.length).toBeGreaterThanOrEqual(500);
    expect(tally.share('asked')).toBeLessThan(0.35);
    expect(tally.share('fewer fields')).toBeLessThan(0.25);
  });

  it.each(asking)('$name ask in every shape', async ({ digest }) => {
    for (const { shape, statuses } of await shapedAnew(digest, seed)) expect({ shape, taken: statuses.includes('ready') }).toEqual({ shape, taken: false });
  });

  const wrongOnes: readonly [string, Importer, number][] = [
    ['takes total rows for data', rowsAsTheyStand, 0.1],
    ['reads any figure and date as at home', careless, 0.1],
  ];
  it.each(wrongOnes)('an importer that %s is caught', async (_, importer, least) => {
    const made = recipes(randomFrom(seed), originals.length, 0).filter((_recipe, index) => index % 11 === 0);
    let caught = 0;
    for (const recipe of made) {
      const original = originals[recipe.layout];
      if (!original) throw new Error('no such layout');
      if ((await judge(original, render(original, recipe), importer)).outcome === 'wrong') caught += 1;
    }
    expect(caught).toBeGreaterThan(made.length * least);
  });
});
