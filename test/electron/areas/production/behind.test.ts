import { describe, expect, it } from 'vitest';
import { behind } from '../../../../electron/areas/production/trace.ts';
import type { Connection } from '../../../../electron/store/database.ts';
import { withStore, type FactRow } from './area-store.ts';

const minute = 60_000;
const input = { plant: 'N', from: '2026-10-01', to: '2026-11-30' };
const days = Array.from({ length: 61 }, (_, index) =>
  index < 31 ? `2026-10-${String(index + 1).padStart(2, '0')}` : `2026-11-${String(index - 30).padStart(2, '0')}`,
);
const lines = ['L1', 'L2', 'L3', 'L4'];

// L1 reports its stops itself on every other day; nobody measures run time; ten stops a line and day.
const facts = {
  shift_output: days.flatMap((day, index) =>
    lines.map((line): FactRow => ({
      production_date: day,
      shift_code: 'A',
      line_code: line,
      good_count: 10,
      planned_ms: 480 * minute,
      stop_ms: line === 'L1' && index % 2 === 0 ? 7 * minute : null,
    })),
  ),
  downtime_event: days.flatMap((day) =>
    lines.flatMap((line) =>
      Array.from({ length: 10 }, (_, index): FactRow => ({
        started_at: `${day}T08:0${String(index)}:00`,
        line_code: line,
        shift_code: index === 0 ? 'B' : 'A',
        stop_ms: minute,
        reason_code: 'jam',
      })),
    ),
  ),
};

function placesOf(found: { table: string; factId: number }[], db: Connection): string[] {
  return found.map(({ table, factId }) => {
    const [day, shift] = table === 'shift_output' ? ['production_date', 'shift_code'] : ['event_date', 'shift_code'];
    return Object.values(
      db.raw.prepare(`select ${day} as day, line_code as line, ${shift} as shift from ${table} where fact_id = ?`).get(factId) as FactRow,
    ).join(' ');
  });
}

describe('behind a production figure of many facts', () => {
  it('all cells are counted, the first five hundred listed by day, line and shift', async () => {
    await withStore(facts, (db) => {
      const stops = behind(db, { procedure: 'production.summary', input: { ...input, by: 'plant' }, key: 'N', field: 'stopMinutes' });
      // 31 days on which L1 speaks for its nine stops of shift A
      expect([stops.total, stops.facts.length]).toEqual([31 + 61 * 40 - 31 * 9, 500]);
      expect(stops.formula).toBe(`Σ stops = 2,378.0 min`);
      const places = placesOf(stops.facts, db);
      expect(places).toEqual([...places].sort());
      expect(stops.facts.filter(({ table }) => table === 'shift_output').every(({ value }) => value === 7)).toBe(true);
      const one = behind(db, { procedure: 'production.summary', input: { ...input, by: 'line' }, key: 'L1', field: 'stopMinutes' });
      expect(one.total).toBe(31 + 61 * 10 - 31 * 9);
      expect(one.facts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(31 * 7 + 61 * 10 - 31 * 9);
      const quiet = behind(db, { procedure: 'production.summary', input: { ...input, by: 'day', line: 'L1' }, key: '2026-10-01', field: 'stopMinutes' });
      expect(quiet.facts.map(({ table, value }) => [table, value])).toEqual([
        ['shift_output', 7],
        ['downtime_event', 1],
      ]);
    });
  });

  it('the stops of a Pareto row are listed and counted', async () => {
    await withStore(facts, (db) => {
      const found = behind(db, { procedure: 'production.pareto', input: { ...input, by: 'reason' }, key: 'jam', field: 'minutes' });
      expect([found.total, found.facts.length]).toEqual([2440, 500]);
      const places = placesOf(found.facts, db);
      expect(places).toEqual([...places].sort());
    });
  });
});
