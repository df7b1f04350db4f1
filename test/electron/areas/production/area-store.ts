/** A real store in a temporary folder with facts put in by hand and the real roll-ups. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productionDowntime, productionOutput } from '../../../../shared/areas/production/datasets.ts';
import { readingsPoints } from '../../../../shared/areas/readings/datasets.ts';
import { staffingTimecards } from '../../../../shared/areas/staffing/datasets.ts';
import type { Connection, SqlValue } from '../../../../electron/store/database.ts';
import { openStore } from '../../../../electron/store/open.ts';
import type { Plant } from '../../../../electron/store/plants.ts';
import { rebuildRollUps } from '../../../../electron/store/roll-ups.ts';

export type FactRow = Record<string, SqlValue>;

export interface AreaFacts {
  shift_output?: FactRow[];
  downtime_event?: FactRow[];
  time_entry?: FactRow[];
  reading?: FactRow[];
}

export const plantN: Plant = { code: 'N', name: 'Northfield', currency: 'EUR', minorDigits: 2, fiscalStartMonth: 1 };

// What the intake writes for an optional part a file doesn't have.
const blanks: Record<keyof AreaFacts, FactRow> = {
  shift_output: { shift_code: '', line_code: '', product_code: '', order_code: '' },
  downtime_event: { line_code: '', reason_code: '', shift_code: '', asset_code: '' },
  time_entry: { employee_code: 'E1', department_code: '', line_code: '', shift_code: '', pay_code: '' },
  reading: { fold: 0 },
};

/** Runs work on a new store with these facts; several plants may stand in the rows as `plant_code` (N when absent). */
export async function withStore<T>(facts: AreaFacts, work: (db: Connection) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'area-store-'));
  const db = openStore(join(folder, 'store.sqlite'));
  try {
    // thousands of refills need no power-loss safety
    db.raw.pragma('synchronous = OFF');
    db.transact(() => fill(db, facts));
    return await work(db);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Empties the fact tables and puts these facts in: for property tests on one store. */
export function refill(db: Connection, facts: AreaFacts): void {
  db.transact(() => {
    for (const table of Object.keys(blanks)) db.run(`delete from ${table}`);
    fill(db, facts);
  });
}

function fill(db: Connection, facts: AreaFacts): void {
  for (const code of ['N', 'S']) {
    db.run(`insert into plant (plant_code, name, currency, created_at) values (?, ?, 'EUR', '2026-01-01T00:00:00.000Z') on conflict do nothing`, [
      code,
      code === 'N' ? 'Northfield' : 'Southfield',
    ]);
    db.run(`insert into source_file (sha256, file_size, content) values (?, 1, x'00') on conflict do nothing`, [code]);
    db.run(
      `insert into import_batch (batch_id, plant_code, file_name, sha256, file_size, state, allow_partial, actor, door, committed_at, request)
       values (?, ?, 'facts.csv', ?, 1, 'committed', 0, 'test', 'command-line', '2026-11-01T00:00:00.000Z', '{}') on conflict do nothing`,
      [code === 'N' ? 1 : 2, code, code],
    );
  }
  for (const [table, rows] of Object.entries(facts)) {
    for (const [index, row] of (rows as FactRow[]).entries()) {
      // Object.entries forgets that the rows are ours
      const full: FactRow = { plant_code: 'N', batch_id: 1, table_no: 1, source_row: index + 2, key_hash: index, ...blanks[table as keyof AreaFacts], ...row };
      const columns = Object.keys(full);
      db.run(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, Object.values(full));
    }
  }
  for (const dataset of [productionOutput, productionDowntime, staffingTimecards, readingsPoints]) rebuildRollUps(db, dataset);
}
