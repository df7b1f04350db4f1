import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFactory } from '../../../../electron/core/procedures.ts';
import { productionRouter } from '../../../../electron/areas/production/router.ts';
import { refill, withStore, type FactRow } from './area-store.ts';
import { contextOf } from './context.ts';
import { productionFacts } from './facts.ts';
import { naiveSummary, type Grouping, type NaiveRow } from './naive.ts';

const call = callerFactory(productionRouter);
const minute = 60_000;
const range = { plant: 'N', from: '2026-10-31', to: '2027-01-01' };
const groupings: Grouping[] = ['plant', 'line', 'product', 'day', 'shift', 'month', 'week'];

function shiftRow(row: FactRow): FactRow {
  return { production_date: '2026-10-03', shift_code: 'A', line_code: 'L1', ...row };
}

/** The first figure in which two summaries differ, or null. Relative 1e-9: sums run in another order. */
function difference(found: Map<string, object>, expected: Map<string, NaiveRow>): string | null {
  if ([...found.keys()].sort().join() !== [...expected.keys()].sort().join()) return `keys ${[...found.keys()].join()} ≠ ${[...expected.keys()].join()}`;
  for (const [key, row] of expected) {
    const other = new Map(Object.entries(found.get(key) ?? {}));
    for (const [field, value] of Object.entries(row) as [string, number | null][]) {
      // Object.entries widens the row's values
      const seen = other.get(field) as number | null | undefined;
      if (value === null || seen === null || seen === undefined ? value !== seen : Math.abs(value - seen) > 1e-9 * Math.max(1, Math.abs(value))) {
        return `${key}.${field}: ${String(seen)} ≠ ${String(value)}`;
      }
    }
  }
  return null;
}

const byKey = <T extends { key: string }>(rows: T[]): Map<string, Omit<T, 'key'>> => new Map(rows.map(({ key, ...row }) => [key, row]));

describe('production.summary', () => {
  it('returns example O-1 with stops from the stops file', async () => {
    const facts = {
      shift_output: [
        shiftRow({ good_count: 18_848, scrap_count: 423, total_count: 19_271, planned_ms: 420 * minute, ideal_cycle_ms: 1000, target_count: 20_000 }),
      ],
      downtime_event: [
        { line_code: 'L1', shift_code: 'A', started_at: '2026-10-03T07:00:00', stop_ms: 30 * minute, reason_code: 'jam' },
        { line_code: 'L1', shift_code: 'A', started_at: '2026-10-03T09:00:00', stop_ms: 17 * minute, reason_code: 'tool' },
      ],
      time_entry: [{ work_date: '2026-10-03', line_code: 'L1', shift_code: 'A', regular_ms: 40 * 60 * minute, overtime_ms: 8 * 60 * minute }],
    };
    await withStore(facts, async (db) => {
      const rows = await call(contextOf(db, '2026-11-01')).summary({ plant: 'N', from: '2026-10-01', to: '2026-10-31', by: 'line' });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ key: 'L1', good: 18_848, total: 19_271, plannedMinutes: 420, runMinutes: 373, stopMinutes: 47, rework: null });
      expect(rows[0]?.oee).toBeCloseTo(18_848 / 60 / 420, 12);
      expect(rows[0]?.attainment).toBeCloseTo(19_271 / 20_000, 12);
      expect(rows[0]?.unitsPerLaborHour).toBeCloseTo(18_848 / 48, 12);
    });
  });

  it('counts the output’s stop minutes and not the stops of the same line, shift and day', async () => {
    const facts = {
      shift_output: [shiftRow({ planned_ms: 480 * minute, stop_ms: 20 * minute }), shiftRow({ shift_code: 'B', planned_ms: 480 * minute })],
      downtime_event: [
        { line_code: 'L1', shift_code: 'A', started_at: '2026-10-03T07:00:00', stop_ms: 999 * minute },
        { line_code: 'L1', shift_code: 'B', started_at: '2026-10-03T15:00:00', stop_ms: 5 * minute },
        { line_code: 'L1', shift_code: 'A', started_at: '2026-10-04T07:00:00', stop_ms: 7 * minute },
      ],
    };
    await withStore(facts, async (db) => {
      const context = contextOf(db, '2026-11-01');
      const [plant] = await call(context).summary({ plant: 'N', from: '2026-10-01', to: '2026-10-31', by: 'plant' });
      // 20 of shift A + 5 of shift B + 7 of a day without output; the last shortens no planned time
      expect(plant).toMatchObject({ stopMinutes: 32, plannedMinutes: 960, runMinutes: 935 });
      const shifts = await call(context).summary({ plant: 'N', from: '2026-10-03', to: '2026-10-03', by: 'shift' });
      expect(shifts.map((row) => [row.key, row.stopMinutes])).toEqual([
        ['A', 20],
        ['B', 5],
      ]);
    });
  });

  it('keeps unknown apart from zero', async () => {
    await withStore({ shift_output: [shiftRow({ total_count: 100, planned_ms: 480 * minute })] }, async (db) => {
      const [row] = await call(contextOf(db, '2026-11-01')).summary({ plant: 'N', from: '2026-10-01', to: '2026-10-31', by: 'plant' });
      expect(row).toMatchObject({
        key: 'N',
        good: null,
        total: 100,
        stopMinutes: null,
        runMinutes: null,
        availability: null,
        quality: null,
        oee: null,
        attainment: null,
        unitsPerLaborHour: null,
      });
    });
    await withStore({}, async (db) => {
      expect(await call(contextOf(db, '2026-11-01')).summary({ plant: 'N', from: '2026-10-01', to: '2026-10-31', by: 'plant' })).toEqual([]);
    });
  });

  it('equals the slow calculation over raw rows, for every grouping', async () => {
    await withStore({}, async (db) => {
      await fc.assert(
        fc.asyncProperty(productionFacts, async (facts) => {
          refill(db, facts);
          for (const by of groupings) {
            const rows = await call(contextOf(db, '2026-11-01')).summary({ ...range, by });
            expect(difference(byKey(rows), naiveSummary(db, { ...range, by }))).toBeNull();
          }
        }),
        { numRuns: 120 },
      );
    });
  });

  it('would notice another figure: each one moved by a thousandth is caught', async () => {
    const samples = fc.sample(productionFacts, { numRuns: 50, seed: 7 });
    const facts = samples.find((one) => (one.shift_output?.filter((row) => row['plant_code'] === 'N').length ?? 0) > 6);
    await withStore(facts ?? {}, async (db) => {
      const expected = naiveSummary(db, { ...range, by: 'plant' });
      const rows = byKey(await call(contextOf(db, '2026-11-01')).summary({ ...range, by: 'plant' }));
      expect(difference(rows, expected)).toBeNull();
      const moved = Object.entries(rows.get('N') ?? {}).filter(([, value]) => value !== null && value !== 0);
      expect(moved.length).toBeGreaterThan(8);
      for (const [field, value] of moved) expect(difference(new Map([['N', { ...rows.get('N'), [field]: Number(value) * 1.001 }]]), expected)).toContain(field);
    });
  });

  it('filters one line, and refuses a plant that is not there', async () => {
    const facts = { shift_output: [shiftRow({ good_count: 5, product_code: 'P1' }), shiftRow({ line_code: '', good_count: 7, product_code: 'P2' })] };
    await withStore(facts, async (db) => {
      const context = contextOf(db, '2026-11-01');
      const only = await call(context).summary({ from: '2026-10-01', to: '2026-10-31', by: 'product', line: 'L1', plant: 'N' });
      expect(only.map((row) => [row.key, row.good])).toEqual([['P1', 5]]);
      const loose = await call(context).summary({ from: '2026-10-01', to: '2026-10-31', by: 'product', line: 'Unassigned', plant: 'N' });
      expect(loose.map((row) => [row.key, row.good])).toEqual([['P2', 7]]);
      await expect(call(context).summary({ from: '2026-10-01', to: '2026-10-31', by: 'plant', plant: 'X' })).rejects.toThrow(/N, S/);
    });
  });
});

describe('production.pareto', () => {
  it('equals a count over raw stops', async () => {
    await withStore({}, async (db) => {
      await fc.assert(
        fc.asyncProperty(productionFacts, fc.constantFrom('reason' as const, 'line' as const, 'asset' as const), async (facts, by) => {
          refill(db, facts);
          const rows = await call(contextOf(db, '2026-11-01')).pareto({ ...range, by });
          const stops = (facts.downtime_event ?? []).filter(
            (stop) => stop['plant_code'] === 'N' && stop['superseded_by'] === null && String(stop['started_at']) >= '2026-10-31',
          );
          const whole = stops.reduce((sum, stop) => sum + Number(stop['stop_ms']), 0) / minute;
          expect(new Set(rows.map((row) => row.key))).toEqual(new Set(stops.map((stop) => String(stop[`${by}_code`]) || 'Unassigned')));
          let soFar = 0;
          let last = Infinity;
          for (const row of rows) {
            const own = stops.filter((stop) => (String(stop[`${by}_code`]) || 'Unassigned') === row.key);
            const minutes = own.reduce((sum, stop) => sum + Number(stop['stop_ms']) / minute, 0);
            soFar += minutes;
            expect(row.minutes).toBeCloseTo(minutes, 6);
            expect(row.count).toBe(own.length);
            expect(row.minutes).toBeLessThanOrEqual(last);
            last = row.minutes;
            if (whole > 0) {
              expect(row.share).toBeCloseTo(minutes / whole, 9);
              expect(row.cumulative).toBeCloseTo(soFar / whole, 9);
            } else expect([row.share, row.cumulative]).toEqual([null, null]);
          }
        }),
        { numRuns: 80 },
      );
    });
  });
});
