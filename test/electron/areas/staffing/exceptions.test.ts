import { expect, it } from 'vitest';
import { sevenDaySpans } from '../../../../electron/areas/normal.ts';
import { exceptions } from '../../../../electron/areas/staffing/exceptions.ts';
import { behind } from '../../../../electron/areas/staffing/trace.ts';
import { plantN, withStore, type FactRow } from '../production/area-store.ts';

const hour = 3_600_000;
const asOf = '2026-11-15';

/** A week's hours for nine weeks; only the last differs. */
function weeks(department: string, overtime: { normal: number; last: number }, absence: { normal: number; last: number }): FactRow[] {
  return sevenDaySpans(asOf).map((span, index) => ({
    work_date: span.from,
    department_code: department,
    regular_ms: 400 * hour,
    overtime_ms: (index === 8 ? overtime.last : overtime.normal) * hour,
    absence_ms: (index === 8 ? absence.last : absence.normal) * hour,
  }));
}

it('names overtime and absence above their normal, and only those', async () => {
  const facts = {
    time_entry: [
      ...weeks('Assembly', { normal: 20, last: 60 }, { normal: 10, last: 11 }),
      ...weeks('Packing', { normal: 20, last: 24 }, { normal: 10, last: 40 }),
      ...weeks('', { normal: 20, last: 100 }, { normal: 10, last: 100 }),
    ],
  };
  await withStore(facts, (db) => {
    const found = exceptions(db, plantN, asOf);
    expect(found.map((one) => [one.key, one.title, one.value])).toEqual([
      ['staffing.overtime.Assembly', 'Assembly: overtime 15.0 % against 5.0 % normally', '40.0 h'],
      ['staffing.absence.Packing', 'Packing: absence 9.1 % against 2.4 % normally', '29.3 h'],
    ]);
    expect(found[0]?.arithmetic).toBe('60.0 h of 400.0 h regular in week 46 of 2026 − normal 5.0 % = 40.0 h');
    const trace = found[0]?.trace;
    expect(trace && behind(db, trace)).toMatchObject({ formula: 'Overtime ratio = overtime 60.00 h ÷ regular 400.00 h = 15.00 %', total: 2 });
  });
});
