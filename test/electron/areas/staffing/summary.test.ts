import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFactory } from '../../../../electron/core/procedures.ts';
import { staffingRouter } from '../../../../electron/areas/staffing/router.ts';
import { refill, withStore, type FactRow } from '../production/area-store.ts';
import { contextOf } from '../production/context.ts';
import { timeEntry } from '../production/facts.ts';
import { nameOf } from '../production/naive.ts';

const call = callerFactory(staffingRouter);
const range = { plant: 'N', from: '2026-10-31', to: '2027-01-01' };
const hour = 3_600_000;

/** One column added up over rows, in another unit; null when no row has it. */
function added(rows: FactRow[], column: string, unit: number): number | null {
  const known = rows.flatMap((row) => (typeof row[column] === 'number' ? [row[column]] : []));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / unit;
}

function naive(rows: FactRow[]): Record<string, number | null> {
  const [planned, regular, overtime, absence] = ['planned_ms', 'regular_ms', 'overtime_ms', 'absence_ms'].map((column) => added(rows, column, hour));
  const usual = planned ?? (regular === null || regular === undefined ? null : regular + (absence ?? 0));
  return {
    plannedHours: planned ?? null,
    regularHours: regular ?? null,
    overtimeHours: overtime ?? null,
    absenceHours: absence ?? null,
    presentHours: regular === null && overtime === null ? null : (regular ?? 0) + (overtime ?? 0),
    overtimeRatio: regular && overtime !== null && overtime !== undefined ? overtime / regular : null,
    absenceRatio: usual && absence !== null && absence !== undefined ? absence / usual : null,
    laborCost: added(rows, 'labor_cost_minor', 100),
  };
}

describe('staffing.summary', () => {
  it('equals the slow calculation over raw timecards, for every grouping', async () => {
    await withStore({}, async (db) => {
      await fc.assert(
        fc.asyncProperty(fc.array(timeEntry, { maxLength: 12 }), async (rows) => {
          refill(db, { time_entry: rows });
          const live = rows
            .map((row): FactRow => ({ ...row, the_day: row.work_date }))
            .filter((row) => row['plant_code'] === 'N' && row['superseded_by'] === null && String(row['the_day']) >= range.from);
          for (const by of ['plant', 'department', 'line', 'shift', 'day', 'week', 'month'] as const) {
            const found = await call(contextOf(db, '2026-11-01')).summary({ ...range, by });
            const name = (row: FactRow): string => (by === 'department' ? String(row['department_code']) || 'Unassigned' : nameOf(row, by));
            expect(found.map((row) => row.key).sort()).toEqual([...new Set(live.map(name))].sort());
            for (const { key, ...figures } of found) {
              const expected = naive(live.filter((row) => name(row) === key));
              for (const [field, value] of Object.entries(expected)) {
                const seen = new Map(Object.entries(figures)).get(field);
                if (value === null || seen === null || seen === undefined) expect([field, seen]).toEqual([field, value]);
                else expect(Math.abs(seen - value), `${key}.${field}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
              }
            }
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it('would notice a missing or doubled timecard', () => {
    const rows = [
      { regular_ms: 8 * hour, overtime_ms: hour },
      { regular_ms: 8 * hour, overtime_ms: 2 * hour },
    ];
    expect(naive(rows)).not.toEqual(naive(rows.slice(1)));
    expect(naive(rows)['overtimeRatio']).toBe(3 / 16);
  });
});
