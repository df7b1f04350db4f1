-- What imports changed of periods already reported, and what whole lists no longer hold.

-- The figures of a period before and after an import, in storage units; a share as a fraction. item: the account the figure is of, '' for all.
create table restatement (
  batch_id integer not null references import_batch,
  plant_code text not null,
  dataset text not null,
  period text not null,
  figure text not null,
  item text not null,
  before_value real,
  after_value real,
  -- whose rows were replaced, the newest of several; null where rows only came in addition
  replaced_batch integer references import_batch,
  primary key (batch_id, dataset, period, figure, item)
) strict, without rowid;
create index restatement_period on restatement (plant_code, period);

-- Imports the user said to be the whole list of their source.
create table full_snapshot (
  batch_id integer not null references import_batch,
  table_no integer not null,
  plant_code text not null,
  dataset text not null,
  source text not null,
  primary key (batch_id, table_no)
) strict, without rowid;
create index full_snapshot_scope on full_snapshot (plant_code, dataset, source);

-- gone_by: the first whole list, after the row was last said, that does not hold it.
alter table account add column gone_by integer references import_batch;
alter table asset add column gone_by integer references import_batch;
alter table audit_finding add column gone_by integer references import_batch;
alter table commitment add column gone_by integer references import_batch;
alter table employee add column gone_by integer references import_batch;
alter table maintenance_plan add column gone_by integer references import_batch;
alter table permit add column gone_by integer references import_batch;
alter table product add column gone_by integer references import_batch;
alter table production_order add column gone_by integer references import_batch;
alter table project add column gone_by integer references import_batch;
alter table qualification add column gone_by integer references import_batch;
alter table work_order add column gone_by integer references import_batch;

-- An open order that is gone from its list waits for nobody: it has a status of its own.
alter table work_order drop column status_key;
alter table work_order add column status_key text generated always as (case when gone_by is not null and (status in ('requested', 'open', 'reopened', 'inProgress', 'onHold') or (status is null and completed_at is null)) then 'gone' else coalesce(status, '') end) virtual;
drop index work_order_open;
create index work_order_open on work_order (plant_code, status, created_at, due_date, completed_at, estimated_ms, work_type, asset_code, asset_name, order_code, gone_by) where superseded_by is null;
