/**
 * The tables of a list: a head between rules, its records below. A head repeated on a new page is dropped with the page's titles; a head
 * of several lines is either one line of names that wrap, or the head of records that take as many lines.
 */
import { Fault } from '../../../../shared/faults.ts';
import { brokenLine, cellsIn, cellsOf, fitOf } from './columns.ts';
import type { BarLine, ListLine, TextLine } from './lines.ts';

export interface ListRow {
  number: number;
  cells: string[];
}

export interface ListTable {
  kind: 'table';
  head: ListRow;
  rows: ListRow[];
}

export type ListPart = ListTable | TextLine;

interface Group {
  kind: 'group';
  lines: BarLine[];
  ruledAfter: boolean;
  /** Set off from what stands before it by more than one rule: it may begin another table. */
  setOff: boolean;
}

interface OpenTable {
  table: ListTable;
  /** One line of the head for every line of a record. */
  heads: BarLine[];
  /** All lines of the head as written: how its repetition is known. */
  written: string;
}

/** Titles so far, as written and without dates and page numbers. */
interface Titles {
  exact: Set<string>;
  bare: Set<string>;
}

const mostHeadLines = 4;

/** Faults: file-corrupt for a line that stands in no column. */
export function tablesOf(lines: readonly ListLine[]): ListPart[] {
  const parts: ListPart[] = [];
  const pieces = groupsOf(lines);
  let open: OpenTable | null = null;
  let waiting: TextLine[] = [];
  const titles: Titles = { exact: new Set(), bare: new Set() };
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      waiting.push(piece);
      continue;
    }
    const known: OpenTable | null = open;
    if (known && isRepeatedHead(piece, known) && waiting.every((line) => isPageHead(line.text, titles))) {
      waiting = [];
      take(known, piece.lines.slice(known.written.split('\n').length));
      continue;
    }
    if (known && !isRepeatedHead(piece, known) && belongs(piece, known)) {
      parts.push(...waiting.filter((line) => !isPageHead(line.text, titles)));
      waiting = [];
      take(known, piece.lines);
      continue;
    }
    for (const { text } of waiting) {
      titles.exact.add(text);
      titles.bare.add(bare(text));
    }
    parts.push(...waiting);
    waiting = [];
    const next = pieces[index + 1];
    open = start(piece, next?.kind === 'group' ? next : null);
    parts.push(open.table);
  }
  return [...parts, ...waiting];
}

function groupsOf(lines: readonly ListLine[]): (Group | TextLine)[] {
  const pieces: (Group | TextLine)[] = [];
  let group: Group | null = null;
  let rules = 2;
  for (const line of lines) {
    if (line.kind === 'bars') {
      if (group) group.lines.push(line);
      else {
        group = { kind: 'group', lines: [line], ruledAfter: false, setOff: rules !== 1 };
        pieces.push(group);
      }
      rules = 0;
      continue;
    }
    rules = line.kind === 'rule' ? rules + 1 : 2;
    if (line.kind === 'rule' && group) group.ruledAfter = true;
    group = null;
    if (line.kind === 'text') pieces.push(line);
  }
  return pieces;
}

function start(group: Group, next: Group | null): OpenTable {
  const { heads, joined, lines } = headOf(group, next);
  const [first] = heads;
  if (!first) throw new Error('a group of lines has at least one');
  const names = joined ? joinedNames(lines) : heads.flatMap((line) => cellsOf(line));
  const open: OpenTable = { table: { kind: 'table', head: { number: first.number, cells: names }, rows: [] }, heads, written: writtenOf(lines) };
  take(open, group.lines.slice(lines.length));
  return open;
}

interface Head {
  /** All lines of the head. */
  lines: BarLine[];
  heads: BarLine[];
  joined: boolean;
}

function headOf(group: Group, next: Group | null): Head {
  const { lines } = group;
  const single: Head = { lines: lines.slice(0, 1), heads: lines.slice(0, 1), joined: false };
  if (lines.length < 2 || lines.length > mostHeadLines || !group.ruledAfter || !next) return single;
  if (lines.some((line) => cellsOf(line).some(isFigure))) return single;
  const wrapped: Head = { lines, heads: lines, joined: false };
  if (lines.some((line) => line.bars.join() !== lines[0]?.bars.join())) return wrapped;
  // The same columns in every line of the head: names that wrap, unless the lines below take turns in what they hold.
  return next.lines.length % lines.length !== 0 || !takesTurns(next.lines, lines.length) ? { lines, heads: lines.slice(0, 1), joined: true } : wrapped;
}

function takesTurns(lines: readonly BarLine[], count: number): boolean {
  const figures = (offset: number): string => {
    const own = lines.filter((_, index) => index % count === offset).map((line) => cellsOf(line));
    return (own[0] ?? []).map((_, column) => (own.some((cells) => isFigure(cells[column] ?? '')) ? '1' : '0')).join('');
  };
  const first = figures(0);
  return Array.from({ length: count }, (_, offset) => figures(offset)).some((pattern) => pattern !== first);
}

function joinedNames(lines: readonly BarLine[]): string[] {
  const all = lines.map((line) => cellsOf(line));
  return (all[0] ?? []).map((_, column) =>
    all
      .map((cells) => cells[column] ?? '')
      .filter((text) => text !== '')
      .join(' '),
  );
}

function isFigure(text: string): boolean {
  return text.length < 40 && /^[-+]?\d[\d.,' ]*-?$/u.test(text);
}

function writtenOf(lines: readonly BarLine[]): string {
  return lines.map((line) => cellsOf(line).join('|')).join('\n');
}

function isRepeatedHead(group: Group, open: OpenTable): boolean {
  const count = open.written.split('\n').length;
  return group.lines.length >= count && writtenOf(group.lines.slice(0, count)) === open.written;
}

// All lines of another table begin one; a line that is neither ours nor another's is a fault.
function belongs(group: Group, open: OpenTable): boolean {
  const fits = group.lines.map((line, index) => ({ line, fit: bestFit(line, index, open) }));
  if (fits.every(({ fit }) => fit === 'other')) return false;
  const wrong = fits.find(({ fit }) => fit !== 'columns');
  if (wrong && group.setOff) return false;
  const [head] = open.heads;
  if (wrong && head) throw brokenLine(wrong.line, head);
  return true;
}

function bestFit(line: BarLine, index: number, open: OpenTable): ReturnType<typeof fitOf> {
  const head = open.heads[index % open.heads.length];
  return head ? fitOf(line, head) : 'other';
}

function take(open: OpenTable, lines: readonly BarLine[]): void {
  const { heads, table } = open;
  const [first] = heads;
  if (!first) return;
  if (lines.length % heads.length !== 0) {
    // Totals of wrapped records may leave their further lines out.
    for (const line of lines) {
      if (fitOf(line, first) !== 'columns' || !isStarred(cellsIn(line, first))) {
        throw new Fault(
          'file-corrupt',
          `Line ${String(line.number)}: expected records of ${String(heads.length)} lines as the heading in line ${String(first.number)} has, found ${String(lines.length)} lines; export the list again, best as a spreadsheet.`,
        );
      }
      table.rows.push({ number: line.number, cells: cellsIn(line, first) });
    }
    return;
  }
  for (let at = 0; at < lines.length; at += heads.length) {
    const cells = heads.flatMap((head, offset) => {
      const line = lines[at + offset];
      if (!line || fitOf(line, head) !== 'columns') throw brokenLine(line ?? head, head);
      return cellsIn(line, head);
    });
    if (cells.some((text) => text !== '')) table.rows.push({ number: lines[at]?.number ?? 0, cells });
  }
}

function isStarred(cells: readonly string[]): boolean {
  return /^\*{1,9}$/u.test(cells.find((text) => text !== '') ?? '');
}

/** A title of an earlier page, but for the page number, date and time; “Plant 0002” after “Plant 0001” is not one. */
function isPageHead(text: string, titles: Titles): boolean {
  return titles.exact.has(text) || (bare(text) !== plain(text) && titles.bare.has(bare(text)));
}

// Without dates, clock times and page numbers: “… Page 2 of 7”, or a number set off at the end of the line.
function bare(text: string): string {
  const tail = /\s{3,}\d{1,6}$/u.exec(text.slice(-200))?.[0] ?? '';
  return plain(text.slice(0, text.length - tail.length))
    .replace(/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?/gu, '')
    .replace(/(?:page|seite|pagina|página|sida|strona|sayfa) ?:? ?\d{1,6}(?: ?(?:\/|of|von|de|di|av|z|van) ?\d{1,6})?/giu, '')
    .trim();
}

function plain(text: string): string {
  return text.replace(/ +/gu, ' ').trim();
}
