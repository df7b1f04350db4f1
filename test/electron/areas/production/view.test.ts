import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behind as behindProduction } from '../../../../electron/areas/production/trace.ts';
import { productionRouter } from '../../../../electron/areas/production/router.ts';
import { productionView } from '../../../../electron/areas/production/view.ts';
import { behind as behindStaffing } from '../../../../electron/areas/staffing/trace.ts';
import { staffingRouter } from '../../../../electron/areas/staffing/router.ts';
import { staffingView } from '../../../../electron/areas/staffing/view.ts';
import { callerFactory } from '../../../../electron/core/procedures.ts';
import type { AreaView, TraceReference } from '../../../../shared/areas/view.ts';
import type { Connection } from '../../../../electron/store/database.ts';
import { plantN, refill, withStore } from './area-store.ts';
import { contextOf } from './context.ts';
import { productionFacts } from './facts.ts';

const callProduction = callerFactory(productionRouter);
const callStaffing = callerFactory(staffingRouter);
const request = { plant: plantN, from: '2026-10-31', to: '2027-01-01', asOf: '2027-01-31' };

interface Shown {
  value: unknown;
  trace: TraceReference;
}

function shownIn(view: AreaView): Shown[] {
  const tiles = view.kpis.flatMap((kpi) => (kpi.trace ? [{ value: kpi.value, trace: kpi.trace }] : []));
  const cells = view.grids.flatMap((grid) =>
    grid.rows.flatMap((row) => Object.entries(row.trace).map(([field, trace]) => ({ value: row.cells[field], trace }))),
  );
  return [...tiles, ...cells];
}

/** What the procedure a trace points at answers for its row and field. */
async function answered(db: Connection, trace: TraceReference): Promise<unknown> {
  const context = contextOf(db, '2027-01-31');
  const input = trace.input as { plant: string; from: string; to: string; by: 'line' }; // the view made it for this procedure
  const rows: object[] = trace.procedure === 'staffing.summary' ? await callStaffing(context).summary(input) : await callProduction(context).summary(input);
  const row = rows.map((one) => new Map(Object.entries(one))).find((one) => one.get('key') === trace.key);
  return row?.get(trace.field);
}

const additive = new Set([
  'good',
  'scrap',
  'rework',
  'total',
  'target',
  'plannedMinutes',
  'stopMinutes',
  'regularHours',
  'overtimeHours',
  'absenceHours',
  'presentHours',
  'plannedHours',
  'laborCost',
]);

describe('production and staffing pages', () => {
  it('show what the procedures answer, and every figure leads to the facts that add up to it', async () => {
    await withStore({}, async (db) => {
      await fc.assert(
        fc.asyncProperty(productionFacts, async (facts) => {
          refill(db, facts);
          for (const [view, behind] of [
            [productionView(db, request), behindProduction],
            [staffingView(db, request), behindStaffing],
          ] as const) {
            for (const { value, trace } of shownIn(view)) {
              expect(value).not.toBeNull();
              expect(await answered(db, trace)).toBe(value);
              const found = behind(db, trace);
              expect(found.facts.length).toBe(Math.min(500, found.total));
              if (additive.has(trace.field)) {
                const sum = found.facts.reduce((whole, fact) => whole + (fact.value ?? 0), 0);
                expect(Math.abs(sum - Number(value)), `${trace.procedure} ${trace.key}.${trace.field}`).toBeLessThan(1e-6 * Math.max(1, sum));
              }
            }
          }
        }),
        { numRuns: 15 },
      );
    });
  });

  it('compose finding, commentary, tiles, charts and grid from a month', async () => {
    const days = Array.from({ length: 31 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
    const minute = 60_000;
    const facts = {
      shift_output: ['2026-09-15', ...days].flatMap((day) =>
        ['Line 1', 'Line 2'].map((line) => ({
          production_date: day,
          shift_code: 'A',
          line_code: line,
          product_code: `${line} product`,
          good_count: line === 'Line 1' ? 380 : 300,
          scrap_count: 20,
          total_count: line === 'Line 1' ? 400 : 320,
          target_count: 400,
          planned_ms: 480 * minute,
          ideal_cycle_ms: minute,
        })),
      ),
      downtime_event: days.flatMap((day) => [
        { line_code: 'Line 2', shift_code: 'A', started_at: `${day}T08:00:00`, stop_ms: 90 * minute, reason_code: 'Film jam' },
        { line_code: 'Line 1', shift_code: 'A', started_at: `${day}T09:00:00`, stop_ms: 30 * minute, reason_code: '' },
      ]),
    };
    await withStore(facts, (db) => {
      const view = productionView(db, { plant: plantN, from: '2026-10-01', to: '2026-10-31', asOf: '2026-11-03' });
      expect(view.finding).toBe('OEE is 70.8 %, as in September 2026; Line 2 lost most, 5,580 of 14,880 planned min');
      expect(view.commentary).toEqual([
        '21,080 good units of 22,320 made in October 2026 against a target of 24,800: schedule attainment 90.0 %.',
        '“Film jam” is the largest stop reason of October 2026: 2,790 min in 31 stops, 75.0 % of 3,720 min; 930 min have no reason.',
      ]);
      expect(view.kpis.map((kpi) => kpi.key)).toEqual(['good', 'attainment', 'oee', 'quality', 'stopMinutes', 'unitsPerLaborHour']);
      expect(view.kpis[0]).toMatchObject({
        value: 21_080,
        comparison: { label: 'target', value: 24_800 },
        variance: -3720,
        effect: 'U',
        detail: '21,080 good of 22,320 made',
      });
      expect(view.kpis[0]?.spark.values).toHaveLength(13);
      expect(view.kpis[0]?.spark.values.slice(-3)).toEqual([null, 680, 21_080]);
      expect(view.kpis[5]).toMatchObject({ value: null, trace: null, reason: 'Units per labor hour needs output and timecards.' });
      expect(view.charts.map((chart) => `${chart.title}, ${chart.unit}, ${chart.period}`)).toEqual([
        'Good units by day, units, October 2026',
        'Stops by reason, min, October 2026, 3,720 min',
      ]);
      expect(view.charts[1]).toMatchObject({
        rows: [
          { key: 'Film jam', value: 2790, cumulative: 0.75 },
          { key: 'Unassigned', value: 930, cumulative: 1, isOther: true },
        ],
      });
      expect(view.grids[0]?.rows.map((row) => [row.kind, row.cells['name'], row.cells['good']])).toEqual([
        ['group', 'Line 1', 11_780],
        ['leaf', 'Line 1 product', 11_780],
        ['group', 'Line 2', 9300],
        ['leaf', 'Line 2 product', 9300],
        ['total', 'Plant', 21_080],
      ]);
      const toDate = productionView(db, { plant: plantN, from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-17' });
      expect(toDate.kpis[0]).toMatchObject({ period: 'October 2026 to date', value: 17 * 680 });
      const empty = productionView(db, { plant: plantN, from: '2025-01-01', to: '2025-01-31', asOf: '2026-11-03' });
      expect(empty.empty).toMatchObject({ datasets: ['production.output', 'production.downtime'] });
      expect(empty.empty?.message).toContain('15 Sep – 31 Oct 2026');
      const oee = behindProduction(db, {
        procedure: 'production.summary',
        input: { plant: 'N', from: '2026-10-01', to: '2026-10-31', by: 'plant' },
        key: 'N',
        field: 'oee',
      });
      expect(oee.formula).toBe('OEE = availability 87.50 % × performance 85.71 % × quality 94.44 % = 70.83 %');
    });
  });
});
