/** A fresh store on disk for a test, and blocks of facts as the reader child would hand them over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Dataset } from '../../shared/intake/dataset.ts';
import type { FactBlock } from '../../shared/intake/interpretation.ts';
import type { Connection } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/open.ts';
import { createPlant } from '../../electron/store/plants.ts';
import { storeFacts, type FactEffect } from '../../electron/store/facts.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plant-cockpit-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function freshStore(): { db: Connection; file: string } {
  const file = join(temporaryFolder(), 'store.sqlite');
  const db = openStore(file);
  createPlant(db, 'MAIN', '2026-01-01T00:00:00.000Z');
  onTestFinished(() => {
    db.close();
  });
  return { db, file };
}

/** Rows by field name as one block, numbered from row 2. */
export function blockOf(rows: Record<string, string | number | null>[]): FactBlock {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    table: 0,
    fields,
    sourceRows: rows.map((_, index) => index + 2),
    sourceColumns: null,
    values: fields.map((field) => rows.map((row) => row[field] ?? null)),
  };
}

/** One committed batch with the given facts, roll-ups included. */
export function commitFacts(db: Connection, dataset: Dataset, rows: Record<string, string | number | null>[]): { batch: number; effect: FactEffect } {
  return db.transact(() => {
    const sha256 = `sha-${String(db.raw.prepare('select count(*) from import_batch').pluck().get())}`;
    db.run('insert into source_file (sha256, file_size, content) values (?, 0, ?)', [sha256, new Uint8Array()]);
    const batch = db.run(
      `insert into import_batch (plant_code, file_name, sha256, file_size, state, allow_partial, actor, door, committed_at, request)
       values ('MAIN', 'test.csv', ?, 0, 'committed', 0, 'tester', 'command-line', '2026-01-01T00:00:00.000Z', '{}')`,
      [sha256],
    ).lastId;
    const effect = storeFacts(db, { dataset, plant: 'MAIN', batch, table: 0, source: '' }, [blockOf(rows)]);
    return { batch, effect };
  });
}
