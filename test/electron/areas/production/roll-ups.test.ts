/** Every roll-up of production and staffing equals its raw rows added up one by one, after any change of the facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../electron/store/database.ts';
import { refreshRollUps, rollUpsOf } from '../../../../electron/store/roll-ups.ts';
import { productionDowntime, productionOutput } from '../../../../shared/areas/production/datasets.ts';
import { staffingTimecards } from '../../../../shared/areas/staffing/datasets.ts';
import type { Dataset, RollUp } from '../../../../shared/intake/dataset.ts';
import { refill, withStore, type FactRow } from './area-store.ts';
import { productionFacts } from './facts.ts';

const datasets = [productionOutput, productionDowntime, staffingTimecards];

/** The conditions of the columns that are no plain sum: what a raw row adds, null for nothing. */
const extras: Record<string, (row: FactRow) => number | null> = {
  planned_without_run_ms: (row) => (row['run_ms'] === null ? number(row['planned_ms']) : null),
  stop_without_run_ms: (row) => (row['run_ms'] === null && row['planned_ms'] !== null ? number(row['stop_ms']) : null),
};

/** The days on which a raw row has what a column of day bits tells. */
const dayBits: Record<string, (row: FactRow) => boolean> = {
  stop_days: (row) => row['stop_ms'] !== null,
  run_days: (row) => row['run_ms'] !== null,
  unmeasured_days: (row) => row['run_ms'] === null && row['planned_ms'] !== null,
};

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function columnsOf(rollUp: RollUp): string[] {
  return ['plant_code', rollUp.grain, ...rollUp.dimensions, ...rollUp.sums, ...Object.keys(rollUp.extras ?? {}), 'fact_count'];
}

function kept(db: Connection, rollUp: RollUp): string[] {
  return (db.raw.prepare(`select ${columnsOf(rollUp).join(', ')} from ${rollUp.table}`).all() as FactRow[])
    .map((row) => JSON.stringify(Object.values(row)))
    .sort();
}

function addedUp(db: Connection, dataset: Dataset, rollUp: RollUp): string[] {
  const groups = new Map<string, FactRow[]>();
  for (const row of db.raw.prepare(`select * from ${dataset.table} where superseded_by is null`).all() as FactRow[]) {
    const group = JSON.stringify([row['plant_code'], row[rollUp.bucket], ...rollUp.dimensions.map((column) => row[column])]);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups]
    .map(([group, rows]) => {
      const sums = rollUp.sums.map((column) => sum(rows.map((row) => number(row[column]))));
      const others = Object.keys(rollUp.extras ?? {}).map((column) => {
        const bit = dayBits[column];
        return bit ? daysOf(rows.filter(bit), dataset) : sum(rows.map((row) => extras[column]?.(row) ?? null));
      });
      return JSON.stringify([...(JSON.parse(group) as unknown[]), ...sums, ...others, rows.length]);
    })
    .sort();
}

function sum(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((whole, value) => whole + value, 0);
}

function daysOf(rows: FactRow[], dataset: Dataset): number | null {
  const days = new Set(rows.map((row) => Number(String(row[dataset.fields.find((field) => field.name === dataset.dateField)?.column ?? '']).slice(8, 10))));
  return days.size === 0 ? null : [...days].reduce((bits, day) => bits + 2 ** (day - 1), 0);
}

function firstDifference(db: Connection): string | null {
  for (const dataset of datasets) {
    for (const rollUp of rollUpsOf(dataset)) {
      const [have, want] = [kept(db, rollUp), addedUp(db, dataset, rollUp)];
      if (JSON.stringify(have) !== JSON.stringify(want)) return `${rollUp.table}: ${have.join(' ')} ≠ ${want.join(' ')}`;
    }
  }
  return null;
}

describe('roll-ups of production and staffing', () => {
  it('equal the raw rows, freshly made and after some of them were replaced', async () => {
    await withStore({}, async (db) => {
      fc.assert(
        fc.property(productionFacts, fc.integer({ min: 2, max: 5 }), (facts, every) => {
          refill(db, facts);
          expect(firstDifference(db)).toBeNull();
          for (const dataset of datasets) {
            const column = dataset.fields.find((field) => field.name === dataset.dateField)?.column ?? '';
            const gone = db.raw
              .prepare(
                `select plant_code as plant, substr(${column}, 1, 10) as day, fact_id from ${dataset.table} where superseded_by is null and fact_id % ? = 0`,
              )
              .all(every) as FactRow[];
            for (const row of gone) db.run(`update ${dataset.table} set superseded_by = 1 where fact_id = ?`, [row['fact_id'] ?? null]);
            for (const plant of ['N', 'S'])
              refreshRollUps(db, dataset, { plant, days: gone.filter((row) => row['plant'] === plant).map((row) => String(row['day'])) });
          }
          expect(firstDifference(db)).toBeNull();
        }),
        { numRuns: 60 },
      );
    });
  });

  it('would be caught behind their facts', async () => {
    const fact = { production_date: '2026-11-30', line_code: 'L1', good_count: 5, stop_ms: 60_000 };
    await withStore({ shift_output: [fact, { ...fact, production_date: '2026-11-01' }] }, (db) => {
      expect(firstDifference(db)).toBeNull();
      expect(db.raw.prepare('select stop_days from shift_output_month').pluck().all()).toEqual([2 ** 29 + 1]);
      for (const dataset of datasets) for (const rollUp of rollUpsOf(dataset)) expect(columnsOf(rollUp).length).toBeGreaterThan(4);
      db.run(`update shift_output_month set stop_days = 1`);
      expect(firstDifference(db)).toMatch(/^shift_output_month/);
      refreshRollUps(db, productionOutput, { plant: 'N', days: ['2026-11-30'] });
      expect(firstDifference(db)).toBeNull();
      db.run('update shift_output set superseded_by = 1');
      expect(firstDifference(db)).toMatch(/^shift_output_day/);
    });
  });
});
