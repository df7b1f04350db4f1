/** Counts what became of variants, by each value of each feature: where the intake asks most is where it can learn most. */
import type { Verdict } from './variants-judge.ts';
import { features, type Feature, type Recipe } from './variants-recipes.ts';

const outcomes = ['same', 'fewer fields', 'asked', 'wrong'] as const satisfies readonly Verdict['outcome'][];

// The features' own names, as the object has them.
const names = Object.keys(features) as Feature[];

export class Tally {
  private readonly counts = new Map<string, number[]>();
  private readonly whole = [0, 0, 0, 0];
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  add(layout: string, recipe: Recipe, { outcome }: Verdict): void {
    const at = outcomes.indexOf(outcome);
    for (const row of [this.whole, this.row(`layout: ${layout}`), ...names.map((name) => this.row(`${name}: ${recipe[name]}`))]) row[at] = (row[at] ?? 0) + 1;
  }

  share(outcome: Verdict['outcome']): number {
    const all = this.whole.reduce((sum, one) => sum + one, 0);
    return all === 0 ? 0 : (this.whole[outcomes.indexOf(outcome)] ?? 0) / all;
  }

  table(): string {
    const line = (name: string, row: readonly (number | string)[]): string => `${name.padEnd(44)}${row.map((one) => String(one).padStart(14)).join('')}\n`;
    const rows = [...this.counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, row]) => line(name, row));
    return `${line(`seed ${String(this.seed)}`, outcomes)}${line('all', this.whole)}${rows.join('')}`;
  }

  private row(name: string): number[] {
    const row = this.counts.get(name) ?? [0, 0, 0, 0];
    this.counts.set(name, row);
    return row;
  }
}
