-- Names: what files call lines, assets, accounts and people, and what was answered about names nobody knew.
-- A fact keeps the code it counts under in *_code; where that is not the text of the file, the text stands in *_written.

-- Every name a standing import says. role: a register holds it, the first file brought it, or rows refer to it.
create table name_seen (
  plant_code text not null,
  kind text not null check (kind in ('line', 'asset', 'account', 'employee')),
  text text not null,
  source text not null,
  batch_id integer not null references import_batch,
  role text not null check (role in ('registers', 'founds', 'refers')),
  primary key (plant_code, kind, text, source, batch_id)
) strict, without rowid;
create index name_seen_known on name_seen (plant_code, kind, text) where role <> 'refers';
create index name_seen_batch on name_seen (batch_id);

-- Answers are never deleted; taken back they no longer count. A source of null means every source, valid_from null any date.
create table name_answer (
  answer_id integer primary key,
  plant_code text not null references plant,
  kind text not null check (kind in ('line', 'asset', 'account', 'employee')),
  source text,
  text text not null,
  answer text not null check (answer in ('is', 'new', 'ignore')),
  code text check ((code is not null) = (answer = 'is')),
  valid_from text,
  actor text not null,
  answered_at text not null,
  taken_back_at text
) strict;
create index name_answer_standing on name_answer (plant_code, kind) where taken_back_at is null;

alter table shift_output add column line_written text;
create index shift_output_line_written on shift_output (plant_code, line_written) where line_written is not null;
alter table downtime_event add column line_written text;
create index downtime_event_line_written on downtime_event (plant_code, line_written) where line_written is not null;
alter table downtime_event add column asset_written text;
create index downtime_event_asset_written on downtime_event (plant_code, asset_written) where asset_written is not null;
alter table budget_line add column account_written text;
create index budget_line_account_written on budget_line (plant_code, account_written) where account_written is not null;
alter table ledger_entry add column account_written text;
create index ledger_entry_account_written on ledger_entry (plant_code, account_written) where account_written is not null;
alter table time_entry add column employee_written text;
create index time_entry_employee_written on time_entry (plant_code, employee_written) where employee_written is not null;
alter table time_entry add column line_written text;
create index time_entry_line_written on time_entry (plant_code, line_written) where line_written is not null;
alter table work_order add column asset_written text;
create index work_order_asset_written on work_order (plant_code, asset_written) where asset_written is not null;

-- A store from before keeps every name it shows: nothing turns into Unassigned by an upgrade.
insert or ignore into name_seen select distinct plant_code, 'account', account_code, '', batch_id, 'registers' from account where account_code <> '';
insert or ignore into name_seen
  select distinct plant_code, 'asset', coalesce(nullif(asset_code, ''), name), source, batch_id, 'registers' from asset where coalesce(nullif(asset_code, ''), name, '') <> '';
insert or ignore into name_seen select distinct plant_code, 'asset', name, source, batch_id, 'registers' from asset where coalesce(name, '') <> '';
insert or ignore into name_seen select distinct plant_code, 'line', line_code, '', batch_id, 'founds' from shift_output where line_code <> '';
insert or ignore into name_seen select distinct plant_code, 'line', line_code, '', batch_id, 'founds' from downtime_event where line_code <> '';
insert or ignore into name_seen select distinct plant_code, 'line', line_code, '', batch_id, 'founds' from time_entry where line_code <> '';
insert or ignore into name_seen select distinct plant_code, 'asset', asset_code, '', batch_id, 'founds' from downtime_event where asset_code <> '';
insert or ignore into name_seen
  select distinct plant_code, 'asset', coalesce(nullif(asset_code, ''), asset_name), source, batch_id, 'founds' from work_order where coalesce(nullif(asset_code, ''), asset_name, '') <> '';
insert or ignore into name_seen select distinct plant_code, 'account', account_code, '', batch_id, 'founds' from budget_line where account_code <> '';
insert or ignore into name_seen select distinct plant_code, 'account', account_code, '', batch_id, 'founds' from ledger_entry where account_code <> '';
insert or ignore into name_seen select distinct plant_code, 'employee', employee_code, '', batch_id, 'founds' from time_entry where employee_code <> '';
