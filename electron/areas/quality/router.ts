/** Quality over the wire: one characteristic's control chart. */
import { z } from 'zod';
import { rangeInput } from '../../../shared/areas/range.ts';
import {
  averagesChart,
  capability,
  countChart,
  individualsChart,
  shareChart,
  subgroupSizes,
  type Capability,
  type ChartPoint,
  type ControlChart,
  type SpecLimits,
} from '../../../shared/areas/quality/measures.ts';
import { Fault } from '../../../shared/faults.ts';
import { query, router } from '../../core/procedures.ts';
import { resolvePlant } from '../../store/plants.ts';
import type { ReadDb } from '../../store/database.ts';
import { inspectedCounts, measuredValues, type MeasuredRow, type Scope } from './store.ts';

const chartInput = rangeInput.extend({ characteristic: z.string(), kind: z.enum(['i-mr', 'xbar-r', 'p', 'c']) });

export interface QualityChart extends Omit<ControlChart, 'points' | 'sigmaWithin'> {
  /** `key` is the time or the subgroup of a point. */
  points: ({ key: string } & ChartPoint)[];
  /** null for counts and without values. */
  capability: Capability | null;
}

export const qualityRouter = router({
  chart: query({
    summary: 'Control chart of one characteristic: points, center, limits, broken rules, capability',
    input: chartInput,
    run: (db, input): QualityChart => {
      const scope = { plant: resolvePlant(db, input.plant).code, characteristic: input.characteristic, from: input.from, to: input.to };
      switch (input.kind) {
        case 'i-mr':
          return individuals(measuredValues(db, scope));
        case 'xbar-r':
          return averages(measuredValues(db, scope), input.characteristic);
        case 'p':
        case 'c':
          return counted(db, scope, input.kind);
      }
    },
  }),
});

function individuals(rows: readonly MeasuredRow[]): QualityChart {
  const values = rows.map(({ value }) => value);
  return answer(individualsChart(values), { keys: rows.map(({ at, sample }) => at ?? sample), values, spec: specOf(rows) });
}

function averages(rows: readonly MeasuredRow[], characteristic: string): QualityChart {
  const groups = new Map<string, number[]>();
  for (const { at, sample, value } of rows) {
    const key = sample === '' ? (at ?? '') : sample;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  const chart = averagesChart([...groups.values()]);
  if (!chart) {
    const sizes = [...new Set([...groups.values()].map(({ length }) => length))].sort((a, b) => a - b);
    throw new Fault(
      'bad-input',
      `${characteristic}: expected subgroups of one size from ${String(Math.min(...subgroupSizes))} to ${String(Math.max(...subgroupSizes))}, found ${sizes.join(', ')}; choose the chart of individuals, or days with whole subgroups.`,
    );
  }
  return answer(chart, { keys: [...groups.keys()], values: rows.map(({ value }) => value), spec: specOf(rows) });
}

function counted(db: ReadDb, scope: Scope, kind: 'p' | 'c'): QualityChart {
  const rows = inspectedCounts(db, scope).filter(({ inspected }) => inspected > 0);
  const counts = rows.map(({ inspected, defective }) => ({ size: inspected, defective }));
  const sizes = new Set(counts.map(({ size }) => size));
  if (kind === 'c' && sizes.size > 1) {
    throw new Fault('bad-input', `${scope.characteristic}: expected samples of one size for a c chart, found ${String(sizes.size)} sizes; choose the p chart.`);
  }
  const over = rows.find(({ inspected, defective }) => defective > inspected);
  if (kind === 'p' && over) {
    throw new Fault(
      'bad-input',
      `${scope.characteristic}, ${over.at}: expected at most ${String(over.inspected)} defective units, found ${String(over.defective)}; choose the c chart for defects that a unit can have several of.`,
    );
  }
  return answer(kind === 'p' ? shareChart(counts) : countChart(counts), {
    keys: rows.map(({ at }) => at),
    values: [],
    spec: { lower: null, upper: null, target: null },
  });
}

function answer(chart: ControlChart, behind: { keys: readonly string[]; values: readonly number[]; spec: SpecLimits }): QualityChart {
  const { points, sigmaWithin, ...rest } = chart;
  return {
    ...rest,
    points: points.map((point, index) => ({ key: behind.keys[index] ?? '', ...point })),
    capability: capability(behind.values, behind.spec, { sigmaWithin, signals: chart.signals }),
  };
}

// Limits that changed within the range are no limits of the whole.
function specOf(rows: readonly MeasuredRow[]): SpecLimits {
  const only = (pick: (row: MeasuredRow) => number | null): number | null => {
    const values = new Set(rows.map(pick).filter((value) => value !== null));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  };
  return { lower: only(({ lower }) => lower), upper: only(({ upper }) => upper), target: only(({ target }) => target) };
}
