import { describe, expect, it } from 'vitest';
import { exceptions } from '../../../../electron/areas/staffing/exceptions.ts';
import { behind } from '../../../../electron/areas/staffing/trace.ts';
import { staffingView } from '../../../../electron/areas/staffing/view.ts';
import { productionView } from '../../../../electron/areas/production/view.ts';
import { sevenDaySpans } from '../../../../electron/areas/normal.ts';
import { plantN, withStore, type FactRow } from '../production/area-store.ts';

const hour = 3_600_000;
const october = { plant: plantN, from: '2026-10-01', to: '2026-10-31', asOf: '2026-11-03' };

/** Thirty days of ten people in two departments: 8 h planned, 8 h worked and overtime in one of them, and what it cost. */
function month(cost: number): FactRow[] {
  return Array.from({ length: 300 }, (_, index) => ({
    work_date: `2026-10-${String(1 + (index % 30)).padStart(2, '0')}`,
    employee_code: `E${String(index % 10)}`,
    department_code: index % 2 === 0 ? 'Assembly' : 'Packing',
    planned_ms: 8 * hour,
    regular_ms: 8 * hour,
    overtime_ms: index % 2 === 0 ? 2 * hour : 0,
    absence_ms: 0,
    labor_cost_minor: cost,
  }));
}

describe('the staffing page', () => {
  it('draws ratios as 0 to 1, and hours in three inks that can be told apart', async () => {
    await withStore({ time_entry: month(20_000) }, (db) => {
      const [byWeek, overtime] = staffingView(db, october).charts;
      expect(overtime).toMatchObject({
        unit: '%',
        keys: ['Assembly', 'Packing'],
        series: [
          { name: 'Overtime ratio', values: [0.25, 0] },
          { name: 'Plant', values: [0.125, 0.125] },
        ],
      });
      expect(byWeek).toMatchObject({
        kind: 'stacked-columns',
        title: 'Hours by week',
        series: [{ name: 'Regular' }, { name: 'Overtime' }, { name: 'Absence' }],
      });
      const roles = byWeek && 'series' in byWeek ? byWeek.series.map(({ role }) => role) : [];
      // `actual` is drawn in the ink of `scale-3`
      expect(new Set(roles.map((role) => (role === 'actual' ? 'scale-3' : role))).size).toBe(3);
      const weeks = byWeek && 'series' in byWeek ? byWeek.series.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)) : [];
      expect(weeks).toEqual([2400, 300, 0]);
    });
  });

  it('draws the ratio of an exception as 0 to 1', async () => {
    const rows = sevenDaySpans('2026-11-15').map((span, index) => ({
      work_date: span.to,
      department_code: 'Assembly',
      regular_ms: 400 * hour,
      overtime_ms: (index === 8 ? 60 : 20) * hour,
    }));
    await withStore({ time_entry: rows }, (db) => {
      expect(exceptions(db, plantN, '2026-11-15')[0]?.chart).toMatchObject({
        unit: '%',
        series: [{ values: [0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.15] }, { values: Array.from({ length: 9 }, () => 0.05) }],
      });
    });
  });

  it('does not judge hours above the plan', async () => {
    await withStore({ time_entry: month(20_000) }, (db) => {
      const [worked, overtime] = staffingView(db, october).kpis;
      expect(worked).toMatchObject({
        key: 'presentHours',
        value: 2700,
        comparison: { label: 'target', value: 2400 },
        variance: 300,
        effect: null,
        spark: { end: 'neutral' },
      });
      expect(overtime).toMatchObject({ key: 'overtimeRatio', value: 0.125 });
    });
  });

  it('gives money in one unit, thousands once it has six digits', async () => {
    for (const [minor, unit, value, decimals] of [
      [20_000, '€', 60_000, 0],
      [50_000, 'k€', 150, 1],
    ] as const) {
      await withStore({ time_entry: month(minor) }, (db) => {
        const view = staffingView(db, october);
        const cost = view.kpis.find((kpi) => kpi.key === 'laborCost');
        expect(cost).toMatchObject({ value, unit, decimals });
        expect(cost?.detail).toMatch(unit);
        for (const grid of view.grids) {
          expect(grid.columns.find((column) => column.field === 'laborCost')).toMatchObject({ unit, decimals });
          expect(grid.rows.find((row) => row.kind === 'total')?.cells['laborCost']).toBe(value);
        }
      });
    }
  });

  it('says which file would fill it, in words that can be printed', async () => {
    await withStore({ time_entry: month(1), shift_output: [{ production_date: '2026-10-03', good_count: 1 }] }, (db) => {
      const before = { ...october, from: '2025-01-01', to: '2025-01-31' };
      const messages = [staffingView(db, before), productionView(db, before)].map((view) => view.empty?.message ?? '');
      expect(messages[0]).toContain('timecards');
      expect(messages[1]).toContain('shift output');
      for (const message of messages) expect(message).not.toMatch(/window|drop/i);
    });
    await withStore({}, (db) => {
      const messages = [staffingView(db, october), productionView(db, october)].map((view) => view.empty?.message ?? '');
      expect(messages).toEqual([
        'No hours have been imported yet. A file of timecards (employee, date, hours) fills this page.',
        'No production has been imported yet. A file of shift output (date, line, units made) or of stops (line, start, minutes) fills this page.',
      ]);
    });
  });

  it('lists the first five hundred cells behind a figure in order, and counts them all', async () => {
    await withStore({ time_entry: month(100) }, (db) => {
      const found = behind(db, {
        procedure: 'staffing.summary',
        input: { plant: 'N', from: '2026-10-01', to: '2026-10-31', by: 'plant' },
        key: 'N',
        field: 'overtimeRatio',
      });
      expect([found.total, found.facts.length]).toEqual([600, 500]);
      expect(found.facts.slice(0, 4).map(({ field, label }) => [field, label])).toEqual([
        ['overtimeHours', 'Overtime hours · 2026-10-01 · Assembly · E0'],
        ['regularHours', 'Regular hours · 2026-10-01 · Assembly · E0'],
        ['overtimeHours', 'Overtime hours · 2026-10-01 · Assembly · E0'],
        ['regularHours', 'Regular hours · 2026-10-01 · Assembly · E0'],
      ]);
      const days = found.facts.map(({ label }) => label.split(' · ')[1] ?? '');
      expect(days).toEqual([...days].sort());
    });
  });
});
