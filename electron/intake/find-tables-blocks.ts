/**
 * Several tables on a sheet. Below one another: a row that can only be a head (words where figures stood, or words datasets know)
 * begins a new table. Side by side: blank columns part them when each side lives by itself. Lone cells beside a table are not columns.
 */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import { filled, isBlank, looksTyped, signature, typedShare } from './find-tables-cells.ts';
import { isHeadText, type Head, type HeaderKnowledge } from './find-tables-heads.ts';

/** A whole scan for heads without a blank row before them is worth it only in short tables. */
const closelyRead = 5_000;

/** Index of the row that begins the next table below `head` (its title rows included); rows.length when none does. */
export function nextTable(rows: readonly Row[], head: Head, knowledge: HeaderKnowledge): number {
  const own = new Set(rows.slice(head.from, head.to).map(signature));
  for (let index = head.to + 1; index < rows.length - 1; index += 1) {
    const row = rows[index];
    const before = rows[index - 1];
    if (!row || !before) continue;
    const start = gapBefore(rows, index, head.to);
    if (start === null && rows.length > closelyRead) continue;
    if (!couldBeHead(row) || own.has(signature(row))) continue;
    if (beginsTable(rows, { index, from: head.to, gap: start !== null }, knowledge)) return start ?? index;
  }
  return rows.length;
}

/** Whether a head above another is one of a table too, and not of a form: names datasets know, or words over several columns of figures. */
export function isEarlierTable(rows: readonly Row[], head: Head, knowledge: HeaderKnowledge): boolean {
  const body = rows.slice(head.to);
  const texts = head.texts.filter((text) => text !== '');
  const known = texts.filter((text) => knowledge.knows(text)).length;
  const typed = head.texts.filter((text, column) => text !== '' && typedShare(body, column) > 0.5).length;
  const full = body.filter((row) => filled(row) >= Math.max(2, texts.length * 0.5)).length;
  return full >= 2 && texts.length >= 2 && !texts.some((text) => /[:=]$/u.test(text)) && (known >= 2 || (typed >= 2 && texts.length >= 3));
}

/** Index where what belongs to a head begins: its lone title lines after a blank row, or the head itself. */
export function startOf(rows: readonly Row[], from: number): number {
  return gapBefore(rows, from, 0) ?? from;
}

// The row after a blank one, or after lone title lines that follow a blank one.
function gapBefore(rows: readonly Row[], index: number, from: number): number | null {
  let at = index;
  for (;;) {
    const [row, before] = [rows[at], rows[at - 1]];
    if (!row || !before || at <= from) return null;
    if (row.number > before.number + 1) return at;
    if (!isTitleLine(before) || index - at >= 4) return null;
    at -= 1;
  }
}

function isTitleLine(row: Row): boolean {
  let only: Cell | undefined;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    if (only !== undefined) return false;
    only = cell;
  }
  return typeof only === 'string' && !looksTyped(only);
}

function couldBeHead(row: Row): boolean {
  let texts = 0;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    if (!isHeadText(cell)) return false;
    texts += 1;
  }
  return texts >= 2;
}

function beginsTable(rows: readonly Row[], at: { index: number; from: number; gap: boolean }, knowledge: HeaderKnowledge): boolean {
  const row = rows[at.index];
  const next = rows[at.index + 1];
  if (!row || !next || next.number > row.number + 2) return false;
  const columns = row.cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const texts = columns.map((column) => cellText(row.cells[column] ?? null).trim());
  if (new Set(texts).size < texts.length) return false;
  const above = rows.slice(Math.max(at.from, at.index - 25), at.index);
  const below = untilGap(rows, at.index + 1);
  const covered = columns.filter((column) => below.some((one) => !isBlank(one.cells[column]))).length;
  if (covered < Math.max(2, columns.length * 0.5)) return false;
  const odd = columns.filter(
    (column) => typedShare(below, column) > 0.5 && (typedShare(above, column) > 0.5 || above.every((one) => isBlank(one.cells[column]))),
  );
  const known = texts.filter((text) => knowledge.knows(text)).length;
  if (!at.gap) return odd.length > 0 && known >= 3 && known === texts.length;
  return odd.length > 0 ? known > 0 || odd.length >= 2 || filled(row) >= 3 : known >= 2 && known * 2 >= texts.length;
}

function untilGap(rows: readonly Row[], from: number): readonly Row[] {
  let to = from + 1;
  while (to < rows.length && to < from + 25 && (rows[to]?.number ?? 0) <= (rows[to - 1]?.number ?? 0) + 1) to += 1;
  return rows.slice(from, to);
}

export interface Side {
  /** 0-based columns, inclusive. */
  from: number;
  to: number;
}

/** How the columns of a table fall apart: each side a table of its own, or one side and stray cells beside it. */
export function sidesOf(head: Head, body: readonly Row[]): { tables: Side[]; stray: Side[] } {
  const groups = columnGroups(head, body.length > closelyRead ? body.slice(0, closelyRead) : body);
  const [first] = groups;
  if (!first || groups.length === 1) return { tables: [], stray: [] };
  const tables: Side[] = [first];
  const stray: Side[] = [];
  for (const group of groups.slice(1)) {
    const last = tables.at(-1);
    if (!last) continue;
    if (isStray(head, body, group)) stray.push(group);
    else if (livesAlone(head, body, { left: last, right: group })) tables.push(group);
    else last.to = group.to;
  }
  return { tables, stray };
}

function columnGroups(head: Head, body: readonly Row[]): Side[] {
  const used: boolean[] = head.texts.map((text) => text !== '');
  for (const row of body) for (let column = 0; column < row.cells.length; column += 1) if (!isBlank(row.cells[column])) used[column] = true;
  const groups: Side[] = [];
  used.forEach((is, column) => {
    const last = groups.at(-1);
    if (!is) return;
    if (last && last.to === column - 1) last.to = column;
    else groups.push({ from: column, to: column });
  });
  return groups;
}

function headsOf(head: Head, side: Side): string[] {
  return head.texts.slice(side.from, side.to + 1).filter((text) => text !== '');
}

function filledRows(body: readonly Row[], side: Side): number {
  return body.filter((row) => hasAny(row, side)).length;
}

function hasAny(row: Row, side: Side): boolean {
  for (let column = side.from; column <= side.to; column += 1) if (!isBlank(row.cells[column])) return true;
  return false;
}

// A label and a number beside the head, a remark next to some rows.
function isStray(head: Head, body: readonly Row[], side: Side): boolean {
  const heads = headsOf(head, side);
  const values = filledRows(body, side);
  const odd = heads.some((text) => looksTyped(text) || /[:=]$/u.test(text));
  if (heads.length === 0 || odd) return values < Math.max(2, body.length * 0.2);
  return values > 0 && values < Math.max(2, body.length * 0.1) && heads.length === 1;
}

// Same names on both sides, rows that end at different places, or a wide gap before a column of words or dates.
function livesAlone(head: Head, body: readonly Row[], { left, right }: { left: Side; right: Side }): boolean {
  const [mine, other] = [headsOf(head, left), headsOf(head, right)];
  if (mine.length < 2 || other.length < 2 || filledRows(body, right) === 0) return false;
  const names = new Set(mine.map((text) => text.toLowerCase()));
  if (other.some((text) => names.has(text.toLowerCase()))) return true;
  const apart = body.filter((row) => hasAny(row, left) !== hasAny(row, right)).length;
  return apart >= 2 && apart >= body.length * 0.1;
}

/** The rows with everything outside some columns blanked; rows left empty fall away. */
export function masked(rows: readonly Row[], sides: readonly Side[]): Row[] {
  return rows.flatMap((row) => {
    const cells = row.cells.map((cell, column) => (sides.some((side) => column >= side.from && column <= side.to) ? cell : null));
    return cells.some((cell) => !isBlank(cell)) ? [{ ...row, cells }] : [];
  });
}
