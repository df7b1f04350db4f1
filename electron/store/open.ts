/**
 * The only place that opens the database. Every open sets what better-sqlite3 leaves weaker: synchronous = FULL (its WAL default of
 * NORMAL loses acknowledged imports on power loss), foreign keys, no trusted schema. Migrations are append-only, one transaction each,
 * backed up first, and fail closed; a store of a newer version is refused untouched.
 */
import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../../shared/faults.ts';
import { applicationRoot } from '../core/entries.ts';
import { Connection } from './database.ts';

/** "PCkp" in the SQLite header: says whose file it is. */
const applicationId = 0x50436b70;

export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** The numbered migrations, in order. */
export function migrations(): Migration[] {
  const folder = join(applicationRoot(), 'electron/store/migrations');
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }));
}

export function schemaVersion(): number {
  return migrations().at(-1)?.version ?? 0;
}

/** Opens for reading and writing, creating or upgrading the store. Faults: store-newer, store-damaged, not-writable, disk-full. */
export function openStore(file: string): Connection {
  mkdirSync(dirname(file), { recursive: true });
  const raw = openRaw(file, false);
  try {
    settle(raw, file);
    return new Connection(raw);
  } catch (error) {
    raw.close();
    throw storeFault(error, file);
  }
}

/** Opens an existing store for reading only. */
export function openReading(file: string): Connection {
  const raw = openRaw(file, true);
  try {
    setPragmas(raw);
    return new Connection(raw);
  } catch (error) {
    raw.close();
    throw storeFault(error, file);
  }
}

/** SQLite's own errors as faults of the table; anything else as it is. */
export function storeFault(error: unknown, file: string): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return new Fault('disk-full', `${file}: the disk is full; free some space and try again, nothing was changed.`, { cause: error });
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new Fault('store-damaged', `${file}: expected a Plant Cockpit store, found damaged contents; restore a backup with “restore”.`, { cause: error });
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EROFS') {
    return new Fault('not-writable', `${file}: the folder or file can’t be written to; choose another place or ask for write permission.`, { cause: error });
  }
  if (code.startsWith('SQLITE_BUSY'))
    return new Fault('store-busy', `${file}: another program holds the store for longer than 5 s; close it and try again.`, { cause: error });
  return error;
}

function openRaw(file: string, readonly: boolean): Database.Database {
  try {
    return new Database(file, { readonly, fileMustExist: readonly, timeout: 5_000 });
  } catch (error) {
    throw storeFault(error, file);
  }
}

function setPragmas(raw: Database.Database): void {
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cache_size = -32000');
}

function settle(raw: Database.Database, file: string): void {
  const found = Number(raw.pragma('user_version', { simple: true }));
  const owner = Number(raw.pragma('application_id', { simple: true }));
  const steps = migrations();
  const newest = steps.at(-1)?.version ?? 0;
  const foreign = owner !== applicationId && (owner !== 0 || found !== 0 || tableCount(raw) > 0);
  if (foreign) throw new Fault('store-damaged', `${file}: expected a Plant Cockpit store, found another program’s database; choose another file.`);
  if (found > newest) {
    throw new Fault('store-newer', `${file}: this version knows stores up to ${String(newest)}, found ${String(found)}; install the newer Plant Cockpit.`);
  }
  raw.pragma('journal_mode = WAL');
  setPragmas(raw);
  if (found === newest) return;
  if (found > 0) keepCopy(raw, file, found);
  for (const step of steps.filter((candidate) => candidate.version > found)) {
    raw
      .transaction(() => {
        // another process may have come first
        if (Number(raw.pragma('user_version', { simple: true })) >= step.version) return;
        raw.exec(step.sql);
        raw.pragma(`application_id = ${String(applicationId)}`);
        raw.pragma(`user_version = ${String(step.version)}`);
      })
      .immediate();
  }
}

function tableCount(raw: Database.Database): number {
  return Number(raw.prepare('select count(*) from sqlite_schema').pluck().get());
}

function keepCopy(raw: Database.Database, file: string, version: number): void {
  const copy = `${file}.before-${String(version + 1)}.bak`;
  if (existsSync(copy) && statSync(copy).size > 0) return;
  rmSync(copy, { force: true });
  raw.prepare('vacuum into ?').run(copy);
}
