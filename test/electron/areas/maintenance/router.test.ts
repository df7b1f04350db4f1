import { afterEach, describe, expect, it } from 'vitest';
import { callerFactory, router } from '../../../../electron/core/procedures.ts';
import { exceptions } from '../../../../electron/areas/maintenance/exceptions.ts';
import { maintenanceRouter } from '../../../../electron/areas/maintenance/router.ts';
import { resolvePlant } from '../../../../electron/store/plants.ts';
import { filledStore, type Facts, type FilledStore } from '../budget/filled-store.ts';

const createCaller = callerFactory(router({ maintenance: maintenanceRouter }));
const h = 3_600_000;

let open: FilledStore[] = [];
afterEach(() => {
  for (const store of open) store.close();
  open = [];
});

function caller(orders: Facts[string], asOf: string, more: Facts = {}) {
  const store = filledStore({ 'maintenance.workOrders': orders, ...more });
  open.push(store);
  return { ask: createCaller(store.context(asOf)).maintenance, store };
}

const october = { from: '2026-10-01', to: '2026-10-31' };

describe('maintenance.summary', () => {
  it('counts opened, completed, open, overdue and reopened as of the end of the range', async () => {
    const { ask } = caller(
      [
        { order: '1', status: 'open', created: '2026-09-01T08:00:00', dueDate: '2026-10-30', estimatedHours: 2 * h },
        { order: '2', status: 'inProgress', created: '2026-10-02T08:00:00', dueDate: '2026-10-31' },
        { order: '3', status: 'reopened', created: '2026-10-03T08:00:00', completed: '2026-10-04T08:00:00' },
        { order: '4', status: 'closed', created: '2026-10-04T08:00:00', completed: '2026-10-31T23:59:59' },
        { order: '5', status: 'done', created: '2026-10-05T08:00:00', dueDate: '2026-10-06', completed: '2026-11-02T08:00:00' },
        { order: '6', status: 'cancelled', created: '2026-10-06T08:00:00', dueDate: '2026-10-07' },
        { order: '7', status: 'requested', created: '2026-11-01T00:00:00' },
      ],
      '2026-12-31',
    );
    expect(await ask.summary({ ...october, by: 'plant' })).toMatchObject([
      { key: 'P1', count: 5, opened: 5, completed: 1, open: 4, overdue: 2, reopened: 1, backlogWeeks: null },
    ]);
    const byStatus = await ask.summary({ ...october, by: 'status' });
    expect(byStatus.map((row) => [row.key, row.count, row.open])).toEqual([
      ['cancelled', 1, 0],
      ['closed', 1, 0],
      ['inProgress', 1, 1],
      ['open', 2, 3],
    ]);
    const { ask: early } = caller(
      [{ order: '5', status: 'done', created: '2026-10-05', dueDate: '2026-10-06', completed: '2026-10-20T08:00:00' }],
      '2026-10-10',
    );
    expect(await early.summary({ ...october, by: 'plant' })).toMatchObject([{ open: 1, overdue: 1, completed: 1 }]);
  });

  it('counts failures by explicit type, and repair time over them only', async () => {
    const { ask } = caller(
      [
        { order: '1', status: 'closed', type: 'corrective', created: '2026-10-01', downtimeMinutes: 4 * h, laborHours: 6 * h, cost: 100_00 },
        {
          order: '2',
          status: 'closed',
          type: 'emergency',
          created: '2026-10-02',
          started: '2026-10-02T08:00:00',
          completed: '2026-10-02T14:00:00',
          laborHours: 2 * h,
        },
        { order: '3', status: 'closed', type: 'corrective', created: '2026-10-03', laborHours: 1 * h },
        { order: '4', status: 'closed', type: 'preventive', created: '2026-10-03', downtimeMinutes: 1 * h, laborHours: 3 * h },
        { order: '5', status: 'cancelled', type: 'emergency', created: '2026-10-04', downtimeMinutes: 10 * h, laborHours: 100 * h },
        { order: '6', status: 'open', created: '2026-10-04', laborHours: 7 * h },
      ],
      '2026-10-31',
      {
        'production.output': [
          { date: '2026-10-01', line: 'L1', runMinutes: 1000 * h },
          { date: '2026-10-02', line: 'L1', plannedMinutes: 1010 * h, stopMinutes: 10 * h },
        ],
      },
    );
    const [row] = await ask.summary({ ...october, by: 'plant' });
    expect(row).toMatchObject({ failures: 2, downtimeHours: 15, mttrHours: 5, mtbfHours: 1000, laborHours: 119, cost: 100 });
    expect(row?.plannedRatio).toBe(3 / 12);
  });

  it('says null, not 0, where nothing failed, nothing was due or nobody recorded it', async () => {
    const { ask } = caller([{ order: '1', status: 'open', type: 'preventive', created: '2026-10-01' }], '2026-10-31');
    expect(await ask.summary({ ...october, by: 'plant' })).toMatchObject([
      {
        failures: 0,
        mtbfHours: null,
        mttrHours: null,
        pmDue: 0,
        pmComplianceRatio: null,
        plannedRatio: null,
        downtimeHours: null,
        laborHours: null,
        estimatedHours: null,
        cost: null,
        backlogWeeks: null,
      },
    ]);
    const { ask: none } = caller([], '2026-10-31');
    expect(await none.summary({ ...october, by: 'plant' })).toEqual([]);
  });

  it('PM compliance: the due day is on time, undated and cancelled orders are left out, the status word decides', async () => {
    const pm = (order: string, more: Record<string, string>) => ({ order, type: 'preventive', status: 'closed', created: '2026-09-20', ...more });
    const { ask } = caller(
      [
        pm('same day', { dueDate: '2026-10-10', completed: '2026-10-10T23:00:00' }),
        pm('a day late', { dueDate: '2026-10-10', completed: '2026-10-11T01:00:00' }),
        pm('early', { dueDate: '2026-10-31', completed: '2026-09-25T01:00:00' }),
        pm('open with a date', { dueDate: '2026-10-12', status: 'open', completed: '2026-10-01T01:00:00' }),
        pm('undated', { completed: '2026-10-11T01:00:00' }),
        pm('cancelled', { dueDate: '2026-10-12', status: 'cancelled' }),
        pm('next month', { dueDate: '2026-11-01', completed: '2026-10-11T01:00:00' }),
        { ...pm('not preventive', { dueDate: '2026-10-12' }), type: 'inspection' },
      ],
      '2026-12-31',
    );
    expect(await ask.summary({ ...october, by: 'plant' })).toMatchObject([{ pmDue: 4, pmOnTime: 2, pmComplianceRatio: 0.5 }]);
  });

  it('groups by asset (else its name), by type, and by month with every month of the range', async () => {
    const { ask, store } = caller(
      [
        { order: '1', status: 'open', type: 'corrective', asset: 'A1', created: '2026-09-10', estimatedHours: 20 * h },
        { order: '2', status: 'open', assetName: 'Pump', created: '2026-10-10', estimatedHours: 20 * h },
        { order: '3', status: 'closed', created: '2026-10-11', completed: '2026-11-02' },
      ],
      '2026-11-30',
    );
    const range = { from: '2026-09-01', to: '2026-11-30' };
    expect((await ask.summary({ ...range, by: 'asset' })).map((row) => row.key)).toEqual(['A1', 'Pump', 'Unassigned']);
    expect((await ask.summary({ ...range, by: 'type' })).map((row) => row.key)).toEqual(['corrective', 'Unassigned']);
    store.db.run(`insert into setting (name, value) values ('maintenance.weeklyCapacityHours.P1', '10')`);
    expect((await ask.summary({ ...range, by: 'month' })).map((row) => [row.key, row.opened, row.completed, row.open, row.backlogWeeks])).toEqual([
      ['2026-09', 1, 0, 1, 2],
      ['2026-10', 2, 0, 3, 4],
      ['2026-11', 0, 1, 2, 4],
    ]);
  });

  it('lets an order without a creation date in by its other dates, and one without any everywhere', async () => {
    const { ask } = caller(
      [
        { order: '1', status: 'open', dueDate: '2026-10-10' },
        { order: '2', status: 'open', dueDate: '2026-11-10' },
        { order: '3', status: 'open' },
      ],
      '2026-12-31',
    );
    expect(await ask.summary({ ...october, by: 'plant' })).toMatchObject([{ count: 2, opened: 0, open: 3, overdue: 1 }]);
    expect((await ask.summary({ ...october, by: 'month' })).map((row) => [row.key, row.count])).toEqual([
      ['2026-10', 1],
      ['Unassigned', 1],
    ]);
  });
});

describe('maintenance.ageing', () => {
  it('puts open orders into buckets by as-of − created', async () => {
    const on = (created: string, more = {}) => ({ order: created, status: 'open', created: `${created}T10:00:00`, estimatedHours: h, ...more });
    const { ask } = caller(
      [
        on('2026-10-31'),
        on('2026-10-24'),
        on('2026-10-23'),
        on('2026-10-01'),
        on('2026-09-30', { estimatedHours: null }),
        on('2026-08-02'),
        on('2026-08-01'),
        on('2026-07-01'),
        on('2026-11-01'),
        on('2026-10-30', { status: 'closed', completed: '2026-10-30T10:00:00' }),
      ],
      '2026-12-31',
    );
    expect(await ask.ageing(october)).toEqual([
      { bucket: '0–7', count: 2, hours: 2 },
      { bucket: '8–30', count: 2, hours: 2 },
      { bucket: '31–60', count: 1, hours: null },
      { bucket: '61–90', count: 1, hours: 1 },
      { bucket: '>90', count: 2, hours: 2 },
    ]);
  });
});

describe('maintenance exceptions', () => {
  it('name the failing asset, the overdue critical orders and the missed preventive work', () => {
    const asOf = '2026-10-28';
    const orders = [
      ...Array.from({ length: 6 }, (_, index) => ({
        order: `old${String(index)}`,
        status: 'closed',
        type: 'corrective',
        asset: 'A1',
        created: `2026-0${String(4 + index)}-20`,
        downtimeMinutes: h,
      })),
      ...Array.from({ length: 4 }, (_, index) => ({
        order: `new${String(index)}`,
        status: 'closed',
        type: 'corrective',
        asset: 'A1',
        created: `2026-10-1${String(index)}`,
        downtimeMinutes: 3 * h,
      })),
      { order: 'late', title: 'Safety valve', status: 'open', priority: 'A', created: '2026-10-01', dueDate: '2026-10-18' },
      { order: 'minor', status: 'open', priority: 'C', created: '2026-10-01', dueDate: '2026-10-18' },
      ...Array.from({ length: 6 }, (_, index) => ({
        order: `pm${String(index)}`,
        status: index < 3 ? 'closed' : 'open',
        type: 'preventive',
        created: '2026-09-30',
        dueDate: '2026-10-20',
        completed: index < 3 ? '2026-10-19' : null,
      })),
    ];
    const { store } = caller(orders, asOf, { 'maintenance.assets': [{ asset: 'A1', name: 'Press 4' }] });
    const found = exceptions(store.db, resolvePlant(store.db, undefined), asOf);
    expect(found.map((exception) => [exception.key, exception.title, exception.value])).toEqual([
      ['maintenance.asset.A1', 'Press 4 down 11.0 h above normal', '11.0 h'],
      ['maintenance.pmCompliance', 'PM compliance 50.0 %, target 90 %', '3 missed'],
      ['maintenance.overdueCritical', '1 critical order overdue, the oldest by 10 days', '1 order'],
    ]);
    expect(found[0]?.arithmetic).toContain('12.0 h in 1–28 Oct 2026 − normal 1.0');
    for (const exception of found) expect(exception.chart).not.toBeNull();
  });
});
