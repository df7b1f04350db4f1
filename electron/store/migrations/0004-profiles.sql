-- Saved profiles keep every version; profiles, shipped or saved, remember the last file they read.

alter table saved_profile add column version integer not null default 1;
alter table saved_profile add column fingerprint text not null default '';
create index saved_profile_fingerprint on saved_profile (fingerprint);

create table saved_profile_version (
  profile_id text not null,
  version integer not null,
  body text not null,
  recorded_at text not null,
  primary key (profile_id, version)
) strict;

-- last_columns: [{ "column": 1, "header": "Order" }, …] as the last file had them.
create table profile_use (
  profile_id text primary key,
  used_count integer not null,
  last_file text not null,
  last_used_at text,
  last_columns text not null
) strict;
