/** The rows of a file on their way into a fact table: gathered by natural key without being copied, inserted several at a time. */
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import type { FactBlock } from '../../shared/intake/interpretation.ts';
import { rowsOf, type SqlValue, type WriteDb } from './database.ts';
import { keyTextReader } from './identity.ts';

export interface FactRow {
  sourceRow: number;
  sourceColumn: number | null;
  /** In the order of the columns asked for. */
  values: SqlValue[];
}

/** What decides how a row's columns are filled. */
export interface RowFilling {
  dataset: Dataset;
  plant: string;
  source: string;
}

/** The facts of a table's blocks by natural key, in the order keys first appear. A key holds places; its rows are read when asked for. */
export class KeyedRows {
  readonly count: number;
  private readonly groups = new Map<string, number | number[]>();
  private readonly sources: ((index: number) => SqlValue)[][];
  private readonly blocks: readonly FactBlock[];
  private readonly starts: number[] = [];

  constructor(filling: RowFilling, columns: readonly string[], blocks: readonly FactBlock[]) {
    this.blocks = blocks;
    this.sources = blocks.map((block) => columnSources(filling, columns, block));
    const keyText = keyTextReader(filling.dataset, filling.plant, columns);
    let place = 0;
    for (const [at, block] of blocks.entries()) {
      this.starts.push(place);
      const sources = this.sources[at] ?? [];
      for (let index = 0; index < block.sourceRows.length; index += 1) {
        this.add(
          keyText((column) => sources[column]?.(index) ?? null),
          place,
        );
        place += 1;
      }
    }
    this.count = place;
  }

  *entries(): Generator<[keyText: string, rows: FactRow[]]> {
    for (const [keyText, places] of this.groups) yield [keyText, typeof places === 'number' ? [this.row(places)] : places.map((place) => this.row(place))];
  }

  private add(keyText: string, place: number): void {
    const known = this.groups.get(keyText);
    if (known === undefined) this.groups.set(keyText, place);
    else if (typeof known === 'number') this.groups.set(keyText, [known, place]);
    else known.push(place);
  }

  private row(place: number): FactRow {
    let at = this.starts.length - 1;
    while (at > 0 && (this.starts[at] ?? 0) > place) at -= 1;
    const block = this.blocks[at];
    const index = place - (this.starts[at] ?? 0);
    return {
      sourceRow: block?.sourceRows[index] ?? 0,
      sourceColumn: block?.sourceColumns?.[index] ?? null,
      values: (this.sources[at] ?? []).map((source) => source(index)),
    };
  }
}

// How each SQL column is filled from a block: its field's values, '' for an unfilled code, the source system.
function columnSources({ dataset, source }: RowFilling, columns: readonly string[], block: FactBlock): ((index: number) => SqlValue)[] {
  const positions = new Map<string, number>();
  for (const [position, name] of block.fields.entries()) positions.set(dataset.fields.find((field) => field.name === name)?.column ?? name, position);
  return columns.map((column) => {
    if (column === 'source') return () => source;
    const position = positions.get(column);
    const empty: SqlValue = isRequiredText(dataset, column) ? '' : null;
    const values = position === undefined ? undefined : block.values[position];
    return values === undefined ? () => empty : (index) => values[index] ?? empty;
  });
}

/** Codes and key words are stored as '' when empty, everything else as null. */
function isRequiredText(dataset: Dataset, column: string): boolean {
  const field: Field | undefined = dataset.fields.find((candidate) => candidate.column === column);
  if (!field) return false;
  const isKey = dataset.key.includes(field.name) || (Array.isArray(dataset.keyWithout?.key) && dataset.keyWithout.key.includes(field.name));
  return field.type === 'code' || isKey;
}

// One statement of many rows costs less than many of one.
const rowsAtOnce = 16;

/** Inserts rows into one table; what was put is there after flush(). */
export class RowInserter {
  private readonly db: WriteDb;
  private readonly one: string;
  private readonly many: string;
  private waiting: SqlValue[] = [];
  private rows = 0;
  private readonly width: number;

  constructor(db: WriteDb, table: string, columns: readonly string[]) {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const insert = `insert into ${table} (${columns.join(', ')}) values `;
    this.db = db;
    this.one = insert + row;
    this.many = insert + new Array<string>(rowsAtOnce).fill(row).join(', ');
    this.width = columns.length;
  }

  put(front: readonly SqlValue[], values: readonly SqlValue[]): void {
    for (const value of front) this.waiting.push(value);
    for (const value of values) this.waiting.push(value);
    this.rows += 1;
    if (this.rows < rowsAtOnce) return;
    this.db.run(this.many, this.waiting);
    this.waiting = [];
    this.rows = 0;
  }

  flush(): void {
    for (let row = 0; row < this.rows; row += 1) this.db.run(this.one, this.waiting.slice(row * this.width, (row + 1) * this.width));
    this.waiting = [];
    this.rows = 0;
  }
}

// Below it, taking indexes off and building them again costs more than it saves.
const worthLifting = 4_000;

/**
 * Takes the indexes of an empty table off while many rows go in, and answers how to build them again: a third of the work of keeping
 * them. Inside the caller's transaction, so that nobody sees the table without.
 */
export function liftIndexes(db: WriteDb, table: string, rows: number): () => void {
  if (rows < worthLifting) return () => undefined;
  const indexes = rowsOf<{ name: string; sql: string }>(
    db.all(`select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name = ? and sql not like 'create unique %'`, [table]),
  );
  for (const { name } of indexes) db.run(`drop index ${name}`);
  return () => {
    for (const { sql } of indexes) db.run(sql);
  };
}

export function isEmptyTable(db: WriteDb, table: string): boolean {
  return db.get(`select 1 from ${table} limit 1`) === undefined;
}
