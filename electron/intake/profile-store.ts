/** All SQL of saved profiles, their versions, and which file each profile read last. */
import { rowOf, rowsOf, type ReadDb, type WriteDb } from '../store/database.ts';

export interface SavedBody {
  id: string;
  version: number;
  fingerprint: string;
  body: string;
  at: string;
}

export interface ProfileUse {
  used: number;
  file: string;
  /** Null while only its own first file is known. */
  at: string | null;
  columns: { column: number; header: string }[];
}

const selectSaved = 'select profile_id as id, version, fingerprint, body, recorded_at as at from saved_profile';

export function savedBodies(db: ReadDb): SavedBody[] {
  return rowsOf<SavedBody>(db.all(`${selectSaved} order by profile_id`));
}

export function savedBody(db: ReadDb, id: string): SavedBody | null {
  return rowOf<SavedBody>(db.get(`${selectSaved} where profile_id = ?`, [id])) ?? null;
}

export function savedByFingerprint(db: ReadDb, fingerprint: string): SavedBody | null {
  return rowOf<SavedBody>(db.get(`${selectSaved} where fingerprint = ? order by profile_id limit 1`, [fingerprint])) ?? null;
}

/** Stores a profile; a former version of it is kept. */
export function putSaved(db: WriteDb, saved: SavedBody): void {
  db.run(
    `insert into saved_profile (profile_id, version, fingerprint, body, recorded_at) values (@id, @version, @fingerprint, @body, @at)
     on conflict (profile_id) do update set version = excluded.version, fingerprint = excluded.fingerprint, body = excluded.body, recorded_at = excluded.recorded_at`,
    { ...saved },
  );
  db.run(
    `insert into saved_profile_version (profile_id, version, body, recorded_at) values (@id, @version, @body, @at)
     on conflict (profile_id, version) do update set body = excluded.body, recorded_at = excluded.recorded_at`,
    { id: saved.id, version: saved.version, body: saved.body, at: saved.at },
  );
}

/** The highest version a profile ever had; 0 when it never was. */
export function lastVersion(db: ReadDb, id: string): number {
  return rowOf<{ version: number | null }>(db.get('select max(version) as version from saved_profile_version where profile_id = ?', [id]))?.version ?? 0;
}

export function removeSaved(db: WriteDb, id: string): void {
  db.run('delete from saved_profile where profile_id = ?', [id]);
  db.run('delete from profile_use where profile_id = ?', [id]);
}

interface UseRow {
  id: string;
  used: number;
  file: string;
  at: string | null;
  columns: string;
}

const selectUse = 'select profile_id as id, used_count as used, last_file as file, last_used_at as at, last_columns as columns from profile_use';

export function profileUses(db: ReadDb): Map<string, ProfileUse> {
  return new Map(rowsOf<UseRow>(db.all(selectUse)).map((row) => [row.id, useOf(row)] as const));
}

function useOf(row: UseRow): ProfileUse {
  return { used: row.used, file: row.file, at: row.at, columns: JSON.parse(row.columns) as ProfileUse['columns'] }; // written below alone
}

/** Counts an import read through a profile. */
export function noteProfileUse(db: WriteDb, use: { profile: string; file: string; at: string; columns: ProfileUse['columns'] }): void {
  db.run(
    `insert into profile_use (profile_id, used_count, last_file, last_used_at, last_columns) values (@profile, 1, @file, @at, @columns)
     on conflict (profile_id) do update set used_count = used_count + 1, last_file = excluded.last_file, last_used_at = excluded.last_used_at,
       last_columns = excluded.last_columns`,
    { ...use, columns: JSON.stringify(use.columns) },
  );
}

/** The file a saved profile was made from stands in for its last file until it is used. */
export function noteProfileMade(db: WriteDb, made: { profile: string; file: string; columns: ProfileUse['columns'] }): void {
  db.run(
    `insert into profile_use (profile_id, used_count, last_file, last_used_at, last_columns) values (@profile, 0, @file, null, @columns)
     on conflict (profile_id) do update set last_file = excluded.last_file, last_columns = excluded.last_columns`,
    { ...made, columns: JSON.stringify(made.columns) },
  );
}

/** Sources and headers of committed tables of a dataset, newest first: what a layout's rows were keyed by so far. */
export function sourcesOf(db: ReadDb, dataset: string): { source: string; headers: string[] }[] {
  const rows = rowsOf<{ source: string; columns: string }>(
    db.all(
      `select t.source as source, t.columns as columns from import_table t join import_batch b on b.batch_id = t.batch_id
       where t.dataset = ? and b.state = 'committed' order by t.batch_id desc, t.table_no limit 500`,
      [dataset],
    ),
  );
  return rows.map(({ source, columns }) => ({ source, headers: (JSON.parse(columns) as { header: string }[]).map(({ header }) => header) })); // written by apply.ts alone
}
