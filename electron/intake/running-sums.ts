/** Sums of a table while its rows go by. */

/** Sums by name that don't gather floating dust (Neumaier). */
export class RunningSums {
  private readonly sums = new Map<string, { sum: number; lost: number }>();

  add(name: string, value: number): void {
    const known = this.sums.get(name);
    if (!known) {
      this.sums.set(name, { sum: value, lost: 0 });
      return;
    }
    const next = known.sum + value;
    known.lost += Math.abs(known.sum) >= Math.abs(value) ? known.sum - next + value : value - next + known.sum;
    known.sum = next;
  }

  all(): Map<string, number> {
    return new Map([...this.sums].map(([name, { sum, lost }]) => [name, sum + lost] as const));
  }
}

/** Sums of measures that are apart for each unit: a file of several has no sum over them. */
export class SumsApart {
  private readonly units = new Map<string, Set<string>>();
  private readonly sums = new RunningSums();

  add(measure: string, unit: string, value: number): void {
    this.units.set(measure, (this.units.get(measure) ?? new Set()).add(unit));
    this.sums.add(named(measure, unit), value);
  }

  /** The plain sums, less those of measures that came in more than one unit. */
  without(sums: ReadonlyMap<string, number>): Map<string, number> {
    return new Map([...sums].filter(([measure]) => (this.units.get(measure)?.size ?? 0) < 2));
  }

  /** The sums apart, by measure and unit: “onHand (EA)”. Those of a single unit stand among the plain ones. */
  all(): Map<string, number> {
    const all = this.sums.all();
    return new Map(
      [...this.units].flatMap(([measure, units]) =>
        units.size < 2 ? [] : [...units].map((unit) => [named(measure, unit), all.get(named(measure, unit)) ?? 0] as const),
      ),
    );
  }
}

function named(measure: string, unit: string): string {
  return `${measure} (${unit === '' ? 'no unit' : unit})`;
}
