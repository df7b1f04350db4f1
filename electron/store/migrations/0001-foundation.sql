-- Plants, settings, imports, audit, and the fact tables of the first nine datasets with their roll-ups.
-- A fact row carries: the plant, the import that brought it, where it stood, a hash of its natural key, and the import that replaced it.

create table plant (
  plant_code text primary key,
  name text not null,
  currency text not null default 'USD',
  minor_digits integer not null default 2 check (minor_digits between 0 and 4),
  fiscal_start_month integer not null default 1 check (fiscal_start_month between 1 and 12),
  created_at text not null
) strict;

create table setting (
  name text primary key,
  value text not null
) strict;

-- Originals, gzip-compressed, by the SHA-256 of their bytes: in the store itself, so that a backup is whole and a commit is one step.
create table source_file (
  sha256 text primary key,
  file_size integer not null,
  content blob not null
) strict;

-- One import = one file. state: committed, undone.
create table import_batch (
  batch_id integer primary key,
  plant_code text not null references plant,
  file_name text not null,
  sha256 text not null references source_file,
  file_size integer not null,
  state text not null check (state in ('committed', 'undone')),
  allow_partial integer not null,
  actor text not null,
  door text not null,
  committed_at text not null,
  undone_at text,
  -- how the file was read, so that a trace can read it again
  request text not null
) strict;
create index import_batch_sha on import_batch (sha256, state);

-- One table found in the file.
create table import_table (
  batch_id integer not null references import_batch,
  table_no integer not null,
  sheet_no integer not null,
  sheet_name text not null,
  header_row integer not null,
  dataset text not null,
  profile text,
  source text not null,
  columns text not null,
  rows_read integer not null,
  rows_new integer not null,
  rows_changed integer not null,
  rows_same integer not null,
  rows_rejected integer not null,
  fact_count integer not null,
  period_from text,
  period_to text,
  totals text not null,
  problems text not null,
  primary key (batch_id, table_no)
) strict;

-- A later file that says the same again: if the first import is taken back, the fact stays with this one.
create table attestation (
  fact_table text not null,
  fact_id integer not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  primary key (fact_table, fact_id, batch_id)
) strict, without rowid;
create index attestation_batch on attestation (batch_id);

create table audit_entry (
  seq integer primary key,
  at text not null,
  zone text not null,
  actor text not null,
  host text not null,
  door text not null,
  action text not null,
  subject text not null,
  detail text not null,
  previous_hash text not null,
  hash text not null
) strict;
create trigger audit_entry_is_append_only_update before update on audit_entry begin select raise(abort, 'the audit trail is append-only'); end;
create trigger audit_entry_is_append_only_delete before delete on audit_entry begin select raise(abort, 'the audit trail is append-only'); end;

-- Remembered answers: what a word of a source means.
create table word_alias (
  dataset text not null,
  field text not null,
  text text not null,
  word text not null,
  recorded_at text not null,
  primary key (dataset, field, text)
) strict;

create table saved_profile (
  profile_id text primary key,
  body text not null,
  recorded_at text not null
) strict;

-- Packs made: apart from the facts, so that the same facts give the same bytes.
create table pack_log (
  pack_log_id integer primary key,
  kind text not null,
  plant_code text not null,
  period text not null,
  version integer not null,
  made_at text not null,
  actor text not null,
  as_of text not null,
  content_sha256 text not null,
  files text not null
) strict;

create table shift_output (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  production_date text not null,
  shift_code text not null,
  line_code text not null,
  product_code text not null,
  order_code text not null,
  good_count real,
  scrap_count real,
  rework_count real,
  total_count real,
  target_count real,
  planned_ms integer,
  run_ms integer,
  stop_ms integer,
  ideal_cycle_ms integer,
  -- total as given, else the sum of its parts where good is known
  made_count real generated always as (coalesce(total_count, good_count + coalesce(scrap_count, 0) + coalesce(rework_count, 0))) virtual,
  -- min(total, target): over-production earns no credit
  credited_count real generated always as (case when target_count is null or coalesce(total_count, good_count + coalesce(scrap_count, 0) + coalesce(rework_count, 0)) is null then null else min(coalesce(total_count, good_count + coalesce(scrap_count, 0) + coalesce(rework_count, 0)), target_count) end) virtual,
  -- ideal cycle × total
  ideal_ms real generated always as (ideal_cycle_ms * coalesce(total_count, good_count + coalesce(scrap_count, 0) + coalesce(rework_count, 0))) virtual,
  production_month text generated always as (substr(production_date, 1, 7)) virtual
) strict;
create index shift_output_key on shift_output (key_hash) where superseded_by is null;
create index shift_output_date on shift_output (plant_code, production_date) where superseded_by is null;
create index shift_output_batch on shift_output (batch_id);
create index shift_output_superseded on shift_output (superseded_by) where superseded_by is not null;

create table shift_output_day (
  plant_code text not null,
  day text not null,
  shift_code text not null,
  line_code text not null,
  product_code text not null,
  good_count real,
  scrap_count real,
  rework_count real,
  total_count real,
  made_count real,
  target_count real,
  credited_count real,
  planned_ms integer,
  run_ms integer,
  stop_ms integer,
  ideal_ms real,
  planned_without_run_ms integer,
  stop_without_run_ms integer,
  fact_count integer not null,
  primary key (plant_code, day, shift_code, line_code, product_code)
) strict, without rowid;

create table place_output_day (
  plant_code text not null,
  day text not null,
  line_code text not null,
  shift_code text not null,
  good_count real,
  scrap_count real,
  rework_count real,
  total_count real,
  made_count real,
  target_count real,
  credited_count real,
  planned_ms integer,
  run_ms integer,
  stop_ms integer,
  ideal_ms real,
  planned_without_run_ms integer,
  stop_without_run_ms integer,
  fact_count integer not null,
  primary key (plant_code, day, line_code, shift_code)
) strict, without rowid;

-- *_days: days of the month as bits, the first lowest
create table shift_output_month (
  plant_code text not null,
  month text not null,
  line_code text not null,
  shift_code text not null,
  good_count real,
  scrap_count real,
  rework_count real,
  total_count real,
  made_count real,
  target_count real,
  credited_count real,
  planned_ms integer,
  run_ms integer,
  stop_ms integer,
  ideal_ms real,
  planned_without_run_ms integer,
  stop_without_run_ms integer,
  stop_days integer,
  run_days integer,
  unmeasured_days integer,
  fact_count integer not null,
  primary key (plant_code, month, line_code, shift_code)
) strict, without rowid;

create table product_output_month (
  plant_code text not null,
  month text not null,
  line_code text not null,
  product_code text not null,
  good_count real,
  scrap_count real,
  rework_count real,
  total_count real,
  made_count real,
  target_count real,
  credited_count real,
  planned_ms integer,
  run_ms integer,
  stop_ms integer,
  ideal_ms real,
  planned_without_run_ms integer,
  stop_without_run_ms integer,
  fact_count integer not null,
  primary key (plant_code, month, line_code, product_code)
) strict, without rowid;

create table downtime_event (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  line_code text not null,
  started_at text not null,
  ended_at text,
  stop_ms integer not null,
  reason_code text not null,
  shift_code text not null,
  asset_code text not null,
  is_planned integer,
  comment text,
  event_date text generated always as (substr(started_at, 1, 10)) virtual,
  event_month text generated always as (substr(started_at, 1, 7)) virtual,
  stop_count integer generated always as (1) virtual
) strict;
create index downtime_event_key on downtime_event (key_hash) where superseded_by is null;
create index downtime_event_date on downtime_event (plant_code, event_date) where superseded_by is null;
create index downtime_event_batch on downtime_event (batch_id);
create index downtime_event_superseded on downtime_event (superseded_by) where superseded_by is not null;

create table downtime_day (
  plant_code text not null,
  day text not null,
  line_code text not null,
  asset_code text not null,
  shift_code text not null,
  reason_code text not null,
  stop_ms integer,
  stop_count integer,
  fact_count integer not null,
  primary key (plant_code, day, line_code, asset_code, shift_code, reason_code)
) strict, without rowid;

create table stop_day (
  plant_code text not null,
  day text not null,
  line_code text not null,
  shift_code text not null,
  stop_ms integer,
  stop_count integer,
  fact_count integer not null,
  primary key (plant_code, day, line_code, shift_code)
) strict, without rowid;

create table downtime_month (
  plant_code text not null,
  month text not null,
  line_code text not null,
  asset_code text not null,
  reason_code text not null,
  stop_ms integer,
  stop_count integer,
  fact_count integer not null,
  primary key (plant_code, month, line_code, asset_code, reason_code)
) strict, without rowid;

create table stop_month (
  plant_code text not null,
  month text not null,
  line_code text not null,
  shift_code text not null,
  stop_ms integer,
  stop_count integer,
  stop_days integer,
  fact_count integer not null,
  primary key (plant_code, month, line_code, shift_code)
) strict, without rowid;

create table account (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  account_code text not null,
  name text,
  account_type text,
  account_type_text text,
  parent_code text not null,
  driver text
) strict;
create index account_key on account (key_hash) where superseded_by is null;
create index account_code on account (plant_code, account_code) where superseded_by is null;
create index account_batch on account (batch_id);
create index account_superseded on account (superseded_by) where superseded_by is not null;

create table budget_line (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  version_code text not null,
  account_code text not null,
  account_name text,
  cost_center_code text not null,
  posting_date text not null,
  period_code text not null,
  amount_minor integer not null,
  posting_month text generated always as (substr(posting_date, 1, 7)) virtual
) strict;
create index budget_line_key on budget_line (key_hash) where superseded_by is null;
-- the days of a cut month are summed from the index alone
create index budget_line_date on budget_line (plant_code, posting_date, version_code, account_code, cost_center_code, period_code, amount_minor) where superseded_by is null;
create index budget_line_name on budget_line (plant_code, account_code, posting_date, account_name) where superseded_by is null and account_name is not null;
create index budget_line_batch on budget_line (batch_id);
create index budget_line_superseded on budget_line (superseded_by) where superseded_by is not null;

create table budget_month (
  plant_code text not null,
  month text not null,
  version_code text not null,
  account_code text not null,
  cost_center_code text not null,
  period_code text not null,
  amount_minor integer,
  fact_count integer not null,
  primary key (plant_code, version_code, cost_center_code, account_code, month, period_code)
) strict, without rowid;

create table budget_account_month (
  plant_code text not null,
  month text not null,
  version_code text not null,
  account_code text not null,
  period_code text not null,
  amount_minor integer,
  fact_count integer not null,
  primary key (plant_code, version_code, month, account_code, period_code)
) strict, without rowid;

create table ledger_entry (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  account_code text not null,
  account_name text,
  cost_center_code text not null,
  posting_date text not null,
  period_code text not null,
  fiscal_year text not null,
  document_code text not null,
  document_line text not null,
  line_text text,
  debit_minor integer,
  credit_minor integer,
  amount_minor integer not null,
  posting_month text generated always as (substr(posting_date, 1, 7)) virtual,
  entry_count integer generated always as (1) virtual
) strict;
create index ledger_entry_key on ledger_entry (key_hash) where superseded_by is null;
-- the days of a cut month are summed from the index alone
create index ledger_entry_date on ledger_entry (plant_code, posting_date, account_code, cost_center_code, period_code, amount_minor, debit_minor, credit_minor) where superseded_by is null;
create index ledger_entry_account on ledger_entry (plant_code, account_code, posting_date) where superseded_by is null;
create index ledger_entry_batch on ledger_entry (batch_id);
create index ledger_entry_superseded on ledger_entry (superseded_by) where superseded_by is not null;

create table ledger_month (
  plant_code text not null,
  month text not null,
  account_code text not null,
  cost_center_code text not null,
  period_code text not null,
  amount_minor integer,
  debit_minor integer,
  credit_minor integer,
  entry_count integer,
  fact_count integer not null,
  primary key (plant_code, cost_center_code, account_code, month, period_code)
) strict, without rowid;

create table ledger_account_month (
  plant_code text not null,
  month text not null,
  account_code text not null,
  period_code text not null,
  amount_minor integer,
  debit_minor integer,
  credit_minor integer,
  fact_count integer not null,
  primary key (plant_code, month, account_code, period_code)
) strict, without rowid;

create table time_entry (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  employee_code text not null,
  employee_name text,
  work_date text not null,
  department_code text not null,
  line_code text not null,
  shift_code text not null,
  role text,
  pay_code text not null,
  pay_code_text text,
  planned_ms integer,
  regular_ms integer,
  overtime_ms integer,
  absence_ms integer,
  hours_ms integer,
  labor_cost_minor integer,
  work_month text generated always as (substr(work_date, 1, 7)) virtual
) strict;
create index time_entry_key on time_entry (key_hash) where superseded_by is null;
create index time_entry_date on time_entry (plant_code, work_date) where superseded_by is null;
create index time_entry_batch on time_entry (batch_id);
create index time_entry_superseded on time_entry (superseded_by) where superseded_by is not null;

create table time_day (
  plant_code text not null,
  day text not null,
  department_code text not null,
  line_code text not null,
  shift_code text not null,
  planned_ms integer,
  regular_ms integer,
  overtime_ms integer,
  absence_ms integer,
  labor_cost_minor integer,
  fact_count integer not null,
  primary key (plant_code, day, department_code, line_code, shift_code)
) strict, without rowid;

create table time_month (
  plant_code text not null,
  month text not null,
  department_code text not null,
  line_code text not null,
  shift_code text not null,
  planned_ms integer,
  regular_ms integer,
  overtime_ms integer,
  absence_ms integer,
  labor_cost_minor integer,
  fact_count integer not null,
  primary key (plant_code, month, department_code, line_code, shift_code)
) strict, without rowid;

create table asset (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  source text not null,
  asset_code text not null,
  name text not null,
  description text,
  parent_code text not null,
  location text,
  line_code text not null,
  category text,
  criticality text not null,
  status_text text,
  manufacturer text,
  model text not null,
  serial_number text not null
) strict;
create index asset_key on asset (key_hash) where superseded_by is null;
create index asset_name on asset (plant_code, asset_code, name) where superseded_by is null;
create index asset_batch on asset (batch_id);
create index asset_superseded on asset (superseded_by) where superseded_by is not null;

create table work_order (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  source text not null,
  order_code text not null,
  title text,
  description text,
  status text,
  status_text text,
  work_type text,
  work_type_text text,
  priority_text text,
  asset_code text not null,
  asset_name text,
  location text,
  line_code text not null,
  craft_code text not null,
  assigned_to text,
  created_at text,
  due_date text,
  started_at text,
  completed_at text,
  estimated_ms integer,
  labor_ms integer,
  downtime_ms integer,
  cost_minor integer,
  created_month text generated always as (coalesce(substr(created_at, 1, 7), '')) virtual,
  asset_key text generated always as (case when asset_code <> '' then asset_code else coalesce(nullif(asset_name, ''), 'Unassigned') end) virtual,
  type_key text generated always as (coalesce(work_type, '')) virtual,
  status_key text generated always as (coalesce(status, '')) virtual,
  done_month text generated always as (coalesce(substr(completed_at, 1, 7), '')) virtual,
  due_month text generated always as (coalesce(substr(due_date, 1, 7), '')) virtual,
  -- the first month at whose end the order is past its due day
  late_month text generated always as (coalesce(substr(date(due_date, '+1 day'), 1, 7), '')) virtual,
  -- the rules of shared/areas/maintenance/measures.ts
  failure_count integer generated always as (status is not 'cancelled' and (work_type is 'emergency' or (work_type is 'corrective' and coalesce(downtime_ms, 0) > 0))) virtual,
  repair_ms integer generated always as (case when not failure_count then null when downtime_ms > 0 then downtime_ms when unixepoch(completed_at) >= unixepoch(started_at) then (unixepoch(completed_at) - unixepoch(started_at)) * 1000 end) virtual,
  repair_count integer generated always as (repair_ms is not null) virtual,
  failure_ms integer generated always as (case when failure_count then labor_ms end) virtual,
  classified_ms integer generated always as (case when work_type is not null and status is not 'cancelled' then labor_ms end) virtual,
  planned_ms integer generated always as (case when work_type in ('preventive', 'predictive', 'inspection', 'calibration', 'modification', 'safety') then classified_ms end) virtual,
  on_time_count integer generated always as ((status is null or status in ('done', 'closed')) and completed_at is not null and coalesce(substr(completed_at, 1, 10) <= due_date, 0)) virtual
) strict;
create index work_order_key on work_order (key_hash) where superseded_by is null;
create index work_order_created on work_order (plant_code, created_at) where superseded_by is null;
-- these three are counted from alone
create index work_order_completed on work_order (plant_code, completed_at, status, created_at, due_date, estimated_ms, work_type, asset_code, asset_name) where superseded_by is null;
create index work_order_open on work_order (plant_code, status, created_at, due_date, completed_at, estimated_ms, work_type, asset_code, asset_name, order_code) where superseded_by is null;
create index work_order_due on work_order (plant_code, work_type, due_date, status, completed_at, asset_code, asset_name) where superseded_by is null;
create index work_order_batch on work_order (batch_id);
create index work_order_superseded on work_order (superseded_by) where superseded_by is not null;

-- By month of creation, '' where that is not known. The months of completion and due day are dimensions, so that a few thousand rows
-- answer what was completed, due, open and overdue in any month.
create table work_order_month (
  plant_code text not null,
  month text not null,
  type_key text not null,
  status_key text not null,
  done_month text not null,
  due_month text not null,
  late_month text not null,
  failure_count integer,
  repair_count integer,
  repair_ms integer,
  downtime_ms integer,
  planned_ms integer,
  failure_ms integer,
  classified_ms integer,
  estimated_ms integer,
  labor_ms integer,
  cost_minor integer,
  on_time_count integer,
  fact_count integer not null,
  primary key (plant_code, month, type_key, status_key, done_month, due_month, late_month)
) strict, without rowid;

create table work_order_asset_month (
  plant_code text not null,
  month text not null,
  asset_key text not null,
  failure_count integer,
  repair_count integer,
  repair_ms integer,
  downtime_ms integer,
  planned_ms integer,
  failure_ms integer,
  classified_ms integer,
  estimated_ms integer,
  labor_ms integer,
  cost_minor integer,
  fact_count integer not null,
  primary key (plant_code, month, asset_key)
) strict, without rowid;

create table reading (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  tag text not null,
  local_time text not null,
  fold integer not null,
  value real,
  unit text,
  quality text,
  local_date text generated always as (substr(local_time, 1, 10)) virtual
) strict;
create index reading_key on reading (key_hash) where superseded_by is null;
create index reading_tag on reading (plant_code, tag, local_time) where superseded_by is null;
create index reading_date on reading (plant_code, local_date) where superseded_by is null;
create index reading_batch on reading (batch_id);
create index reading_superseded on reading (superseded_by) where superseded_by is not null;

create table reading_day (
  plant_code text not null,
  day text not null,
  tag text not null,
  value real,
  value_count integer not null,
  value_min real,
  value_max real,
  fact_count integer not null,
  primary key (plant_code, tag, day)
) strict, without rowid;
