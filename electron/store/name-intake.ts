/**
 * Names on their way in: a file's own registers first, then the names its rows use. In a plant that knows no name of a kind the first
 * file of the kind's own area brings them; in any other, unknown ones wait. Runs inside the import's transaction.
 */
import type { Dataset, NameKind } from '../../shared/intake/dataset.ts';
import type { FactBlock } from '../../shared/intake/interpretation.ts';
import type { ReadDb, SqlValue, WriteDb } from './database.ts';
import { standingOf, type NameBook } from './name-book.ts';
import { dayColumnOf, homeOf, namedColumns, nameKinds, registerField, type NamedColumn } from './named-columns.ts';
import { addSeenNames, loadBook, removeSeenNames, seenKinds, type NameRole, type SeenName } from './names.ts';
import { countOverlaps } from './name-overlaps.ts';
import { cellFor, settleChanged, type NamedCell } from './name-settling.ts';

export interface NamedTable {
  dataset: Dataset;
  source: string;
  blocks: readonly FactBlock[];
}

/** Rows of a table whose names of one kind wait. */
export interface NameWait {
  kind: NameKind;
  field: string;
  rows: number;
  names: number;
  /** The first few. */
  first: string[];
}

const namesShown = 5;

/** Takes the names of a file in, before its facts; facts of earlier files that waited for one of them are settled. */
export function noteNames(db: WriteDb, from: { plant: string; batch: number }, tables: readonly NamedTable[]): void {
  for (const kind of nameKinds) {
    const said = tables.flatMap((table) => saidIn(table, kind));
    if (said.length === 0) continue;
    const before = loadBook(db, from.plant, kind);
    const isFirst = !before.isFounded && !said.some((name) => name.role === 'registers');
    const names = strongest(said.map((name) => (name.role === 'founds' && !isFirst ? { ...name, role: 'refers' } : name)));
    addSeenNames(db, from, names);
    if (names.some((name) => name.role !== 'refers')) settleChanged(db, { plant: from.plant, kind }, before);
  }
}

/** Forgets the names of an import that is taken back, after its facts are gone. */
export function forgetNames(db: WriteDb, batch: number): void {
  const before = seenKinds(db, batch).map((of) => ({ of, book: loadBook(db, of.plant, of.kind) }));
  removeSeenNames(db, batch);
  for (const { of, book } of before) settleChanged(db, of, book);
}

// One entry a text, source and table; whether rows of the home area really bring the name is decided by the caller.
function saidIn({ dataset, source, blocks }: NamedTable, kind: NameKind): SeenName[] {
  const register = registerField(dataset);
  const columns: { code: string; otherwise: string | null; role: NameRole }[] = namedColumns(dataset)
    .filter((column) => column.kind === kind)
    .map((column) => ({ code: column.code, otherwise: column.otherwise, role: dataset.area === homeOf[kind] ? 'founds' : 'refers' }));
  if (register?.kind === kind) columns.push({ code: register.code, otherwise: register.otherwise, role: 'registers' });
  return columns.flatMap(({ code, otherwise, role }) => {
    const texts = new Set<string>();
    for (const block of blocks) {
      const codes = valuesOf(dataset, block, code);
      const others = otherwise === null ? undefined : valuesOf(dataset, block, otherwise);
      for (let index = 0; index < block.sourceRows.length; index += 1) {
        const [text, other] = [String(codes?.[index] ?? ''), String(others?.[index] ?? '')];
        texts.add(text || other);
        // a thing a register holds is known by its number and by its name
        if (role === 'registers') texts.add(other);
      }
    }
    texts.delete('');
    return [...texts].map((text) => ({ kind, text, source, role }));
  });
}

function valuesOf(dataset: Dataset, block: FactBlock, column: string): (string | number | null)[] | undefined {
  const position = block.fields.findIndex((name) => dataset.fields.find((field) => field.name === name)?.column === column);
  return block.values[position];
}

function strongest(names: readonly SeenName[]): SeenName[] {
  const rank: Record<NameRole, number> = { refers: 0, founds: 1, registers: 2 };
  const found = new Map<string, SeenName>();
  for (const name of names) {
    const id = JSON.stringify([name.text, name.source]);
    const other = found.get(id);
    if (!other || rank[name.role] > rank[other.role]) found.set(id, name);
  }
  return [...found.values()];
}

/** How the rows of one table are named as they are stored. */
export interface Naming {
  /** The `*_written` columns, in the order of what `stored` appends. */
  writtenColumns: string[];
  /** SQL that reads a column as the file said it. */
  reading: (column: string) => string;
  /** The values to store for a row given as the file said it; call it once a row. */
  stored: (values: SqlValue[]) => SqlValue[];
  /** What waits, of the rows seen so far. */
  waits: () => NameWait[];
  /** Rows of the stored batch that state under an answered name what other rows state under another text. */
  beside: (batch: number) => number;
}

/** `columns` are the SQL columns the values of a row stand in. */
export function namingFor(db: ReadDb, target: { dataset: Dataset; plant: string; source: string }, columns: readonly string[]): Naming {
  const day = dayColumnOf(target.dataset);
  const dayAt = day === null ? -1 : columns.indexOf(day);
  const parts = namedColumns(target.dataset).map((column) => partOf(column, { columns, book: loadBook(db, target.plant, column.kind), source: target.source }));
  return {
    writtenColumns: parts.map((part) => part.column.written),
    reading: (name) => {
      const part = parts.find((candidate) => candidate.column.code === name);
      return part ? `coalesce(${part.column.written}, ${name}) as ${name}` : name;
    },
    stored: (values) => {
      if (parts.length === 0) return values;
      const all = [...values];
      const dayOfRow = dayAt < 0 ? null : String(values[dayAt] ?? '').slice(0, 10) || null;
      for (const part of parts) {
        const cell = part.cell(values, dayOfRow);
        all[part.codeAt] = cell.code;
        all.push(cell.written);
      }
      return all;
    },
    waits: () => parts.flatMap((part) => part.waits()),
    beside: (batch) => parts.reduce((sum, part) => sum + (part.isRenamed() ? countOverlaps(db, target.plant, part.column, { batch }) : 0), 0),
  };
}

interface NamingPart {
  column: NamedColumn;
  codeAt: number;
  cell: (values: SqlValue[], day: string | null) => NamedCell;
  waits: () => NameWait[];
  /** Whether a name came to count under another code. */
  isRenamed: () => boolean;
}

function partOf(column: NamedColumn, of: { columns: readonly string[]; book: NameBook; source: string }): NamingPart {
  const codeAt = of.columns.indexOf(column.code);
  const otherwiseAt = column.otherwise === null ? -1 : of.columns.indexOf(column.otherwise);
  const isDated = [...of.book.answers.values()].flat().some((answer) => answer.from !== null);
  const seen = new Map<string, { cell: NamedCell; waits: boolean }>();
  const waiting = new Set<string>();
  let rows = 0;
  return {
    column,
    codeAt,
    cell: (values, day) => {
      const asWritten = String(values[codeAt] ?? '');
      const text = asWritten || (otherwiseAt < 0 ? '' : String(values[otherwiseAt] ?? ''));
      const id = `${isDated ? (day ?? '') : ''}\n${asWritten === '' ? '' : 'c'}\n${text}`;
      let found = seen.get(id);
      if (!found) {
        const name = { text, source: of.source, day, asWritten };
        found = { cell: cellFor(column, of.book, name), waits: text !== '' && standingOf(of.book, name).state === 'waiting' };
        seen.set(id, found);
      }
      if (found.waits) {
        rows += 1;
        waiting.add(text);
      }
      return found.cell;
    },
    isRenamed: () => [...seen.values()].some(({ cell }) => cell.written !== null && cell.code !== column.waitingCode),
    waits: () => (rows === 0 ? [] : [{ kind: column.kind, field: column.field, rows, names: waiting.size, first: [...waiting].slice(0, namesShown) }]),
  };
}
