/**
 * Where the tables of a sheet are: title and form rows above are skipped, heads are found by structure and by known headers, footers
 * and repeated heads fall away, rows that look like totals are set aside. Nothing is interpreted here.
 */
import { cellText, type Row, type Sheet } from '../../shared/intake/cells.ts';
import { findStatement } from './find-statement.ts';
import { isEarlierTable, masked, nextTable, sidesOf, startOf, type Side } from './find-tables-blocks.ts';
import { countExtra, filledDown, namedColumns, sortRows } from './find-tables-body.ts';
import { isBlank } from './find-tables-cells.ts';
import { bestHead, headAround, type Head, type HeaderKnowledge } from './find-tables-heads.ts';
import type { FoundTable } from './found-table.ts';

/** The head a person or a profile names; the body ends where the finder says unless `lastRow` is given. */
export interface ForcedHead {
  headerRow: number;
  headRows: number;
  lastRow: number | null;
}

export interface FindOptions {
  knowledge: HeaderKnowledge;
  forced: ForcedHead | null;
}

/** The tables of a sheet, top to bottom, left to right; with a forced head that one alone. */
export function findTables(sheet: Sheet, index: number, options: FindOptions): FoundTable[] {
  const search: Search = { sheet, index, knowledge: options.knowledge };
  if (options.forced) return forcedTable(search, options.forced);
  const statement = findStatement(sheet, index);
  return statement ? [statement] : tablesIn(search, sheet.rows, []);
}

interface Search {
  sheet: Sheet;
  index: number;
  knowledge: HeaderKnowledge;
}

function forcedTable(search: Search, forced: ForcedHead): FoundTable[] {
  const rows = forced.lastRow === null ? search.sheet.rows : search.sheet.rows.filter(({ number }) => number <= (forced.lastRow ?? number));
  const at = rows.findIndex(({ number }) => number === forced.headerRow);
  const head = headAround({ rows, merges: search.sheet.merges, knowledge: search.knowledge }, at, forced.headRows);
  if (!head) return [];
  const end = forced.lastRow === null ? nextTable(rows, head, search.knowledge) : rows.length;
  const table = tableOf(search, { rows: rows.slice(0, end), head, titles: titlesOf(rows.slice(0, head.from)) });
  return table ? [table] : [];
}

// What stands above the most telling head, its table, what stands beside it, then what stands below.
function tablesIn(search: Search, rows: readonly Row[], titles: readonly string[]): FoundTable[] {
  const whole = { rows, merges: search.sheet.merges, knowledge: search.knowledge };
  const head = headAround(whole, bestHead(rows, search.knowledge), null);
  if (!head) return [];
  const above = tablesAbove(search, rows.slice(0, startOf(rows, head.from)), titles);
  const first = above.length > 0 ? startOf(rows, head.from) : 0;
  const end = nextTable(rows, head, search.knowledge);
  const own = [...titles, ...titlesOf(rows.slice(first, head.from))];
  const { tables: sides, stray } = sidesOf(head, rows.slice(head.to, end));
  const here =
    sides.length > 1
      ? sides.flatMap((side) => tablesIn(search, masked(rows.slice(head.from, end), [side]), own))
      : alone(search, { rows: rows.slice(head.from, end), head: { ...head, from: 0, to: head.to - head.from }, titles: own }, { sides, stray });
  const below = end < rows.length ? tablesIn(search, rows.slice(end), titles) : [];
  return [...above, ...here, ...below];
}

function tablesAbove(search: Search, rows: readonly Row[], titles: readonly string[]): FoundTable[] {
  const head = headAround({ rows, merges: search.sheet.merges, knowledge: search.knowledge }, bestHead(rows, search.knowledge), null);
  return head && isEarlierTable(rows, head, search.knowledge) ? tablesIn(search, rows, titles) : [];
}

// A table with nothing beside it but cells that are no columns.
function alone(search: Search, at: TableRows, beside: { sides: readonly Side[]; stray: readonly Side[] }): FoundTable[] {
  const { sides, stray } = beside;
  const clear = stray.length === 0 ? at : { ...at, rows: masked(at.rows, sides), head: { ...at.head, texts: textsWithin(at.head, sides) } };
  const table = tableOf(search, clear);
  return table ? [{ ...table, extraCells: table.extraCells + straysIn(at.rows, stray) }] : [];
}

interface TableRows {
  rows: readonly Row[];
  head: Head;
  titles: string[];
}

function textsWithin(head: Head, sides: readonly Side[]): string[] {
  return head.texts.map((text, column) => (sides.some((side) => column >= side.from && column <= side.to) ? text : ''));
}

function straysIn(rows: readonly Row[], sides: readonly Side[]): number {
  return rows.reduce(
    (sum, row) => sum + row.cells.filter((cell, column) => !isBlank(cell) && sides.some((side) => column >= side.from && column <= side.to)).length,
    0,
  );
}

function tableOf(search: Search, at: TableRows): FoundTable | null {
  const { head } = at;
  const body = at.rows.slice(head.to);
  const named = namedColumns(head.texts, body);
  if (named.length < 2) return null;
  const { kept, totals } = sortRows(at.rows.slice(head.from, head.to), named, body);
  if (kept.length === 0) return null;
  const { rows, columns } = filledDown(kept, named, search.sheet.merges);
  const first = at.rows[head.from]?.number ?? head.main.number;
  return {
    sheet: search.index,
    sheetName: search.sheet.name,
    headerRow: first,
    headRows: (at.rows[head.to - 1]?.number ?? first) - first + 1,
    lastRow: Math.max(kept.at(-1)?.number ?? 0, totals.at(-1)?.number ?? 0),
    layout: 'list',
    stated: {},
    columns,
    titles: at.titles,
    rows,
    totalRows: totals,
    hiddenRows: kept.filter((row) => row.hidden).length,
    extraCells: countExtra(body, columns),
  };
}

function titlesOf(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ''));
}
