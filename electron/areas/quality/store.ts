/** All SQL of quality: measured values and inspection counts of one characteristic, in the order they were taken. */
import { rowsOf, type ReadDb } from '../../store/database.ts';

export interface Scope {
  plant: string;
  characteristic: string;
  from: string;
  to: string;
}

export interface MeasuredRow {
  /** Local time as written; null where the file had none. */
  at: string | null;
  sample: string;
  value: number;
  lower: number | null;
  upper: number | null;
  target: number | null;
}

export interface InspectedRow {
  at: string;
  inspected: number;
  defective: number;
}

/** Values by time, then as they stood in the file. A value without a time belongs to every range of days. */
export function measuredValues(db: ReadDb, scope: Scope): MeasuredRow[] {
  return rowsOf<MeasuredRow>(
    db.all(
      `select nullif(measured_at, '') as at, sample_code as sample, value, lower_limit as lower, upper_limit as upper, target_value as target
       from measurement
       where superseded_by is null and plant_code = @plant and characteristic_code = @characteristic and value is not null
         and (measured_at = '' or (measured_at >= @from and measured_at < @to || 'U'))
       order by measured_at, batch_id, table_no, source_row, fact_id`,
      { ...scope },
    ),
  );
}

/** Inspections with a count of defectives, by day, then as they stood in the file. */
export function inspectedCounts(db: ReadDb, scope: Scope): InspectedRow[] {
  return rowsOf<InspectedRow>(
    db.all(
      `select inspection_date as at, inspected_count as inspected, defective_count as defective
       from inspection
       where superseded_by is null and plant_code = @plant and characteristic_code = @characteristic
         and inspection_date between @from and @to and inspected_count is not null and defective_count is not null
       order by inspection_date, batch_id, table_no, source_row, fact_id`,
      { ...scope },
    ),
  );
}
