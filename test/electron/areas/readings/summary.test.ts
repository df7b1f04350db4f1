import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFactory } from '../../../../electron/core/procedures.ts';
import { readingsRouter } from '../../../../electron/areas/readings/router.ts';
import { behind } from '../../../../electron/areas/readings/trace.ts';
import { refill, withStore } from '../production/area-store.ts';
import { contextOf } from '../production/context.ts';

const call = callerFactory(readingsRouter);
const range = { plant: 'N', from: '2026-10-25', to: '2026-11-01' };

const reading = fc.record({
  plant_code: fc.constantFrom('N', 'N', 'S'),
  superseded_by: fc.constantFrom(null, null, 1),
  tag: fc.constantFrom('T1', 'T2'),
  local_time: fc.constantFrom(
    '2026-10-24T23:59:59',
    '2026-10-25T00:00:00',
    '2026-10-25T02:30:00',
    '2026-10-25T02:45:00',
    '2026-11-01T23:59:59',
    '2026-11-02T00:00:00',
  ),
  fold: fc.constantFrom(0, 1),
  value: fc.option(fc.integer({ min: -1000, max: 1000 })),
});

describe('readings.summary', () => {
  it('equals the slow calculation over raw readings, by hour, day and month', async () => {
    await withStore({}, async (db) => {
      await fc.assert(
        fc.asyncProperty(fc.array(reading, { maxLength: 20 }), async (rows) => {
          refill(db, { reading: rows });
          const live = rows.filter(
            (row) =>
              row.plant_code === 'N' &&
              row.superseded_by === null &&
              row.tag === 'T1' &&
              row.local_time.slice(0, 10) >= range.from &&
              row.local_time.slice(0, 10) <= range.to,
          );
          for (const [by, length] of [
            ['hour', 13],
            ['day', 10],
            ['month', 7],
          ] as const) {
            const found = await call(contextOf(db, '2026-11-01')).summary({ ...range, tag: 'T1', by });
            const keys = [...new Set(live.map((row) => row.local_time.slice(0, length)))].sort();
            expect(found.map((row) => row.key)).toEqual(keys);
            for (const row of found) {
              const values = live.flatMap((one) => (one.local_time.startsWith(row.key) && one.value !== null ? [one.value] : []));
              const sum = values.reduce((whole, value) => whole + value, 0);
              const expected =
                values.length === 0
                  ? { count: 0, sum: null, mean: null, min: null, max: null }
                  : { count: values.length, sum, mean: sum / values.length, min: Math.min(...values), max: Math.max(...values) };
              expect(row).toEqual({ key: row.key, ...expected });
              const reference = { procedure: 'readings.summary', input: { ...range, tag: 'T1', by }, key: row.key, field: 'sum' };
              const facts = behind(db, reference).facts;
              expect(facts.map((fact) => fact.value).sort()).toEqual([...values].sort());
            }
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it('lists tags with unit, count and days, and traces an extreme to its reading', async () => {
    const facts = {
      reading: [
        { tag: 'Usage', local_time: '2026-10-25T02:30:00', fold: 0, value: 3, unit: 'kW' },
        { tag: 'Usage', local_time: '2026-10-25T02:30:00', fold: 1, value: 5, unit: 'kWh' },
        { tag: 'Usage', local_time: '2026-10-26T02:30:00', value: null, unit: 'kWh' },
      ],
    };
    await withStore(facts, async (db) => {
      const context = contextOf(db, '2026-11-01');
      expect(await call(context).tags({ plant: 'N' })).toEqual([{ tag: 'Usage', unit: 'kWh', count: 2, from: '2026-10-25', to: '2026-10-26' }]);
      const reference = { procedure: 'readings.summary', input: { ...range, tag: 'Usage', by: 'month' }, key: '2026-10', field: 'max' };
      expect(behind(db, reference)).toMatchObject({
        formula: 'Greatest of 2 readings = 5.000 kWh',
        total: 1,
        facts: [{ value: 5, field: 'value', table: 'reading' }],
      });
      expect(() => behind(db, { ...reference, field: 'median' })).toThrow(/field/);
      expect(() => behind(db, { ...reference, key: '2026-09' })).toThrow(/2026-09/);
    });
  });
});
