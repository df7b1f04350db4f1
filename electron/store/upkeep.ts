/**
 * Looking after the store: checking it, copying it while in use, replacing it from a checked copy. A copy is made by SQLite's own backup
 * (never by copying the file of a WAL database) and is opened and checked before it counts.
 */
import Database from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { catalog } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import { firstTampered } from './audit.ts';
import type { Connection } from './database.ts';
import { openReading, schemaVersion, storeFault } from './open.ts';
import { rollUpsOf } from './roll-ups.ts';

export interface Checkup {
  ok: boolean;
  storeFile: string;
  schemaVersion: number;
  sqliteVersion: string;
  nodeVersion: string;
  integrity: string[]; // ['ok'] when whole
  foreignKeys: number; // rows that point nowhere
  auditBrokenAt: number | null;
  rollUpsDiffer: string[]; // datasets whose roll-up is not its raw sums
  counts: Record<string, number>;
  batches: number;
  fileBytes: number;
  freeBytes: number;
  journalMode: string;
  synchronous: number; // 2 = FULL
}

/** The whole checkup of an existing store. Faults: store-damaged, file-missing. */
export function checkStore(file: string): Checkup {
  if (!existsSync(file)) throw new Fault('file-missing', `${file}: expected a store, found nothing there; import a file first or name another store.`);
  const db = openReading(file);
  try {
    const integrity = integrityOf(db);
    const whole = integrity.length === 1 && integrity[0] === 'ok';
    const foreignKeys = whole ? db.raw.prepare('select count(*) from pragma_foreign_key_check').pluck().get() : 0;
    const auditBrokenAt = whole ? firstTampered(db) : null;
    const rollUpsDiffer = whole ? catalog.filter((dataset) => rollUpDiffers(db, dataset)).map((dataset) => dataset.name) : [];
    const space = statfsSync(dirname(file));
    return {
      ok: whole && Number(foreignKeys) === 0 && auditBrokenAt === null && rollUpsDiffer.length === 0,
      storeFile: file,
      schemaVersion: Number(db.raw.pragma('user_version', { simple: true })),
      sqliteVersion: String(db.raw.prepare('select sqlite_version()').pluck().get()),
      nodeVersion: process.versions.node,
      integrity,
      foreignKeys: Number(foreignKeys),
      auditBrokenAt,
      rollUpsDiffer,
      counts: whole
        ? Object.fromEntries(catalog.map((dataset) => [dataset.name, countOf(db, `select count(*) from ${dataset.table} where superseded_by is null`)]))
        : {},
      batches: whole ? countOf(db, `select count(*) from import_batch where state = 'committed'`) : 0,
      fileBytes: statSync(file).size,
      freeBytes: space.bavail * space.bsize,
      journalMode: String(db.raw.pragma('journal_mode', { simple: true })),
      synchronous: Number(db.raw.pragma('synchronous', { simple: true })),
    };
  } catch (error) {
    throw storeFault(error, file);
  } finally {
    db.close();
  }
}

/** Writes a consistent copy while the store is in use; an existing file is replaced only when the copy is whole. */
export async function backupStore(file: string, target: string): Promise<{ file: string; bytes: number }> {
  if (!existsSync(file)) throw new Fault('file-missing', `${file}: expected a store to copy, found nothing there; name the store with --store.`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.part`;
  rmSync(partial, { force: true });
  const db = openReading(file);
  try {
    await db.raw.backup(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw storeFault(error, target);
  } finally {
    db.close();
  }
  sealCopy(partial);
  requireWhole(partial);
  renameSync(partial, target);
  return { file: target, bytes: statSync(target).size };
}

/** Replaces the store by a copy after checking it; what was there is kept beside it. Faults: backup-invalid, store-newer. */
export async function restoreStore(copy: string, file: string): Promise<{ file: string; kept: string | null }> {
  if (!existsSync(copy) || !statSync(copy).isFile())
    throw new Fault('backup-invalid', `${copy}: expected a backup file, found nothing there; name an existing backup.`);
  requireWhole(copy);
  mkdirSync(dirname(file), { recursive: true });
  const kept = existsSync(file) ? await keepOld(file) : null;
  const source = new Database(copy, { readonly: true });
  try {
    await source.backup(file);
  } catch (error) {
    throw storeFault(error, file);
  } finally {
    source.close();
  }
  return { file, kept };
}

function integrityOf(db: Connection): string[] {
  return db.raw.prepare('select integrity_check from pragma_integrity_check limit 20').pluck().all().map(String);
}

function countOf(db: Connection, sql: string): number {
  return Number(db.raw.prepare(sql).pluck().get());
}

function rollUpDiffers(db: Connection, dataset: (typeof catalog)[number]): boolean {
  return rollUpsOf(dataset).some((rollUp) => {
    const dimensions = rollUp.dimensions.map((column) => `, ${column}`).join('');
    const raw = `select plant_code, ${rollUp.bucket} as bucket${dimensions}, count(*) as n from ${dataset.table} where superseded_by is null group by 1, 2${dimensions}`;
    const kept = `select plant_code, ${rollUp.grain} as bucket${dimensions}, fact_count as n from ${rollUp.table}`;
    return countOf(db, `select (select count(*) from (${raw} except ${kept})) + (select count(*) from (${kept} except ${raw}))`) > 0;
  });
}

// A copy travels alone: no WAL beside it.
function sealCopy(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.close();
}

function requireWhole(file: string): void {
  let version: number;
  try {
    const db = new Database(file, { readonly: true });
    try {
      const found = db.prepare('select integrity_check from pragma_integrity_check limit 1').pluck().get();
      version = Number(db.pragma('user_version', { simple: true }));
      const tables = Number(db.prepare(`select count(*) from sqlite_schema where name in ('import_batch', 'audit_entry')`).pluck().get());
      if (found !== 'ok' || tables !== 2) throw new Error(`integrity: ${String(found)}`);
    } finally {
      db.close();
    }
  } catch (error) {
    throw new Fault('backup-invalid', `${file}: expected a whole copy of a store, found a damaged or foreign file; choose another backup.`, { cause: error });
  }
  if (version > schemaVersion()) {
    throw new Fault(
      'store-newer',
      `${file}: this version knows stores up to ${String(schemaVersion())}, found ${String(version)}; install the newer Plant Cockpit.`,
    );
  }
}

async function keepOld(file: string): Promise<string> {
  const kept = `${file}.before-restore.bak`;
  try {
    const db = openReading(file);
    try {
      rmSync(kept, { force: true });
      await db.raw.backup(kept);
    } finally {
      db.close();
    }
    sealCopy(kept);
    return kept;
  } catch {
    // a damaged store can't be copied page by page: it is set aside whole, with its journal
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${kept}${suffix}`);
    return kept;
  }
}
