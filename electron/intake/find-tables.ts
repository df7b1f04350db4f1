/**
 * Where the table of a sheet is: title and form rows above are skipped, the header row is found by structure and by known headers,
 * footers and repeated heads fall away, and rows that look like totals are set aside. Nothing is interpreted here.
 */
import { cellText, type Cell, type Row, type Sheet } from '../../shared/intake/cells.ts';
import { filled, isBlank, isRule, looksTyped, signature, typedShare, typicalWidth } from './find-tables-cells.ts';
import { isUnitWord } from './headers.ts';
import { isTotalRow } from './totals.ts';

export interface FoundTable {
  sheet: number;
  sheetName: string;
  headerRow: number; // 1-based row number in the file
  /** Rows the head takes, from `headerRow` on; 0 for a statement without a head. */
  headRows: number;
  /** 1-based row the body ends with, totals included. */
  lastRow: number;
  /** What a cell can stand in: real columns first, then ones made here (path, section), numbered beyond the sheet's own. */
  columns: { column: number; header: string; note?: string }[]; // 1-based
  /** Values the layout states for every row: field → text as a file would write it (`date` of a statement's period). */
  stated: Record<string, string>;
  /** A statement or tree: rows are its leaves, in a fixed layout. */
  layout: 'list' | 'statement';
  /** Rows above the head, as texts. */
  titles: string[];
  rows: Row[];
  totalRows: Row[];
  hiddenRows: number;
  /** Cells beyond the last header. */
  extraCells: number;
}

export interface HeaderKnowledge {
  /** Whether a header text is one some dataset knows. */
  knows(header: string): boolean;
  /** Whether a header cell names a month or another value-like head of a wide table. */
  isPeriod(cell: Cell): boolean;
}

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

const searchedRows = 60;

/** The tables of a sheet, top to bottom, left to right. */
export function findTables(sheet: Sheet, index: number, options: FindOptions): FoundTable[] {
  const table = findTable(sheet, index, { knowledge: options.knowledge, headerRow: options.forced?.headerRow ?? null });
  return table ? [table] : [];
}

/** Finds the one table of a sheet; null when there is none. `headerRow` forces the head. */
export function findTable(sheet: Sheet, index: number, options: { knowledge: HeaderKnowledge; headerRow: number | null }): FoundTable | null {
  const rows = sheet.rows;
  const at = options.headerRow === null ? bestHead(rows, options.knowledge) : rows.findIndex((row) => row.number === options.headerRow);
  const head = rows[at];
  if (!head) return null;
  const units = unitsRow(head, rows[at + 1]);
  const body = rows.slice(at + (units ? 2 : 1));
  const columns = namedColumns(head, body).map(({ column, header }) => ({ column, header: withUnit(header, units?.cells[column - 1]) }));
  if (columns.length < 2) return null;
  const { kept, totals } = sortRows(head, columns, body);
  if (kept.length === 0) return null;
  const titles = rows.slice(0, at).flatMap((row) => row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ''));
  return {
    sheet: index,
    sheetName: sheet.name,
    headerRow: head.number,
    headRows: units ? 2 : 1,
    lastRow: Math.max(kept.at(-1)?.number ?? 0, totals.at(-1)?.number ?? 0),
    layout: 'list',
    stated: {},
    columns,
    titles,
    rows: kept,
    totalRows: totals,
    hiddenRows: kept.filter((row) => row.hidden).length,
    extraCells: countExtra(kept, columns),
  };
}

// A second head row of nothing but units: "(min)", "pcs".
function unitsRow(head: Row, next: Row | undefined): Row | null {
  if (!next) return null;
  const texts = next.cells.filter((cell) => !isBlank(cell));
  const isUnit = (cell: Cell): boolean => typeof cell === 'string' && (/^[[(].{1,12}[\])]$/u.test(cell.trim()) || isUnitWord(cell));
  return texts.length > 0 && texts.length <= filled(head) && texts.every(isUnit) ? next : null;
}

function withUnit(header: string, unit: Cell | undefined): string {
  if (header === '' || isBlank(unit)) return header;
  return `${header} (${cellText(unit ?? null)
    .trim()
    .replace(/^[[(]|[\])]$/gu, '')})`;
}





function bestHead(rows: Row[], knowledge: HeaderKnowledge): number {
  const width = typicalWidth(rows);
  if (width < 2) return -1;
  let best = -1;
  let bestScore = 2.2;
  for (let index = 0; index < Math.min(rows.length - 1, searchedRows); index += 1) {
    const score = headScore(rows, index, { width, knowledge });
    if (score > bestScore) {
      bestScore = score;
      best = index;
    }
  }
  // A head printed on every page: the first one counts.
  const chosen = rows[best];
  return chosen ? rows.findIndex((row) => signature(row) === signature(chosen)) : -1;
}


function headScore(rows: Row[], index: number, at: { width: number; knowledge: HeaderKnowledge }): number {
  const row = rows[index];
  if (!row) return 0;
  const cells = row.cells.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (cells.length < 2) return 0;
  const texts = cells.map(({ cell }) => cellText(cell).trim());
  const periods = cells.filter(({ cell }) => at.knowledge.isPeriod(cell)).length;
  const plain = cells.filter(({ cell }) => typeof cell === 'string' && !looksTyped(cell) && cell.length <= 80).length;
  const named =
    (plain + (periods >= 3 ? periods - cells.filter(({ cell }) => typeof cell === 'string' && !looksTyped(cell) && at.knowledge.isPeriod(cell)).length : 0)) /
    cells.length;
  if (named < 0.5) return 0;
  const known = texts.filter((text) => at.knowledge.knows(text)).length;
  const unique = new Set(texts).size / texts.length;
  const below = rows.slice(index + 1, index + 26);
  const typed = cells.filter(({ column }) => typedShare(below, column) > 0.5).length / cells.length;
  const fill = Math.min(1, cells.length / at.width);
  const covered = cells.filter(({ column }) => below.some((next) => !isBlank(next.cells[column]))).length / cells.length;
  return fill * 1.5 + named + unique * 0.5 + typed * 1.5 + covered * 0.5 + Math.min(known, 6) * 0.4 - Math.min(index, 30) * 0.03;
}


// Columns without a header count only while they lie between named ones or carry values in most rows.
function namedColumns(head: Row, body: Row[]): { column: number; header: string }[] {
  const columns: { column: number; header: string }[] = [];
  const width = Math.max(head.cells.length, ...body.slice(0, 50).map((row) => row.cells.length));
  for (let column = 0; column < width; column += 1) {
    const header = cellText(head.cells[column] ?? null)
      .replace(/\s+/gu, ' ')
      .trim();
    if (header !== '') columns.push({ column: column + 1, header });
    else if (body.slice(0, 50).filter((row) => !isBlank(row.cells[column])).length > Math.min(body.length, 50) * 0.5) {
      columns.push({ column: column + 1, header: '' });
    }
  }
  return columns;
}

function sortRows(head: Row, columns: { column: number; header: string }[], body: Row[]): { kept: Row[]; totals: Row[] } {
  const kept: Row[] = [];
  const totals: Row[] = [];
  const headText = signature(head);
  const inside = columns.map(({ column }) => column - 1);
  let lastData = -1;
  const firstHead = head.cells.findIndex((cell) => !isBlank(cell));
  const isHead = (row: Row): boolean => row.cells[firstHead] === head.cells[firstHead] && signature(row) === headText;
  const rows = body.filter((row) => !isHead(row) && inside.some((column) => !isBlank(row.cells[column])));
  const width = typicalWidth(rows);
  rows.forEach((row, index) => {
    if (!isFooterLike(row, inside, width)) lastData = index;
  });
  rows.slice(0, lastData + 1).forEach((row) => {
    if (isRule(row)) return;
    if (isTotalRow(row, inside)) totals.push(row);
    else kept.push(row);
  });
  return { kept, totals };
}


// "Generated on …", "Page 3 of 4", notes: one text cell in a table of three columns or more, nothing after it but more of the same.
function isFooterLike(row: Row, inside: readonly number[], width: number): boolean {
  const present = inside.filter((column) => !isBlank(row.cells[column]));
  if (width < 3)
    return (
      width === 2 && present.length === 1 && present[0] === inside[0] && typeof row.cells[inside[0] ?? 0] === 'string' && !looksTyped(row.cells[inside[0] ?? 0])
    );
  return present.length === 1 && typeof row.cells[present[0] ?? 0] === 'string' && !looksTyped(row.cells[present[0] ?? 0]);
}


function countExtra(rows: Row[], columns: { column: number }[]): number {
  const last = columns.at(-1)?.column ?? 0;
  let extra = 0;
  for (const row of rows) for (let column = last; column < row.cells.length; column += 1) if (!isBlank(row.cells[column])) extra += 1;
  return extra;
}
