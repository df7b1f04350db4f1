/**
 * The two faces of the store. Reads and writes are different types: whoever holds a ReadDb can't change anything. Statements are
 * prepared once per connection. Parameters are positional (`?`) or named (`@name`).
 */
import type Database from 'better-sqlite3';

export type SqlValue = string | number | null | Uint8Array;
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export interface ReadDb {
  /** All rows of a query whose name says its answer. */
  all(sql: string, parameters?: SqlParameters): unknown[];
  get(sql: string, parameters?: SqlParameters): unknown;
}

export interface WriteDb extends ReadDb {
  run(sql: string, parameters?: SqlParameters): { changes: number; lastId: number };
}

/** One SQLite connection; only electron/store makes one. */
export class Connection implements WriteDb {
  readonly raw: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();

  constructor(raw: Database.Database) {
    this.raw = raw;
  }

  all(sql: string, parameters: SqlParameters = []): unknown[] {
    return this.prepared(sql).all(parameters);
  }

  get(sql: string, parameters: SqlParameters = []): unknown {
    return this.prepared(sql).get(parameters);
  }

  run(sql: string, parameters: SqlParameters = []): { changes: number; lastId: number } {
    const result = this.prepared(sql).run(parameters);
    return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
  }

  /** Runs work in one BEGIN IMMEDIATE transaction; a throw rolls everything back. */
  transact<T>(work: () => T): T {
    return this.raw.transaction(work).immediate();
  }

  close(): void {
    this.statements.clear();
    this.raw.close();
  }

  private prepared(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.raw.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** The rows of a query as the type the caller's SQL selects: the one place where SQL's answer gets its shape. */
export function rowsOf<T>(rows: unknown[]): T[] {
  return rows as T[]; // SQLite's answers are untyped; the query's name and its test say the shape
}

export function rowOf<T>(row: unknown): T | undefined {
  return row as T | undefined; // as above
}
