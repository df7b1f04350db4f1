-- Folders watched for files, what lies in them and what became of each file.

create table watch_folder (
  folder_id integer primary key,
  path text not null unique,
  -- null: the store's only plant
  plant_code text,
  with_subfolders integer not null,
  is_paused integer not null default 0,
  added_at text not null,
  -- new: not looked at yet; watched: announces its files; polled: listed every few seconds; absent: not there; too-many: more files than are watched
  state text not null default 'new' check (state in ('new', 'watched', 'polled', 'absent', 'too-many')),
  state_since text not null
) strict;

-- The file as it was when it was last dealt with: while size and time are the same, nothing is done twice.
create table watch_file (
  file_id integer primary key,
  folder_id integer not null references watch_folder on delete cascade,
  relative_path text not null,
  file_size integer not null,
  modified_ms integer not null,
  sha256 text,
  -- again: the user asked for another try
  state text not null check (state in ('imported', 'waits', 'refused', 'locked', 'left-out', 'again')),
  reason text,
  -- 1: waits for a plain yes (its age, an import taken back); 0: for answers or a better file
  needs_yes integer not null default 0,
  has_yes integer not null default 0,
  batch_id integer references import_batch,
  settled_at text not null,
  unique (folder_id, relative_path)
) strict;
create index watch_file_sha on watch_file (sha256) where sha256 is not null;

-- The refresh log: survives the removal of its folder.
create table watch_outcome (
  outcome_id integer primary key,
  folder_path text not null,
  relative_path text not null,
  at text not null,
  outcome text not null check (outcome in ('imported', 'known', 'waits', 'refused', 'locked', 'left-out')),
  reason text,
  batch_id integer references import_batch,
  rows_new integer not null,
  rows_changed integer not null,
  rows_same integer not null
) strict;
create index watch_outcome_folder on watch_outcome (folder_path, outcome_id);
create index watch_outcome_batch on watch_outcome (batch_id) where batch_id is not null;
