-- The fact tables of sixteen more datasets, without roll-ups: no page sums them yet. And what a work order says beyond its dates.

alter table work_order add column scheduled_start text;
alter table work_order add column order_type text not null default '';
alter table work_order add column meter_reading real;

create table production_order (
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
  product_code text not null,
  product_name text,
  line_code text not null,
  line_written text,
  customer text,
  order_type text not null,
  status_text text,
  start_date text,
  due_date text,
  finished_date text,
  planned_count real,
  produced_count real,
  scrap_count real,
  unit text not null
) strict;
create index production_order_key on production_order (key_hash) where superseded_by is null;
create index production_order_date on production_order (plant_code, due_date) where superseded_by is null;
create index production_order_line_written on production_order (plant_code, line_written) where line_written is not null;
create index production_order_batch on production_order (batch_id);
create index production_order_superseded on production_order (superseded_by) where superseded_by is not null;

create table product (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  product_code text not null,
  name text,
  product_group text,
  line_code text not null,
  line_written text,
  unit text not null,
  ideal_cycle_ms integer,
  standard_cost real
) strict;
create index product_key on product (key_hash) where superseded_by is null;
create index product_code on product (plant_code, product_code) where superseded_by is null;
create index product_line_written on product (plant_code, line_written) where line_written is not null;
create index product_batch on product (batch_id);
create index product_superseded on product (superseded_by) where superseded_by is not null;

create table inspection (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  inspection_date text not null,
  shift_code text not null,
  line_code text not null,
  line_written text,
  product_code text not null,
  characteristic_code text not null,
  lot_code text not null,
  inspected_count real,
  defective_count real,
  disposition text,
  comment text
) strict;
create index inspection_key on inspection (key_hash) where superseded_by is null;
create index inspection_date on inspection (plant_code, inspection_date) where superseded_by is null;
create index inspection_line_written on inspection (plant_code, line_written) where line_written is not null;
create index inspection_batch on inspection (batch_id);
create index inspection_superseded on inspection (superseded_by) where superseded_by is not null;

create table measurement (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  characteristic_code text not null,
  measured_at text not null,
  sample_code text not null,
  position_code text not null,
  value real,
  unit text,
  lower_limit real,
  upper_limit real,
  target_value real,
  product_code text not null,
  line_code text not null,
  line_written text,
  gauge_code text not null
) strict;
create index measurement_key on measurement (key_hash) where superseded_by is null;
create index measurement_date on measurement (plant_code, measured_at) where superseded_by is null;
create index measurement_line_written on measurement (plant_code, line_written) where line_written is not null;
create index measurement_batch on measurement (batch_id);
create index measurement_superseded on measurement (superseded_by) where superseded_by is not null;

create table commitment (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  source text not null,
  document_code text not null,
  document_line text not null,
  account_assignment text not null,
  account_code text not null,
  account_written text,
  cost_center_code text not null,
  fund_code text not null,
  order_code text not null,
  kind_text text,
  vendor text,
  line_text text,
  document_date text,
  due_date text,
  amount_minor integer
) strict;
create index commitment_key on commitment (key_hash) where superseded_by is null;
create index commitment_date on commitment (plant_code, due_date) where superseded_by is null;
create index commitment_account_written on commitment (plant_code, account_written) where account_written is not null;
create index commitment_batch on commitment (batch_id);
create index commitment_superseded on commitment (superseded_by) where superseded_by is not null;

create table cost_standard (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  item_code text not null,
  line_code text not null,
  line_written text,
  name text,
  valid_from text not null,
  unit text not null,
  unit_price real,
  hour_rate real,
  unit_quantity real,
  unit_ms integer
) strict;
create index cost_standard_key on cost_standard (key_hash) where superseded_by is null;
create index cost_standard_date on cost_standard (plant_code, valid_from) where superseded_by is null;
create index cost_standard_line_written on cost_standard (plant_code, line_written) where line_written is not null;
create index cost_standard_batch on cost_standard (batch_id);
create index cost_standard_superseded on cost_standard (superseded_by) where superseded_by is not null;

create table project (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  project_code text not null,
  name text,
  valid_from text not null,
  start_date text,
  end_date text,
  status_text text,
  bac_minor integer,
  pv_minor integer,
  ev_minor integer,
  ac_minor integer,
  eac_minor integer
) strict;
create index project_key on project (key_hash) where superseded_by is null;
create index project_date on project (plant_code, valid_from) where superseded_by is null;
create index project_batch on project (batch_id);
create index project_superseded on project (superseded_by) where superseded_by is not null;

create table employee (
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
  department_code text not null,
  line_code text not null,
  line_written text,
  shift_code text not null,
  crew_code text not null,
  role text,
  supervisor text,
  hired_date text,
  left_date text,
  status_text text,
  contract_ms integer,
  fte real
) strict;
create index employee_key on employee (key_hash) where superseded_by is null;
create index employee_code on employee (plant_code, employee_code) where superseded_by is null;
create index employee_line_written on employee (plant_code, line_written) where line_written is not null;
create index employee_batch on employee (batch_id);
create index employee_superseded on employee (superseded_by) where superseded_by is not null;

create table qualification (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  employee_code text not null,
  employee_written text,
  employee_name text,
  skill_code text not null,
  skill_level text not null,
  line_code text not null,
  line_written text,
  acquired_date text,
  expiry_date text
) strict;
create index qualification_key on qualification (key_hash) where superseded_by is null;
create index qualification_code on qualification (plant_code, employee_code) where superseded_by is null;
create index qualification_employee_written on qualification (plant_code, employee_written) where employee_written is not null;
create index qualification_line_written on qualification (plant_code, line_written) where line_written is not null;
create index qualification_batch on qualification (batch_id);
create index qualification_superseded on qualification (superseded_by) where superseded_by is not null;

create table roster_entry (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  roster_date text not null,
  shift_code text not null,
  employee_code text not null,
  employee_written text,
  employee_name text,
  line_code text not null,
  line_written text,
  role_code text not null,
  department_code text not null,
  crew_code text not null,
  start_at text,
  end_at text,
  planned_ms integer,
  required_count real
) strict;
create index roster_entry_key on roster_entry (key_hash) where superseded_by is null;
create index roster_entry_date on roster_entry (plant_code, roster_date) where superseded_by is null;
create index roster_entry_employee_written on roster_entry (plant_code, employee_written) where employee_written is not null;
create index roster_entry_line_written on roster_entry (plant_code, line_written) where line_written is not null;
create index roster_entry_batch on roster_entry (batch_id);
create index roster_entry_superseded on roster_entry (superseded_by) where superseded_by is not null;

create table maintenance_plan (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  source text not null,
  plan_code text not null,
  title text,
  asset_code text not null,
  asset_written text,
  asset_name text,
  location text,
  frequency_text text,
  interval_ms integer,
  call_number text not null,
  start_date text,
  due_date text not null,
  completed_date text,
  order_code text not null,
  status_text text,
  estimated_ms integer
) strict;
create index maintenance_plan_key on maintenance_plan (key_hash) where superseded_by is null;
create index maintenance_plan_date on maintenance_plan (plant_code, due_date) where superseded_by is null;
create index maintenance_plan_asset_written on maintenance_plan (plant_code, asset_written) where asset_written is not null;
create index maintenance_plan_batch on maintenance_plan (batch_id);
create index maintenance_plan_superseded on maintenance_plan (superseded_by) where superseded_by is not null;

create table stock_level (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  stock_date text not null,
  item_code text not null,
  item_name text,
  location_code text not null,
  unit text not null,
  warehouse_code text not null,
  batch_number text not null,
  special_stock text not null,
  on_hand real,
  available real,
  minimum real,
  maximum real,
  reorder_point real,
  unit_price real,
  value_minor integer,
  category text,
  supplier text,
  last_receipt_date text
) strict;
create index stock_level_key on stock_level (key_hash) where superseded_by is null;
create index stock_level_date on stock_level (plant_code, stock_date) where superseded_by is null;
create index stock_level_batch on stock_level (batch_id);
create index stock_level_superseded on stock_level (superseded_by) where superseded_by is not null;

create table goods_receipt (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  document_code text not null,
  document_line text not null,
  receipt_date text,
  item_code text not null,
  item_name text,
  supplier text,
  order_code text not null,
  location_code text not null,
  unit text not null,
  quantity real,
  unit_price real,
  amount_minor integer
) strict;
create index goods_receipt_key on goods_receipt (key_hash) where superseded_by is null;
create index goods_receipt_date on goods_receipt (plant_code, receipt_date) where superseded_by is null;
create index goods_receipt_batch on goods_receipt (batch_id);
create index goods_receipt_superseded on goods_receipt (superseded_by) where superseded_by is not null;

create table permit (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  permit_number text not null,
  name text,
  permit_type text,
  authority text,
  location text,
  issued_date text,
  expiry_date text,
  renew_by_date text,
  parameter text,
  limit_value real,
  limit_unit text,
  owner text,
  status_text text
) strict;
create index permit_key on permit (key_hash) where superseded_by is null;
create index permit_date on permit (plant_code, expiry_date) where superseded_by is null;
create index permit_batch on permit (batch_id);
create index permit_superseded on permit (superseded_by) where superseded_by is not null;

create table audit_finding (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  finding_number text not null,
  finding_date text,
  audit text,
  finding_text text,
  grade_text text,
  clause text,
  location text,
  root_cause text,
  action text,
  owner text,
  due_date text,
  closed_date text,
  status_text text,
  is_repeat integer
) strict;
create index audit_finding_key on audit_finding (key_hash) where superseded_by is null;
create index audit_finding_date on audit_finding (plant_code, finding_date) where superseded_by is null;
create index audit_finding_batch on audit_finding (batch_id);
create index audit_finding_superseded on audit_finding (superseded_by) where superseded_by is not null;

create table incident (
  fact_id integer primary key,
  plant_code text not null,
  batch_id integer not null references import_batch,
  table_no integer not null,
  source_row integer not null,
  source_column integer,
  key_hash integer not null,
  superseded_by integer references import_batch,
  incident_number text not null,
  incident_date text,
  kind_text text,
  incident_text text,
  department_code text not null,
  location text,
  is_recordable integer,
  lost_ms integer,
  restricted_ms integer,
  severity_text text,
  root_cause text,
  action text,
  closed_date text,
  status_text text
) strict;
create index incident_key on incident (key_hash) where superseded_by is null;
create index incident_date on incident (plant_code, incident_date) where superseded_by is null;
create index incident_batch on incident (batch_id);
create index incident_superseded on incident (superseded_by) where superseded_by is not null;
