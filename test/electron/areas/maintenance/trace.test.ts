import { afterEach, describe, expect, it } from 'vitest';
import { behind } from '../../../../electron/areas/maintenance/trace.ts';
import { maintenanceView } from '../../../../electron/areas/maintenance/view.ts';
import { resolvePlant } from '../../../../electron/store/plants.ts';
import { filledStore, type Facts, type FilledStore } from '../budget/filled-store.ts';

let open: FilledStore[] = [];
afterEach(() => {
  for (const store of open) store.close();
  open = [];
});

const asOf = '2026-10-31';
const h = 3_600_000;
const october = { from: '2026-10-01', to: '2026-10-31' };

function plant(): Facts {
  const failures = Array.from({ length: 10 }, (_, index) => ({
    order: `F${String(index)}`,
    title: 'Bearing',
    status: 'closed',
    type: 'emergency',
    asset: 'A1',
    created: `2026-10-1${String(index)}T08:00:00`,
    completed: `2026-10-1${String(index)}T20:00:00`,
    downtimeMinutes: 5 * h,
    laborHours: 2 * h,
  }));
  return {
    'maintenance.assets': [{ asset: 'A1', name: 'Press 4', line: 'L1' }],
    'maintenance.workOrders': [
      ...failures,
      {
        order: 'P1',
        title: 'Lubrication',
        status: 'closed',
        type: 'preventive',
        asset: 'A1',
        created: '2026-10-01T08:00:00',
        dueDate: '2026-10-05',
        completed: '2026-10-05T16:00:00',
        laborHours: 20 * h,
      },
      { order: 'P2', title: 'Filters', status: 'open', type: 'preventive', created: '2026-10-01T08:00:00', dueDate: '2026-10-12', estimatedHours: 3 * h },
      { order: 'N1', title: 'Guard', status: 'open', type: 'safety', created: '2026-10-20T08:00:00', dueDate: '2026-11-12', estimatedHours: 1.5 * h },
    ],
    'production.output': [
      { date: '2026-10-02', line: 'L1', runMinutes: 6_000 * h, plannedMinutes: null },
      { date: '2026-10-03', line: 'L1', runMinutes: 4_000 * h, plannedMinutes: null },
    ],
  };
}

function caller(facts: Facts = plant()) {
  const store = filledStore(facts);
  open.push(store);
  const ask = (field: string, more: { by?: string; key?: string } = {}) =>
    behind(store.db, { procedure: 'maintenance.summary', input: { ...october, by: more.by ?? 'plant' }, key: more.key ?? 'P1', field }, asOf);
  return { db: store.db, ask };
}

describe('behind a figure of maintenance', () => {
  it('divides run time by failures, for the plant, the asset and the month, and names the failures', () => {
    const { ask } = caller();
    for (const place of [{}, { by: 'asset', key: 'A1' }, { by: 'month', key: '2026-10' }]) {
      const found = ask('mtbfHours', place);
      expect(found.formula).toBe('Operating time 10,000.0 h ÷ 10 failures = 1,000.0 h');
      expect(found.terms).toEqual([
        { label: 'Operating time', value: 10_000, unit: 'h' },
        { label: 'Failures', value: 10, unit: '' },
      ]);
      expect([found.total, found.facts.length]).toEqual([10, 10]);
      expect(found.facts[0]).toMatchObject({ table: 'work_order', field: 'type', value: 1, label: 'Failure · F9, Bearing, A1, 2026-10-19' });
    }
  });

  it('says n/a for MTBF without run time, and without failures', () => {
    const { ask } = caller({ 'maintenance.workOrders': plant()['maintenance.workOrders'] ?? [] });
    expect(ask('mtbfHours').formula).toBe('Operating time n/a h ÷ 10 failures = n/a h');
    const { ask: calm } = caller({ ...plant(), 'maintenance.workOrders': [{ order: '1', status: 'open', created: '2026-10-01' }] });
    expect(calm('mtbfHours').formula).toBe('Operating time 10,000.0 h ÷ 0 failures = n/a h');
  });

  it('fills the other formulas with their numbers', () => {
    const { db, ask } = caller();
    expect(ask('mttrHours').formula).toBe('Repair time 50.00 h ÷ 10 repairs = 5.00 h');
    const compliance = ask('pmComplianceRatio');
    expect(compliance.formula).toBe('1 done by their due day ÷ 2 preventive orders due = 50.0 %');
    expect(compliance.facts.map((fact) => [fact.field, fact.label])).toEqual([
      ['dueDate', 'Due · P1, Lubrication, A1, 2026-10-01'],
      ['dueDate', 'Due · P2, Filters, 2026-10-01'],
    ]);
    expect(ask('plannedRatio').formula).toBe('Planned work 20.0 h ÷ all typed work 40.0 h = 50.0 %');
    expect(ask('reactiveRatio').formula).toBe('Failures 20.0 h ÷ all typed work 40.0 h = 50.0 %');
    expect(ask('overdue')).toMatchObject({ formula: 'Overdue orders = 1: the number of the orders below', total: 1, facts: [{ field: 'dueDate' }] });
    expect(ask('backlogHours').formula).toBe('Backlog = 4.50 h: the sum of the orders below');
    const age = behind(db, { procedure: 'maintenance.ageing', input: october, key: '8–30', field: 'count' }, asOf);
    expect(age.formula).toBe('2 orders open on 2026-10-31 were created 8–30 days before, 4.5 h estimated');
    expect(age.total).toBe(2);
  });

  it('says what is wrong with a figure that is not there', () => {
    const { db, ask } = caller();
    expect(() => ask('moon')).toThrow('moon');
    expect(() => ask('open', { key: 'nowhere' })).toThrow('nowhere');
    expect(() => behind(db, { procedure: 'maintenance.summary', input: { from: 'x' }, key: 'P1', field: 'open' }, asOf)).toThrow('pass the input');
    expect(() => behind(db, { procedure: 'maintenance.other', input: october, key: 'P1', field: 'open' }, asOf)).toThrow('maintenance.other');
  });
});

describe('the maintenance page', () => {
  it('leaves the days late of an order in time blank', () => {
    const { db } = caller();
    const view = maintenanceView(db, { plant: resolvePlant(db, undefined), ...october }, asOf);
    expect(view.grids[0]?.rows.filter((row) => row.kind === 'leaf').map((row) => [row.cells['order'], row.cells['late']])).toEqual([
      ['P2', 19],
      ['N1', ''],
    ]);
  });

  it('names the file that would fill an empty page', () => {
    const { db } = caller({});
    expect(maintenanceView(db, { plant: resolvePlant(db, undefined), ...october }, asOf).empty).toMatchObject({
      datasets: ['maintenance.workOrders', 'maintenance.assets'],
    });
  });
});
