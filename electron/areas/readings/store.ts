/** All SQL of readings: days and months from the roll-up, hours from the raw readings. */
import type { ReadingTotals } from '../../../shared/areas/readings/measures.ts';
import { rowsOf, type ReadDb } from '../../store/database.ts';

export interface TagScope {
  plant: string;
  tag: string;
  from: string; // ISO days, inclusive
  to: string;
}

export type ReadingGroup = 'hour' | 'day' | 'month';

export interface GroupTotals extends ReadingTotals {
  /** "2026-10-03 14", "2026-10-03" or "2026-10". */
  key: string;
}

/** Totals of one tag by hour, day or month of its local time. */
export function totalsBy(db: ReadDb, scope: TagScope, by: ReadingGroup): GroupTotals[] {
  return rowsOf<GroupTotals>(by === 'hour' ? db.all(hours, { plant: scope.plant, tag: scope.tag, from: scope.from, until: `${scope.to}T99` }) : db.all(rolled(by), { ...scope }));
}

const hours = `
  select replace(substr(local_time, 1, 13), 'T', ' ') as key, count(value) as count, sum(value) as sum, min(value) as min, max(value) as max
  from reading
  where plant_code = @plant and tag = @tag and local_time >= @from and local_time <= @until and superseded_by is null
  group by key order by key`;

const rolled = (by: 'day' | 'month') => `
  select ${by === 'day' ? 'day' : 'substr(day, 1, 7)'} as key, sum(value_count) as count, sum(value) as sum, min(value_min) as min, max(value_max) as max
  from reading_day
  where plant_code = @plant and tag = @tag and day between @from and @to
  group by key order by key`;

export interface TagListing {
  tag: string;
  from: string;
  to: string;
  count: number;
}

/** The tags of a plant with the days they reach over. */
export function listTags(db: ReadDb, plant: string): TagListing[] {
  return rowsOf<TagListing>(
    db.all(`select tag, min(day) as "from", max(day) as "to", sum(fact_count) as count from reading_day where plant_code = ? group by tag order by tag`, [plant]),
  );
}

export interface ReadingFact {
  factId: number;
  time: string;
  value: number | null;
}

/** The readings behind one hour, day or month, oldest first, and how many there are in all. */
export function readingsOf(db: ReadDb, scope: TagScope, options: { key: string; limit: number }): { facts: ReadingFact[]; total: number } {
  const [first, last] = [options.key.replace(' ', 'T'), `${options.key.replace(' ', 'T')}~`];
  const where = `plant_code = ? and tag = ? and local_time >= ? and local_time <= ? and superseded_by is null`;
  const place = [scope.plant, scope.tag, first > scope.from ? first : scope.from, last < `${scope.to}T99` ? last : `${scope.to}T99`];
  const facts = rowsOf<ReadingFact>(
    db.all(`select fact_id as factId, local_time as time, value from reading where ${where} order by local_time, fold limit ?`, [...place, options.limit]),
  );
  const [counted] = rowsOf<{ total: number }>(db.all(`select count(*) as total from reading where ${where}`, place));
  return { facts, total: counted?.total ?? 0 };
}
