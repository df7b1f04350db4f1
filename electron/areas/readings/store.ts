/** All SQL of readings: days and months from the day roll-up, hours from the readings themselves. Local time as written. */
import type { ReadingTotals } from '../../../shared/areas/readings/measures.ts';
import { rowsOf, type ReadDb } from '../../store/database.ts';

export interface Scope {
  plant: string;
  tag: string;
  from: string;
  to: string;
}

export type ReadingGroup = 'hour' | 'day' | 'month';

export interface TagRow {
  tag: string;
  /** As the newest reading of the tag writes it; null when none does. */
  unit: string | null;
  count: number;
  /** First and last day with a reading. */
  from: string;
  to: string;
}

/** Totals of each hour ("2026-10-31T14"), day or month, oldest first. */
export function readingsBy(db: ReadDb, scope: Scope, by: ReadingGroup): ({ key: string } & ReadingTotals)[] {
  return rowsOf(db.all(by === 'hour' ? hourSql : rollUpSql(by), { ...scope }));
}

/** The plant's tags by name. */
export function listTags(db: ReadDb, plant: string): TagRow[] {
  return rowsOf<TagRow>(
    db.all(
      `select tag, sum(value_count) as count, min(day) as "from", max(day) as "to",
         (select unit from reading r where r.superseded_by is null and r.plant_code = d.plant_code and r.tag = d.tag order by local_time desc limit 1) as unit
       from reading_day d where plant_code = ? group by tag order by tag`,
      [plant],
    ),
  );
}

// The index is on the tag's time; "to" as a whole day ends before the next character after it.
const hourSql = `select substr(local_time, 1, 13) as key, count(value) as count, sum(value) as sum, min(value) as min, max(value) as max
  from reading
  where superseded_by is null and plant_code = @plant and tag = @tag and local_time >= @from and local_time < @to || 'U'
  group by 1 order by 1`;

function rollUpSql(by: 'day' | 'month'): string {
  return `select ${by === 'day' ? 'day' : 'substr(day, 1, 7)'} as key, sum(value_count) as count, sum(value) as sum, min(value_min) as min, max(value_max) as max
    from reading_day
    where plant_code = @plant and tag = @tag and day between @from and @to
    group by 1 order by 1`;
}
