/** The SQL behind what Today asks about: breakdowns span by span, and overdue critical orders. */
import { addDays, type IsoDate } from '../../../shared/kit/iso-date.ts';
import { rowsOf, type ReadDb } from '../../store/database.ts';
import { groupKey, live, orderParameters, ordersOpen, type OrderScope } from './store.ts';

export interface Breakdowns {
  asset: string;
  /** 0 for the first span of the range. */
  span: number;
  orders: number;
  downtimeMs: number | null;
}

/** Corrective and emergency orders by asset and span of days, as created. */
export function breakdownsByAsset(db: ReadDb, range: { plant: string; from: IsoDate; to: IsoDate; spanDays: number }): Breakdowns[] {
  return rowsOf<Breakdowns>(
    db.all(
      `select ${groupKey.asset} as asset, cast((julianday(substr(created_at, 1, 10)) - julianday(@from)) / @spanDays as integer) as span,
         count(*) as orders, sum(downtime_ms) as downtimeMs
       from work_order
       where ${live} and created_at >= @from and created_at < @next and work_type in ('corrective', 'emergency') and status is not 'cancelled'
       group by 1, 2`,
      { plant: range.plant, from: range.from, next: addDays(range.to, 1), spanDays: range.spanDays },
    ),
  );
}

/** Priorities and criticalities that mean “first”, lower case. */
const firstWords = ['1', 'a', 'p1', 'critical', 'highest', 'urgent', 'very high', 'emergency', 'kritisch', 'sehr hoch', 'urgente', 'critique'];

export interface CriticalOrder {
  order: string;
  title: string | null;
  due: string;
  /** Why it is critical. */
  reason: string;
}

/** Overdue open orders of top priority, of safety or emergency work, or on an asset of top criticality; longest overdue first. */
export function overdueCritical(db: ReadDb, scope: OrderScope): CriticalOrder[] {
  return rowsOf<CriticalOrder>(
    db.all(
      `select o.order_code as "order", coalesce(o.title, o.description) as title, o.due_date as due,
         case when lower(o.priority_text) in (select value from json_each(@first)) then 'priority ' || o.priority_text
              when o.work_type in ('safety', 'emergency') then o.work_type || ' work'
              else 'asset criticality ' || a.criticality end as reason
       from ${ordersOpen} o
       left join asset a on a.plant_code = @plant and a.superseded_by is null and a.asset_code = o.asset_code and o.asset_code <> ''
       where o.due_date < @day and (lower(o.priority_text) in (select value from json_each(@first)) or o.work_type in ('safety', 'emergency')
         or lower(a.criticality) in (select value from json_each(@first)))
       group by o.fact_id order by o.due_date, o.order_code`,
      { ...orderParameters(scope), first: JSON.stringify(firstWords) },
    ),
  );
}
