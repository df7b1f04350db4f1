/** Random production facts: few lines, days and shifts, so that sources collide as they do in a plant; any value may be missing. */
import fc from 'fast-check';
import type { AreaFacts } from './area-store.ts';

const day = fc.constantFrom('2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02', '2026-11-30', '2026-12-31', '2027-01-01');
const line = fc.constantFrom('L1', 'L2', '');
const shift = fc.constantFrom('A', 'B', '');
const plant = fc.constantFrom('N', 'N', 'N', 'S');
const superseded = fc.constantFrom(null, null, null, 1);
const maybe = (max: number): fc.Arbitrary<number | null> => fc.option(fc.integer({ min: 0, max }), { freq: 3 });

const output = fc.record({
  plant_code: plant,
  superseded_by: superseded,
  production_date: day,
  shift_code: shift,
  line_code: line,
  product_code: fc.constantFrom('P1', 'P2', ''),
  good_count: maybe(500),
  scrap_count: maybe(50),
  rework_count: maybe(20),
  total_count: maybe(600),
  target_count: maybe(500),
  planned_ms: maybe(28_800_000),
  run_ms: maybe(28_800_000),
  stop_ms: maybe(3_600_000),
  ideal_cycle_ms: maybe(60_000),
});

const stop = fc.record({
  plant_code: plant,
  superseded_by: superseded,
  line_code: line,
  shift_code: shift,
  started_at: day.map((one) => `${one}T08:15:00`),
  stop_ms: fc.integer({ min: 0, max: 3_600_000 }),
  reason_code: fc.constantFrom('jam', 'tool', ''),
  asset_code: fc.constantFrom('M1', ''),
});

const hours = fc.record({
  plant_code: plant,
  superseded_by: superseded,
  work_date: day,
  line_code: line,
  shift_code: shift,
  department_code: fc.constantFrom('D1', 'D2', ''),
  employee_code: fc.constantFrom('E1', 'E2'),
  planned_ms: maybe(28_800_000),
  regular_ms: maybe(28_800_000),
  overtime_ms: maybe(7_200_000),
  absence_ms: maybe(28_800_000),
  labor_cost_minor: maybe(50_000),
});

export const productionFacts: fc.Arbitrary<AreaFacts> = fc.record({
  shift_output: fc.array(output, { maxLength: 14, size: 'max' }),
  downtime_event: fc.array(stop, { maxLength: 8 }),
  time_entry: fc.array(hours, { maxLength: 6 }),
});

export { hours as timeEntry };
