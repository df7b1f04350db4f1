/** Variants of every sample layout by the thousand; the seed is printed and can be given. */
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../support/mutants.ts';
import { samplesPresent } from '../support/samples.ts';
import { judge } from '../support/variants-judge.ts';
import { layouts } from '../support/variants-layouts.ts';
import { recipes } from '../support/variants-recipes.ts';
import { render } from '../support/variants-render.ts';
import { originalOf } from '../support/variants-table.ts';
import { Tally } from '../support/variants-tally.ts';

const seed = Number(process.env['SEED'] ?? '7');
const count = Number(process.env['VARIANTS'] ?? '5000');

describe.skipIf(!samplesPresent)(`many variants${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
  it(`${String(count)} give the same facts or ask (seed ${String(seed)})`, { timeout: 120_000 + count * 1_000 }, async () => {
    const originals = await Promise.all(layouts.map(originalOf));
    const tally = new Tally(seed);
    const wrong: string[] = [];
    for (const recipe of recipes(randomFrom(seed), originals.length, count)) {
      const original = originals[recipe.layout];
      if (!original) throw new Error('no such layout');
      const verdict = await judge(original, render(original, recipe));
      tally.add(original.layout.name, recipe, verdict);
      if (verdict.outcome === 'wrong') wrong.push(`${original.layout.name}: ${verdict.why}\n  ${JSON.stringify(recipe)}`);
    }
    process.stdout.write(tally.table());
    expect(wrong).toEqual([]);
  });
});
