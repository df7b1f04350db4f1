/** The real side of the sequences: the writer's own transactions on a real store in a file, its backup and its restore. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { applyImport, undoImport, type TableEffect } from '../../../electron/intake/apply.ts';
import { committedBefore, listImports } from '../../../electron/intake/store.ts';
import { rowsOf, type Connection } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/open.ts';
import { backupStore, checkStore, restoreStore } from '../../../electron/store/upkeep.ts';
import { blockOf } from '../../support/store.ts';
import { kinds, shapes, type File, type Kind, type Shape, type Value } from './sequences-model.ts';

const clock = { now: () => '2026-10-31T12:00:00.000Z', zone: () => 'UTC', today: () => '2026-10-31' };
const caller = { door: 'command-line' as const, actor: 'tester', host: 'pc', asOf: null };

/** A folder in memory where the machine has one: a thousand stores are made in it. */
export function memoryFolder(): string {
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtempSync(join(base, 'plant-cockpit-sequences-'));
}

export class Store {
  private db: Connection;
  private readonly file: string;
  private readonly folder: string;
  private readonly upload: string;

  constructor(folder: string, template: string | null) {
    this.folder = mkdtempSync(join(folder, 's-'));
    this.file = join(this.folder, 'store.sqlite');
    this.upload = join(this.folder, 'upload.gz');
    writeFileSync(this.upload, gzipSync(''));
    if (template !== null) copyFileSync(template, this.file);
    this.db = openStore(this.file);
  }

  /** Plays something and forgets it: statements stay prepared, and the next sequence finds the store as it was. */
  async apart(work: () => Promise<void>): Promise<void> {
    this.db.raw.exec('begin immediate');
    try {
      await work();
    } finally {
      this.db.raw.exec('rollback');
    }
  }

  close(): void {
    this.db.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  apply(mode: 'commit' | 'preview', file: File): { batch: number; effects: TableEffect[] } {
    const outcome = applyImport(
      this.db,
      {
        mode,
        plant: 'MAIN',
        fileName: 'file.csv',
        sha256: file.content,
        fileSize: 0,
        path: this.upload,
        allowPartial: false,
        fullSnapshot: file.isWhole,
        request: file.isWhole ? 'whole' : '',
        caller,
        tables: file.parts.map(({ kind, rows }, table) => ({
          report: reportOf(file, { kind, table, count: rows.length }),
          blocks: [{ ...blockOf(rows), table }],
        })),
      },
      { clock, figures: () => [] },
    );
    return { batch: outcome.batch ?? 0, effects: outcome.effects };
  }

  undo(batch: number): void {
    undoImport(this.db, batch, { clock, caller });
  }

  run(sql: string, parameters: Value[]): void {
    this.db.run(sql, parameters);
  }

  committedBefore(file: File): number | null {
    return committedBefore(this.db, file.content, file.isWhole ? 'whole' : '')?.batch ?? null;
  }

  async backup(name: string): Promise<string> {
    const copy = join(this.folder, 'backups', name);
    mkdirSync(join(this.folder, 'backups'), { recursive: true });
    await backupStore(this.file, copy);
    return copy;
  }

  async restore(copy: string): Promise<void> {
    this.db.close();
    await restoreStore(copy, this.file);
    this.db = openStore(this.file);
  }

  facts(kind: Kind): { shown: string; goneBy: number | null; batch: number; row: number; table: number }[] {
    const shape: Shape = shapes[kind];
    const named = shape.dataset.fields.filter((field) => field.names && !field.registers).map((field) => field.column);
    // what the file said, whatever it counts under
    const columns = Object.values(shape.columns).map((column) =>
      named.includes(column) ? `coalesce(${column.replace(/_code$/, '_written')}, ${column})` : column,
    );
    const goneBy = shape.hasWhole ? 'gone_by' : 'null';
    const rows = rowsOf<Record<string, Value> & { goneBy: number | null; batch: number; row: number; tableNo: number }>(
      this.db.all(
        `select ${columns.map((column, index) => `${column} as c${String(index)}`).join(', ')}, ${goneBy} as goneBy, batch_id as batch, source_row as row, table_no as tableNo
         from ${shape.dataset.table} where superseded_by is null`,
      ),
    );
    return rows.map((row) => ({
      shown: JSON.stringify(columns.map((_, index) => row[`c${String(index)}`] ?? null)),
      goneBy: row.goneBy,
      batch: row.batch,
      row: row.row,
      table: row.tableNo,
    }));
  }

  sums(kind: Kind, index: number): string[] {
    const rollUp = (shapes[kind] as Shape).sums[index]; // widened: each literal has its own sums
    if (!rollUp) return [];
    const dimensions = Object.keys(rollUp.dimensions);
    const sums = Object.keys(rollUp.sums).map((column) => (column === 'gone' ? `sum(case when status_key = 'gone' then fact_count end)` : `sum(${column})`));
    return rowsOf<Record<string, Value>>(
      this.db.all(
        `select ${[...dimensions, ...sums, 'sum(fact_count)'].map((column, position) => `${column} as c${String(position)}`).join(', ')}
         from ${rollUp.table} group by ${dimensions.map((_, position) => String(position + 1)).join(', ')}`,
      ),
    )
      .map((row) => {
        const values = [...dimensions, ...sums, ''].map((_, position) => row[`c${String(position)}`] ?? null);
        return `${JSON.stringify(values.slice(0, dimensions.length))} ${JSON.stringify(values.slice(dimensions.length))}`;
      })
      .sort();
  }

  history(): unknown[] {
    return listImports(this.db, 100).map(({ batch, sha256, state, tables }) => ({
      batch,
      content: sha256,
      state,
      tables: tables.map((table) => ({
        dataset: table.dataset,
        read: table.rows.read,
        new: table.rows.new,
        changed: table.rows.changed,
        same: table.rows.same,
      })),
    }));
  }

  /** Rows no import stands for any more: nothing may be left behind. */
  leftBehind(): number {
    const count = (sql: string): number => rowsOf<{ n: number }>(this.db.all(sql)).reduce((sum, row) => sum + row.n, 0);
    const undone = `(select batch_id from import_batch where state = 'undone')`;
    return (
      count(`select count(*) as n from attestation where batch_id in ${undone}`) +
      count(`select count(*) as n from name_seen where batch_id in ${undone}`) +
      count(`select count(*) as n from full_snapshot where batch_id in ${undone}`) +
      kinds
        .map((kind) => shapes[kind].dataset.table)
        .map((table) =>
          count(
            `select (select count(*) from ${table} where batch_id in ${undone} or superseded_by in ${undone})
               + (select count(*) from attestation where fact_table = '${table}' and fact_id not in (select fact_id from ${table})) as n`,
          ),
        )
        .reduce((sum, n) => sum + n, 0)
    );
  }

  checkup(): { ok: boolean } {
    return checkStore(this.file);
  }
}

function reportOf(file: File, table: { kind: Kind; table: number; count: number }) {
  return {
    table: table.table,
    sheet: table.table,
    sheetName: '',
    headerRow: 1,
    firstRow: 2,
    lastRow: table.count + 1,
    dataset: shapes[table.kind].dataset.name,
    profile: null,
    source: file.source,
    score: 1,
    reasons: [],
    status: 'ready' as const,
    fault: null,
    columns: [],
    dateOrder: null,
    rows: { read: table.count, rejected: 0 },
    period: null,
    totals: {},
    problems: [],
    problemCounts: {},
    rejectedRows: [],
    sample: [],
    unknownWords: [],
    sentinels: [],
  };
}
