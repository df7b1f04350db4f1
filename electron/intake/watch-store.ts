/** All SQL of the watch folders: the folders, the files as last dealt with, and the refresh log. */
import { rowOf, rowsOf, type ReadDb, type WriteDb } from '../store/database.ts';
import type { FoundFile } from './watch-listing.ts';

export type FolderState = 'new' | 'watched' | 'polled' | 'absent' | 'too-many';
export type FileState = 'imported' | 'waits' | 'refused' | 'locked' | 'left-out' | 'again';
export type OutcomeKind = 'imported' | 'known' | 'waits' | 'refused' | 'locked' | 'left-out';

export interface WatchFolder {
  folder: number;
  path: string;
  plant: string | null;
  withSubfolders: boolean;
  isPaused: boolean;
  addedAt: string;
  state: FolderState;
  stateSince: string;
}

/** A file as it was when it was last dealt with. */
export interface KnownFile {
  file: number;
  relativePath: string;
  size: number;
  modifiedMs: number;
  sha256: string | null;
  state: FileState;
  hasYes: boolean;
}

export interface Settled {
  found: FoundFile;
  sha256: string | null;
  state: FileState;
  outcome: OutcomeKind;
  reason: string | null;
  needsYes: boolean;
  batch: number | null;
  rows: { new: number; changed: number; same: number };
}

export interface ArrivedFile {
  file: number;
  folderPath: string;
  relativePath: string;
  size: number;
  modifiedMs: number;
  state: 'waits' | 'refused' | 'locked' | 'again';
  reason: string | null;
  needsYes: boolean;
  at: string;
}

export interface WatchOutcome {
  outcome: OutcomeKind;
  folderPath: string;
  relativePath: string;
  at: string;
  reason: string | null;
  batch: number | null;
  rowsNew: number;
  rowsChanged: number;
  rowsSame: number;
}

const selectFolder = `select folder_id as folder, path, plant_code as plant, with_subfolders as withSubfolders, is_paused as isPaused, added_at as addedAt,
  state, state_since as stateSince from watch_folder`;

type FolderRow = Omit<WatchFolder, 'withSubfolders' | 'isPaused'> & { withSubfolders: number; isPaused: number };

export function listWatchFolders(db: ReadDb): WatchFolder[] {
  return rowsOf<FolderRow>(db.all(`${selectFolder} order by path`)).map(folderOf);
}

export function findWatchFolder(db: ReadDb, folder: number): WatchFolder | null {
  const row = rowOf<FolderRow>(db.get(`${selectFolder} where folder_id = ?`, [folder]));
  return row ? folderOf(row) : null;
}

/** Adds the folder, or changes the options of one that is watched already; answers its number. */
export function saveWatchFolder(db: WriteDb, folder: { path: string; plant: string | null; withSubfolders: boolean; at: string }): number {
  db.run(
    `insert into watch_folder (path, plant_code, with_subfolders, added_at, state_since) values (@path, @plant, @subfolders, @at, @at)
     on conflict (path) do update set plant_code = excluded.plant_code, with_subfolders = excluded.with_subfolders`,
    { path: folder.path, plant: folder.plant, subfolders: folder.withSubfolders ? 1 : 0, at: folder.at },
  );
  return rowOf<{ folder: number }>(db.get('select folder_id as folder from watch_folder where path = ?', [folder.path]))?.folder ?? 0;
}

export function removeWatchFolder(db: WriteDb, folder: number): void {
  db.run('delete from watch_folder where folder_id = ?', [folder]);
}

export function pauseWatchFolder(db: WriteDb, folder: number, isPaused: boolean): void {
  db.run('update watch_folder set is_paused = ? where folder_id = ?', [isPaused ? 1 : 0, folder]);
}

/** Writes only a change, because every write makes the pages ask again. */
export function setFolderState(db: WriteDb, folder: number, change: { state: FolderState; at: string }): void {
  db.run('update watch_folder set state = @state, state_since = @at where folder_id = @folder and state <> @state', { folder, ...change });
}

/** Files of a folder as last dealt with, by relative path. */
export function knownFiles(db: ReadDb, folder: number): Map<string, KnownFile> {
  const rows = rowsOf<Omit<KnownFile, 'hasYes'> & { hasYes: number }>(
    db.all(
      `select file_id as file, relative_path as relativePath, file_size as size, modified_ms as modifiedMs, sha256, state, has_yes as hasYes
       from watch_file where folder_id = ?`,
      [folder],
    ),
  );
  return new Map(rows.map((row) => [row.relativePath, { ...row, hasYes: row.hasYes === 1 }]));
}

/** Notes what became of a file, in the ledger and in the log. */
export function settleFile(db: WriteDb, folder: WatchFolder, settled: Settled, at: string): void {
  const { found, rows } = settled;
  db.run(
    `insert into watch_file (folder_id, relative_path, file_size, modified_ms, sha256, state, reason, needs_yes, batch_id, settled_at)
     values (@folder, @path, @size, @modified, @sha256, @state, @reason, @needsYes, @batch, @at)
     on conflict (folder_id, relative_path) do update set file_size = excluded.file_size, modified_ms = excluded.modified_ms, sha256 = excluded.sha256,
       state = excluded.state, reason = excluded.reason, needs_yes = excluded.needs_yes, has_yes = 0, batch_id = excluded.batch_id,
       settled_at = excluded.settled_at`,
    {
      folder: folder.folder,
      path: found.relativePath,
      size: found.size,
      modified: found.modifiedMs,
      sha256: settled.sha256,
      state: settled.state,
      reason: settled.reason,
      needsYes: settled.needsYes ? 1 : 0,
      batch: settled.batch,
      at,
    },
  );
  db.run(
    `insert into watch_outcome (folder_path, relative_path, at, outcome, reason, batch_id, rows_new, rows_changed, rows_same)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [folder.path, found.relativePath, at, settled.outcome, settled.reason, settled.batch, rows.new, rows.changed, rows.same],
  );
}

/** The same bytes under another time: nothing happened, only the time is taken over. */
export function touchFile(db: WriteDb, file: number, found: FoundFile): void {
  db.run('update watch_file set file_size = ?, modified_ms = ? where file_id = ?', [found.size, found.modifiedMs, file]);
}

/** A file that waits and has left the folder is nothing to decide about any more. */
export function forgetFile(db: WriteDb, file: number): void {
  db.run('delete from watch_file where file_id = ?', [file]);
}

/** What waits for the user, newest first; a file whose bytes were imported by hand meanwhile waits no longer. */
export function listArrived(db: ReadDb): ArrivedFile[] {
  return rowsOf<Omit<ArrivedFile, 'needsYes'> & { needsYes: number }>(
    db.all(
      `select f.file_id as file, d.path as folderPath, f.relative_path as relativePath, f.file_size as size, f.modified_ms as modifiedMs, f.state, f.reason,
         f.needs_yes as needsYes, f.settled_at as at
       from watch_file f join watch_folder d using (folder_id)
       where f.state in ('waits', 'refused', 'locked', 'again')
         and not exists (select 1 from import_batch b where b.sha256 = f.sha256 and b.state = 'committed')
       order by f.settled_at desc, f.file_id desc`,
    ),
  ).map((row) => ({ ...row, needsYes: row.needsYes === 1 }));
}

export function findArrived(db: ReadDb, file: number): { folderPath: string; relativePath: string; sha256: string | null } | null {
  return (
    rowOf<{ folderPath: string; relativePath: string; sha256: string | null }>(
      db.get(
        `select d.path as folderPath, f.relative_path as relativePath, f.sha256 from watch_file f join watch_folder d using (folder_id) where f.file_id = ?`,
        [file],
      ),
    ) ?? null
  );
}

/** Answers how many of the files waited. Left out as they are now: changed bytes arrive anew. */
export function leaveOutFiles(db: WriteDb, files: readonly number[], at: string): number {
  let left = 0;
  for (const file of files) {
    left += db.run(`update watch_file set state = 'left-out', reason = null, settled_at = ? where file_id = ? and state in ('waits', 'refused', 'locked')`, [
      at,
      file,
    ]).changes;
    db.run(
      `insert into watch_outcome (folder_path, relative_path, at, outcome, reason, batch_id, rows_new, rows_changed, rows_same)
       select d.path, f.relative_path, ?, 'left-out', null, null, 0, 0, 0 from watch_file f join watch_folder d using (folder_id)
       where f.file_id = ? and f.state = 'left-out'`,
      [at, file],
    );
  }
  return left;
}

/** Another try, with the user’s yes to what needed one. */
export function retryFiles(db: WriteDb, files: readonly number[]): number {
  let asked = 0;
  for (const file of files)
    asked += db.run(`update watch_file set state = 'again', has_yes = needs_yes where file_id = ? and state <> 'imported'`, [file]).changes;
  return asked;
}

/** The folders in which something is to be tried again. */
export function foldersToLookAt(db: ReadDb): number[] {
  return rowsOf<{ folder: number }>(db.all(`select distinct folder_id as folder from watch_file where state = 'again'`)).map((row) => row.folder);
}

/** The last outcomes of one folder, or of all, newest first. */
export function listOutcomes(db: ReadDb, asked: { folderPath: string | null; limit: number }): WatchOutcome[] {
  return rowsOf<WatchOutcome>(
    db.all(
      `select outcome, folder_path as folderPath, relative_path as relativePath, at, reason, batch_id as batch, rows_new as rowsNew, rows_changed as rowsChanged,
         rows_same as rowsSame
       from watch_outcome where @path is null or folder_path = @path order by outcome_id desc limit @limit`,
      { path: asked.folderPath, limit: asked.limit },
    ),
  );
}

/** The last import of these bytes, whichever question it answered. */
export function importOfBytes(db: ReadDb, sha256: string, plant: string): { batch: number; state: 'committed' | 'undone'; undoneAt: string | null } | null {
  return (
    rowOf<{ batch: number; state: 'committed' | 'undone'; undoneAt: string | null }>(
      db.get(
        `select batch_id as batch, state, undone_at as undoneAt from import_batch where sha256 = ? and plant_code = ?
         order by state = 'committed' desc, batch_id desc limit 1`,
        [sha256, plant],
      ),
    ) ?? null
  );
}

/** Keeps the bytes of a file that could not be imported. */
export function archiveBytes(db: WriteDb, original: { sha256: string; size: number; content: Uint8Array }): void {
  db.run('insert into source_file (sha256, file_size, content) values (?, ?, ?) on conflict do nothing', [original.sha256, original.size, original.content]);
}

export function archivedBytes(db: ReadDb, sha256: string): Uint8Array | null {
  return rowOf<{ content: Uint8Array }>(db.get('select content from source_file where sha256 = ?', [sha256]))?.content ?? null;
}

/** Counts of a folder: what waits, what was imported, and when something last happened. */
export function folderCounts(db: ReadDb, folder: WatchFolder): { waiting: number; imported: number; lastAt: string | null } {
  const counts = rowOf<{ waiting: number; imported: number }>(
    db.get(
      `select sum(f.state in ('waits', 'refused', 'locked', 'again')
           and not exists (select 1 from import_batch b where b.sha256 = f.sha256 and b.state = 'committed')) as waiting,
         sum(f.state = 'imported') as imported
       from watch_file f where f.folder_id = ?`,
      [folder.folder],
    ),
  );
  const last = rowOf<{ at: string | null }>(db.get('select max(at) as at from watch_outcome where folder_path = ?', [folder.path]));
  return { waiting: counts?.waiting ?? 0, imported: counts?.imported ?? 0, lastAt: last?.at ?? null };
}

function folderOf(row: FolderRow): WatchFolder {
  return { ...row, withSubfolders: row.withSubfolders === 1, isPaused: row.isPaused === 1 };
}
