/**
 * A store of two million facts over five years, written straight into the fact tables: what a plant has after years of use. Made by SQL
 * from the row's number alone, so that every run measures the same store.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalog } from '../../shared/areas/catalog.ts';
import { rowsOf, type Connection } from '../../electron/store/database.ts';
import { migrations, openStore } from '../../electron/store/open.ts';
import { createPlant } from '../../electron/store/plants.ts';
import { rebuildRollUps } from '../../electron/store/roll-ups.ts';

const first = '2021-11-01';
const days = 1826;
/** The last day of the facts: the benchmark's “today”. */
export const lastDay = '2026-10-31';

const day = `date('${first}', '+' || (n % ${String(days)}) || ' days')`;
const month = `date('${first}', '+' || ((n / 331) % 60) || ' months')`;
const line = `'Press ' || (1 + (n / ${String(days)}) % 6)`;
// Each line and shift makes two products a day, in several orders: what a roll-up can gather.
const shift = `case (n / ${String(6 * days)}) % 3 when 0 then 'Early' when 1 then 'Late' else 'Night' end`;
const account = `cast(4000 + 100 * ((n / 13) % 30) as text)`;
const center = `cast(1000 + 100 * ((n / 7) % 10) as text)`;
const amount = `(n * 7919) % 900000`;
const clock = `'T' || printf('%02d', (n / 5) % 24) || ':' || printf('%02d', n % 60) || ':00'`;

interface Filling {
  table: string;
  rows: number;
  columns: Record<string, string>; // column → SQL over n
}

const fillings: readonly Filling[] = [
  {
    table: 'ledger_entry',
    rows: 900_000,
    columns: {
      account_code: account,
      cost_center_code: center,
      posting_date: day,
      period_code: `''`,
      fiscal_year: `''`,
      document_code: `cast(n / 3 as text)`,
      document_line: `cast(1 + n % 3 as text)`,
      line_text: `'Posting ' || n`,
      debit_minor: amount,
      credit_minor: `0`,
      amount_minor: amount,
    },
  },
  {
    table: 'time_entry',
    rows: 600_000,
    columns: {
      employee_code: `'E' || (1000 + n % 330)`,
      employee_name: `'Person ' || (n % 330)`,
      work_date: day,
      department_code: `'Department ' || (n % 330) % 8`,
      line_code: line,
      shift_code: shift,
      role: `'Operator'`,
      pay_code: `''`,
      planned_ms: `28800000`,
      regular_ms: `case when n % 23 = 0 then 0 else 28800000 end`,
      overtime_ms: `case when n % 9 = 0 then 7200000 else 0 end`,
      absence_ms: `case when n % 23 = 0 then 28800000 else 0 end`,
      labor_cost_minor: `19000 + n % 4000`,
    },
  },
  {
    table: 'shift_output',
    rows: 260_000,
    columns: {
      production_date: day,
      shift_code: shift,
      line_code: line,
      product_code: `'P-' || (100 + 10 * ((n / ${String(days)}) % 6) + (n / ${String(18 * days)}) % 2 + 2 * ((n % ${String(days)}) / 7 % 4))`,
      order_code: `'O' || (n / 9)`,
      good_count: `300 + n % 170`,
      scrap_count: `n % 13`,
      rework_count: `n % 5`,
      target_count: `400`,
      planned_ms: `13500000`,
      run_ms: `11000000 + (n * 31) % 2000000`,
      stop_ms: `500000 + (n * 17) % 1500000`,
      ideal_cycle_ms: `24000`,
    },
  },
  {
    table: 'downtime_event',
    rows: 180_000,
    columns: {
      line_code: line,
      started_at: `${day} || ${clock}`,
      stop_ms: `60000 * (2 + n % 60)`,
      reason_code: `'Reason ' || (n % 17)`,
      shift_code: shift,
      asset_code: `''`,
      is_planned: `n % 5 = 0`,
    },
  },
  {
    table: 'work_order',
    rows: 40_000,
    columns: {
      source: `''`,
      order_code: `'WO-' || n`,
      title: `'Order ' || n`,
      status: `case when n % 40 = 0 then 'open' when n % 90 = 0 then 'inProgress' else 'closed' end`,
      work_type: `case n % 3 when 0 then 'preventive' when 1 then 'corrective' else 'emergency' end`,
      asset_code: `'A-' || (n % 300)`,
      line_code: line,
      craft_code: `'Mechanical'`,
      created_at: `${day} || ${clock}`,
      due_date: `date(${day}, '+9 days')`,
      completed_at: `case when n % 40 = 0 or n % 90 = 0 then null else date(${day}, '+' || (n % 15) || ' days') || 'T12:00:00' end`,
      estimated_ms: `7200000`,
      labor_ms: `3600000 * (1 + n % 6)`,
      downtime_ms: `case when n % 3 = 2 then 60000 * (n % 200) else null end`,
      cost_minor: amount,
    },
  },
  {
    table: 'budget_line',
    rows: 20_000 - 360,
    columns: {
      version_code: `'original'`,
      account_code: account,
      cost_center_code: center,
      posting_date: month,
      period_code: `''`,
      amount_minor: `14000000 + ${amount}`,
    },
  },
  {
    table: 'account',
    rows: 60,
    columns: {
      account_code: `cast(4000 + 100 * (n % 60) as text)`,
      name: `'Account ' || n`,
      account_type: `case n % 60 when 0 then 'revenue' when 1 then 'material' when 2 then 'labor' when 3 then 'energy' when 4 then 'maintenance' else 'otherCost' end`,
      parent_code: `''`,
    },
  },
  {
    table: 'asset',
    rows: 300,
    columns: {
      source: `''`,
      asset_code: `'A-' || (n % 300)`,
      name: `'Asset ' || (n % 300)`,
      parent_code: `''`,
      line_code: line,
      criticality: `'A'`,
      model: `''`,
      serial_number: `''`,
    },
  },
];

export const factCount = fillings.reduce((sum, filling) => sum + filling.rows, 0);

/** The store's file in a folder, named after what it is made from: another schema or filling makes another store. */
export function bigStoreFile(folder: string): string {
  const hash = createHash('sha256').update(JSON.stringify([fillings, catalog, migrations().map((migration) => migration.sql)]));
  return join(folder, `two-million-${hash.digest('hex').slice(0, 12)}.sqlite`);
}

/** Makes the store unless it is there; answers the seconds it took, or null. */
export function ensureBigStore(file: string): number | null {
  if (existsSync(file)) return null;
  const started = performance.now();
  mkdirSync(dirname(file), { recursive: true });
  const making = `${file}.making`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${making}${suffix}`, { force: true });
  const db = openStore(making);
  fill(db);
  db.raw.pragma('wal_checkpoint(truncate)');
  db.close();
  renameSync(making, file);
  return (performance.now() - started) / 1000;
}

function fill(db: Connection): void {
  createPlant(db, 'BENCH', '2026-10-31T00:00:00.000Z');
  db.run(`insert into source_file (sha256, file_size, content) values ('bench', 0, zeroblob(0))`);
  db.run(
    `insert into import_batch (batch_id, plant_code, file_name, sha256, file_size, state, allow_partial, actor, door, committed_at, request)
     values (1, 'BENCH', 'bench.csv', 'bench', 0, 'committed', 0, 'bench', 'command-line', '2026-10-31T00:00:00.000Z', '{}')`,
  );
  for (const filling of fillings) {
    // Indexes built after the load cost a third of indexes kept during it.
    const indexes = rowsOf<{ name: string; sql: string }>(
      db.all(`select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = ?`, [filling.table]),
    );
    for (const index of indexes) db.raw.exec(`drop index ${index.name}`);
    const { table, rows, columns } = filling;
    db.run(
      `with recursive counter (n) as (select 0 union all select n + 1 from counter where n + 1 < ${String(rows)})
       insert into ${table} (plant_code, batch_id, table_no, source_row, key_hash, ${Object.keys(columns).join(', ')})
       select 'BENCH', 1, 0, n + 2, n, ${Object.values(columns).join(', ')} from counter`,
    );
    for (const index of indexes) db.raw.exec(index.sql);
  }
  for (const dataset of catalog) db.transact(() => rebuildRollUps(db, dataset));
  db.raw.exec('analyze');
}
