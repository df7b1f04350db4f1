/** The log of packs made, apart from the facts, and where their files lie. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../shared/faults.ts';
import type { Places } from '../core/world.ts';
import { rowOf, rowsOf, type ReadDb, type WriteDb } from '../store/database.ts';

export interface PackFile {
  name: string;
  size: number;
  sha256: string;
}

export interface PackEntry {
  id: number;
  kind: string;
  plant: string;
  period: string;
  version: number;
  madeAt: string;
  actor: string;
  asOf: string;
  files: PackFile[];
}

interface PackRow extends Omit<PackEntry, 'files'> {
  files: string;
  content: string;
}

const selectPack = `select pack_log_id as id, kind, plant_code as plant, period, version, made_at as madeAt, actor, as_of as asOf, files,
  content_sha256 as content from pack_log`;

export function listPacks(db: ReadDb, plant: string): PackEntry[] {
  return rowsOf<PackRow>(db.all(`${selectPack} where plant_code = ? order by pack_log_id desc limit 500`, [plant])).map(entryOf);
}

/** The newest pack of a kind and period, with the hash of what it says. */
export function latestPack(db: ReadDb, pack: { kind: string; plant: string; period: string }): { version: number; content: string } | null {
  const row = rowOf<PackRow>(
    db.get(`${selectPack} where kind = ? and plant_code = ? and period = ? order by version desc, pack_log_id desc limit 1`, [
      pack.kind,
      pack.plant,
      pack.period,
    ]),
  );
  return row ? { version: row.version, content: row.content } : null;
}

export function recordPack(db: WriteDb, pack: Omit<PackEntry, 'id'> & { content: string }): number {
  return db.run(
    `insert into pack_log (kind, plant_code, period, version, made_at, actor, as_of, content_sha256, files)
     values (@kind, @plant, @period, @version, @madeAt, @actor, @asOf, @content, @files)`,
    { ...pack, files: JSON.stringify(pack.files) },
  ).lastId;
}

/** The path of a made pack's file. Fault file-missing. */
export function packFile(db: ReadDb, places: Places, wanted: { pack: number; name: string }): string {
  const row = rowOf<PackRow>(db.get(`${selectPack} where pack_log_id = ?`, [wanted.pack]));
  const known = row ? entryOf(row).files.some((file) => file.name === wanted.name) : false;
  const path = row && known ? join(places.packsFolder, row.content, wanted.name) : null;
  if (path === null || !existsSync(path)) {
    throw new Fault('file-missing', `pack ${String(wanted.pack)}: expected its file “${wanted.name}”, found none; make the pack again.`);
  }
  return path;
}

function entryOf(row: PackRow): PackEntry {
  const { id, kind, plant, period, version, madeAt, actor, asOf } = row;
  return { id, kind, plant, period, version, madeAt, actor, asOf, files: JSON.parse(row.files) as PackFile[] }; // written by recordPack
}
