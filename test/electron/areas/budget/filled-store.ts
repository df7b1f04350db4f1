/** A real store on a temporary file, filled with facts and their roll-ups without going through the intake. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetNamed } from '../../../../shared/areas/catalog.ts';
import type { CoreContext } from '../../../../electron/core/context.ts';
import type { Connection, SqlValue } from '../../../../electron/store/database.ts';
import { openStore } from '../../../../electron/store/open.ts';
import { createPlant } from '../../../../electron/store/plants.ts';
import { rebuildRollUps } from '../../../../electron/store/roll-ups.ts';

/** Rows by dataset, each by dataset field name with values as stored: minor units, milliseconds. */
export type Facts = Record<string, readonly Record<string, SqlValue>[]>;

export interface FilledStore {
  db: Connection;
  context(asOf: string): CoreContext;
  close(): void;
}

/** The bytes of a migrated store: hundreds of random stores start from a copy. */
let emptyStore: Buffer | null = null;

function madeStore(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'areas-'));
  const file = join(folder, 'empty.sqlite');
  openStore(file).close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

export function filledStore(facts: Facts, plant = 'P1'): FilledStore {
  const folder = mkdtempSync(join(tmpdir(), 'areas-'));
  const file = join(folder, 'store.sqlite');
  writeFileSync(file, (emptyStore ??= madeStore()));
  const db = openStore(file);
  db.raw.pragma('synchronous = OFF');
  // Facts stand here without an archived file behind them.
  db.raw.pragma('foreign_keys = OFF');
  createPlant(db, plant, '2026-01-01T00:00:00.000Z');
  for (const batch of [1, 2]) {
    db.run(
      `insert into import_batch (batch_id, plant_code, file_name, sha256, file_size, state, allow_partial, actor, door, committed_at, request)
       values (?, ?, 'file.csv', '', 0, 'committed', 0, 'tester', 'command-line', '2026-01-01T00:00:00.000Z', '{}')`,
      [batch, plant],
    );
  }
  addFacts(db, facts, plant);
  return {
    db,
    context: (asOf) => contextOf(db, asOf),
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function addFacts(db: Connection, facts: Facts, plant = 'P1'): void {
  db.transact(() => {
    for (const [name, rows] of Object.entries(facts)) {
      const dataset = datasetNamed(name);
      if (!dataset) throw new Error(`no dataset ${name}`);
      const extra = name.startsWith('maintenance.') ? [['source', 'source'] as const] : [];
      const columns = [...dataset.fields.map((field) => [field.name, field.column] as const), ...extra];
      rows.forEach((row, index) => {
        const values = columns.map(([field, column]) => row[field] ?? (isCode(dataset.name, column) ? '' : null));
        db.run(
          `insert into ${dataset.table} (plant_code, batch_id, table_no, source_row, key_hash, superseded_by, ${columns.map(([, column]) => column).join(', ')})
           values (?, 1, 0, ?, ?, ?, ${columns.map(() => '?').join(', ')})`,
          [plant, index + 2, index, row['superseded'] === 1 ? 2 : null, ...values],
        );
      });
      rebuildRollUps(db, dataset);
    }
  });
}

function isCode(dataset: string, column: string): boolean {
  if (column === 'source') return true;
  return datasetNamed(dataset)?.fields.find((field) => field.column === column)?.type === 'code';
}

function contextOf(db: Connection, asOf: string): CoreContext {
  const known = {
    reading: db,
    writing: db,
    clock: { now: () => `${asOf}T12:00:00.000Z`, zone: () => 'UTC', today: () => asOf },
    log: { info: () => undefined, error: () => undefined },
    caller: { door: 'command-line', actor: 'tester', host: 'here', asOf },
    signal: new AbortController().signal,
  };
  return known as unknown as CoreContext; // queries reach neither the writer, the reader nor the places
}
