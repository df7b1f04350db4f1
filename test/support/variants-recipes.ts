/** Recipes of variants: every pair of features meets in one of them; which ones meet besides is the seed's choice. */
import type { Random } from './mutants.ts';

export const features = {
  heads: ['own', 'en', 'de', 'fr', 'es', 'it'],
  columns: ['in order', 'reversed', 'shuffled'],
  noise: ['none', 'words', 'figures', 'blank', 'hidden column'],
  dates: ['iso', 'dots', 'day/month', 'month/day', 'named months', 'two-digit years', 'serials'],
  numbers: ['1234.5', '1,234.5', '1234,5', '1.234,5', '1 234,5', '1234.5-', '€ 1,234.50', 'typed'],
  above: ['nothing', 'titles', 'form', 'bands', 'units', 'wrapped heads'],
  totals: ['none', 'word', 'word aside', 'unlabelled', 'subtotals', 'on top'],
  body: ['plain', 'footer', 'blank rows', 'page heads', 'hidden rows', 'rules'],
  container: ['comma', 'semicolon', 'tab', 'pipe', 'html', 'xlsx', 'xls', 'xlsb', 'ods', 'spreadsheetml', 'zip'],
  encoding: ['utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'],
} as const;

export type Feature = keyof typeof features;
export type Recipe = { readonly [F in Feature]: (typeof features)[F][number] } & { readonly layout: number; readonly salt: number };

const names = ['layout', ...Object.keys(features)];

/** At least `count` recipes over `layouts` layouts, covering every pair of values. */
export function recipes(random: Random, layouts: number, count: number): Recipe[] {
  const sizes = [layouts, ...Object.values(features).map((values) => values.length)];
  const open = new Set<string>();
  sizes.forEach((size, a) => {
    for (let b = a + 1; b < sizes.length; b += 1) for (let i = 0; i < size; i += 1) for (let j = 0; j < (sizes[b] ?? 0); j += 1) open.add(key([a, i], [b, j]));
  });
  const made: number[][] = [];
  while (open.size > 0 || made.length < count) {
    const best = open.size > 0 ? bestOf(random, sizes, open) : sizes.map((size) => random.below(size));
    eachPair(best, (pair) => open.delete(pair));
    made.push(best);
  }
  return made.map((choice, salt) => recipe(choice, salt));
}

// Fifty tries, each begun with a pair that has not met yet; the one with most new pairs is taken.
function bestOf(random: Random, sizes: readonly number[], open: ReadonlySet<string>): number[] {
  const [first = ''] = open;
  const fixed = first.split(' ').map((part) => part.split(':').map(Number));
  let best: number[] = [];
  let most = -1;
  for (let tries = 0; tries < 50; tries += 1) {
    const choice = sizes.map((size) => random.below(size));
    for (const [at = 0, value = 0] of fixed) choice[at] = value;
    let fresh = 0;
    eachPair(choice, (pair) => (fresh += open.has(pair) ? 1 : 0));
    if (fresh > most) [most, best] = [fresh, choice];
  }
  return best;
}

function eachPair(choice: readonly number[], each: (pair: string) => void): void {
  choice.forEach((value, a) => {
    for (let b = a + 1; b < choice.length; b += 1) each(key([a, value], [b, choice[b] ?? 0]));
  });
}

function key(a: readonly [number, number], b: readonly [number, number]): string {
  return `${a.join(':')} ${b.join(':')}`;
}

function recipe(choice: readonly number[], salt: number): Recipe {
  const values = Object.values(features).map((one, index) => one[choice[index + 1] ?? 0]);
  const entries: [string, unknown][] = names.map((name, index) => [name, index === 0 ? choice[0] : values[index - 1]]);
  // Built from the features' own values, in their order.
  return Object.fromEntries([...entries, ['salt', salt]]) as Recipe;
}
