import { describe, expect, it } from 'vitest';
import { exceptions } from '../../../../electron/areas/production/exceptions.ts';
import { behind } from '../../../../electron/areas/production/trace.ts';
import { ordinal, sevenDaySpans, unusual } from '../../../../electron/areas/normal.ts';
import { addDays } from '../../../../shared/kit/iso-date.ts';
import { plantN, withStore, type FactRow } from './area-store.ts';

const minute = 60_000;
const asOf = '2026-11-15';

/** One stop a week for nine weeks; the last week's has its own length. */
function weeklyStops(row: FactRow, normal: number, last: number): FactRow[] {
  return sevenDaySpans(asOf).map((span, index) => ({
    started_at: `${span.from}T08:00:00`,
    stop_ms: (index === 8 ? last : normal) * minute,
    reason_code: 'jam',
    ...row,
  }));
}

describe('what is normal', () => {
  it('is the mean of the eight spans before', () => {
    expect(sevenDaySpans(asOf)[8]).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(sevenDaySpans(asOf)[0]).toEqual({ from: '2026-09-14', to: '2026-09-20' });
    expect(unusual([10, 10, 10, 10, 10, 10, 10, 10, 20], { times: 1.5, least: 5 })).toEqual({ value: 20, normal: 10, weeks: 1 });
    expect(unusual([10, 10, 10, 10, 10, 10, 10, 30, 30], { times: 1.5, least: 5 })).toMatchObject({ weeks: 2, normal: 12.5 });
    expect(unusual([10, 10, 10, 10, 10, 10, 10, 10, 15], { times: 1.5, least: 5 })).toBeNull();
    expect(unusual([0, 0, 0, 0, 0, 10, 10, 10, 90], { times: 1.5, least: 5 })).toBeNull();
    expect([1, 2, 3, 4, 11, 12, 21, 112].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '112th']);
  });
});

describe('production exceptions', () => {
  it('name the asset far above its normal, with arithmetic that can be followed', async () => {
    const facts = {
      downtime_event: [
        ...weeklyStops({ line_code: 'Line 1', asset_code: 'Press 4' }, 186, 498),
        ...weeklyStops({ line_code: 'Line 2' }, 100, 300),
        ...weeklyStops({ line_code: 'Line 3' }, 100, 120),
      ],
    };
    await withStore(facts, (db) => {
      const found = exceptions(db, plantN, asOf);
      expect(found.map((one) => [one.title, one.value, one.weight])).toEqual([
        ['Press 4 down 312 min above normal', '312 min', 312],
        ['Line 2 down 200 min above normal', '200 min', 200],
      ]);
      expect(found[0]).toMatchObject({ since: '1st week', arithmetic: '498 min in week 46 of 2026 − normal 186 (mean of the 8 weeks before)' });
      for (const one of found) {
        const trace = one.trace;
        expect(trace && behind(db, trace).facts.reduce((sum, fact) => sum + (fact.value ?? 0), 0)).toBe(one.title.startsWith('Press') ? 498 : 300);
      }
      // weeks earlier there was nothing to say
      expect(exceptions(db, plantN, addDays(asOf, -7))).toEqual([]);
    });
  });

  it('name a line that misses its target day after day, and forget it when it recovers', async () => {
    const days = ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14'];
    const made = (totals: number[]): FactRow[] =>
      days.map((day, index) => ({ production_date: day, line_code: 'Line 1', total_count: totals[index] ?? 0, target_count: 100, planned_ms: 480 * minute }));
    await withStore({ shift_output: made([100, 90, 80, 70]) }, (db) => {
      expect(exceptions(db, plantN, asOf)).toMatchObject([
        {
          title: 'Line 1 under target 3 days running',
          value: '60 units',
          arithmetic: '300 planned − 240 credited units, 12–14 Nov 2026; attainment 80.0 %',
          since: '3rd day',
        },
      ]);
    });
    await withStore({ shift_output: made([90, 80, 70, 99]) }, (db) => {
      expect(exceptions(db, plantN, asOf)).toEqual([]);
    });
  });
});
