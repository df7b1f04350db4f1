/**
 * The head of a table: the row that names the columns, found by structure and by known headers, and the rows that belong to it:
 * groups over sub-heads, vertically merged cells, wrapped words, a row of units. Group and sub-head are joined, so “Plan Qty” and
 * “Actual Qty” never look alike.
 */
import { cellText, type Cell, type MergedRange, type Row } from '../../shared/intake/cells.ts';
import { fold } from '../../shared/kit/fold.ts';
import { filled, isBlank, isRule, looksTyped, signature, typedShare, typicalWidth } from './find-tables-cells.ts';
import { isUnitWord } from './headers.ts';
import { isDayRun } from './recognise-across.ts';

export interface HeaderKnowledge {
  /** Whether a header text is one some dataset knows. */
  knows(header: string): boolean;
  /** Whether a header cell names a month or another value-like head of a wide table. */
  isPeriod(cell: Cell): boolean;
}

export interface Head {
  /** Index of the head's first row, and of the first row below it. */
  from: number;
  to: number;
  /** Joined text by 0-based column; '' where the head says nothing. */
  texts: string[];
  /** The row repeated on every printed page. */
  main: Row;
}

const searchedRows = 60;
const mostHeadRows = 5;

/** Index of the row that is most like a head; −1 when none is. */
export function bestHead(rows: readonly Row[], knowledge: HeaderKnowledge): number {
  // Titles above the first row of several cells say nothing about the table's width.
  const width = typicalWidth(rows.slice(rows.findIndex((row) => filled(row) > 1)));
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
  // Below mostly prose, a glossary looks like a table: only known heads or columns of figures and dates make it one.
  if (chosen && typicalWidth(rows) < 2 && !isTelling(chosen, rows.slice(best + 1, best + 26), knowledge)) return -1;
  return chosen ? rows.findIndex((row) => signature(row) === signature(chosen)) : -1;
}

function isTelling(head: Row, below: readonly Row[], knowledge: HeaderKnowledge): boolean {
  const columns = head.cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const known = columns.filter((column) => knowledge.knows(cellText(head.cells[column] ?? null).trim())).length;
  return known * 2 >= columns.length || columns.some((column) => typedShare(below, column) > 0.5);
}

function headScore(rows: readonly Row[], index: number, at: { width: number; knowledge: HeaderKnowledge }): number {
  const row = rows[index];
  if (!row) return 0;
  const cells = row.cells.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (cells.length < 2) return 0;
  const texts = cells.map(({ cell }) => cellText(cell).trim());
  const periods = cells.filter(({ cell }) => at.knowledge.isPeriod(cell)).length;
  const plain = cells.filter(({ cell }) => isHeadText(cell)).length;
  const counted = periods >= 3 ? periods - cells.filter(({ cell }) => typeof cell === 'string' && !looksTyped(cell) && at.knowledge.isPeriod(cell)).length : 0;
  const dated = counted === 0 ? cells.filter(({ cell }) => looksTyped(cell)).map(({ cell }) => cell) : [];
  const named = (plain + counted + (isDayRun(dated) ? dated.length : 0)) / cells.length;
  if (named < 0.5) return 0;
  const known = texts.filter((text) => at.knowledge.knows(text)).length;
  const unique = new Set(texts).size / texts.length;
  const below = rows.slice(index + 1, index + 26);
  const typed = cells.filter(({ column }) => typedShare(below, column) > 0.5).length / cells.length;
  const fill = Math.min(1, cells.length / at.width);
  const covered = cells.filter(({ column }) => below.some((next) => !isBlank(next.cells[column]))).length / cells.length;
  return fill * 1.5 + named + unique * 0.5 + typed * 1.5 + covered * 0.5 + Math.min(known, 6) * 0.4 - Math.min(index, 30) * 0.03;
}

/** A text that could name a column. */
export function isHeadText(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.trim() !== '' && !looksTyped(cell) && cell.length <= 80;
}

export interface HeadSearch {
  rows: readonly Row[];
  merges: readonly MergedRange[];
  knowledge: HeaderKnowledge;
}

/** The whole head around its most telling row; `rowsTaken` when a person or a profile says how many rows it has. */
export function headAround(search: HeadSearch, at: number, rowsTaken: number | null): Head | null {
  const main = search.rows[at];
  if (!main) return null;
  const [from, to] = rowsTaken === null ? extent(search, at) : [at, untilRow(search.rows, at, main.number + rowsTaken - 1)];
  return { from, to, texts: joinedTexts(search, from, to), main };
}

function untilRow(rows: readonly Row[], from: number, last: number): number {
  let to = from + 1;
  while ((rows[to]?.number ?? Number.POSITIVE_INFINITY) <= last) to += 1;
  return to;
}

// From the merges that touch the head, then from rows above and below that can only be parts of it.
function extent(search: HeadSearch, at: number): [number, number] {
  const { rows } = search;
  let [from, to] = mergedExtent(search, at);
  while (to - from < mostHeadRows && from > 0 && (isGroupRow(search, from) || isWrapped(search, from))) from -= 1;
  if (to - from < mostHeadRows && isSubHead(search, to)) to += 1;
  if (to - from < mostHeadRows && isUnitsRow(rows[to - 1], rows[to])) to += 1;
  return [from, to];
}

function mergedExtent({ rows, merges }: HeadSearch, at: number): [number, number] {
  let [from, to] = [at, at + 1];
  for (let grew = true; grew;) {
    grew = false;
    const top = rows[from]?.number ?? 0;
    const bottom = rows[to - 1]?.number ?? 0;
    for (const merge of merges) {
      if (merge.toRow === merge.fromRow || merge.toRow < top || merge.fromRow > bottom) continue;
      const first = rows.findIndex(({ number }) => number >= merge.fromRow);
      const end = rows.findIndex(({ number }) => number > merge.toRow);
      const last = end < 0 ? rows.length : end;
      if (last - Math.min(first, from) > mostHeadRows || merge.toRow - merge.fromRow >= mostHeadRows || first < 0) continue;
      if (first < from || last > to) {
        [from, to] = [Math.min(from, first), Math.max(to, last)];
        grew = true;
      }
    }
  }
  return [from, to];
}

// A row of groups above: merged across some columns of the head, or standing over the first of several equal sub-heads.
function isGroupRow({ rows, merges, knowledge }: HeadSearch, from: number): boolean {
  const head = rows[from];
  const above = rows[from - 1];
  if (!head || !above || above.number !== head.number - 1) return false;
  const groups = above.cells.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (groups.length === 0 || !groups.every(({ cell }) => isHeadText(cell) || knowledge.isPeriod(cell))) return false;
  const spans = groups.map(({ column }) => spanOf(merges, above.number, column));
  const width = filled(head);
  if (spans.some((span) => span > 1) && spans.every((span) => span < width)) {
    const [only] = groups;
    if (groups.length === 1 && only && isTitleOver({ head, knowledge }, only, spans[0] ?? 1)) return false;
    if (isOrnament({ head, knowledge }, groups, spans)) return false;
    return groups.every(({ column }, index) => covers(head, column, spans[index] ?? 1));
  }
  const subs = head.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  return groups.length >= 2 && new Set(subs).size < subs.length && groups.length < subs.length && groups.every(({ column }) => !isBlank(head.cells[column]));
}

// First halves of wrapped words above: together with what stands below them half of the heads are known, or more than without.
function isWrapped({ rows, merges, knowledge }: HeadSearch, from: number): boolean {
  const head = rows[from];
  const above = rows[from - 1];
  if (!head || !above || above.number !== head.number - 1 || isRule(above)) return false;
  const halves = above.cells.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (!halves.every(({ cell, column }) => isHeadText(cell) && isHeadText(head.cells[column]) && spanOf(merges, above.number, column) === 1)) return false;
  const known = (texts: readonly string[]): number => texts.filter((text) => knowledge.knows(text)).length;
  const whole = known(halves.map(({ cell, column }) => `${textOf(cell)} ${textOf(head.cells[column])}`));
  if (whole >= 2 && whole * 2 >= halves.length) return true;
  // “Account” beside “Account name”, wrapped: two columns of one name without its first half.
  const subs = head.cells.map((cell) => fold(textOf(cell)));
  if (whole > 0 && halves.every(({ column }) => subs.filter((sub) => sub === subs[column]).length > 1)) return true;
  return whole * 3 >= halves.length && whole > known(halves.map(({ column }) => textOf(head.cells[column])));
}

// One merged text over the first column, or over heads that are known by themselves, is a title.
function isTitleOver(at: { head: Row; knowledge: HeaderKnowledge }, group: { cell: Cell; column: number }, span: number): boolean {
  if (at.head.cells.findIndex((cell) => !isBlank(cell)) >= group.column) return true;
  const subs = at.head.cells.slice(group.column, group.column + span).map(textOf);
  const known = (texts: readonly string[]): number => texts.filter((text) => text !== '' && at.knowledge.knows(text)).length;
  return known(subs) > known(subs.map((text) => `${textOf(group.cell)} ${text}`));
}

// Which year, plan or state a figure is of changes what it says; so does a number.
const qualifies =
  /\d|\b(?:last|previous|prior|next|forecast|vorjahr|vormonat|prognose|precedent|anterior|precedente|variance|abweichung|ecart|desviacion|scostamento|delta|diff|cum|kum|ytd)\b/u;

// Merged texts that only sort the columns below (“Order data”, “Times”): all heads differ, and more of them are known without.
function isOrnament(at: { head: Row; knowledge: HeaderKnowledge }, groups: readonly { cell: Cell; column: number }[], spans: readonly number[]): boolean {
  const { head, knowledge } = at;
  const subs = head.cells.map(textOf).filter((text) => text !== '');
  if (new Set(subs).size < subs.length) return false;
  if (groups.some(({ cell }) => knowledge.isPeriod(cell) || knowledge.knows(textOf(cell)) || qualifies.test(fold(textOf(cell))))) return false;
  const below = groups.flatMap(({ cell, column }, index) =>
    head.cells.slice(column, column + (spans[index] ?? 1)).flatMap((sub) => (isBlank(sub) ? [] : [{ group: textOf(cell), sub: textOf(sub) }])),
  );
  const known = (texts: readonly string[]): number => texts.filter((text) => knowledge.knows(text)).length;
  return known(below.map(({ sub }) => sub)) > known(below.map(({ group, sub }) => `${group} ${sub}`));
}

function covers(head: Row, column: number, span: number): boolean {
  return head.cells.slice(column, column + span).some((cell) => !isBlank(cell));
}

function spanOf(merges: readonly MergedRange[], row: number, column: number): number {
  const merge = merges.find((one) => one.fromRow <= row && one.toRow >= row && one.fromColumn === column + 1);
  return merge ? merge.toColumn - merge.fromColumn + 1 : 1;
}

// A row of sub-heads below: under cells merged across, or finishing words that only make sense together.
function isSubHead({ rows, merges, knowledge }: HeadSearch, to: number): boolean {
  const head = rows[to - 1];
  const next = rows[to];
  if (!head || !next || next.number !== head.number + 1 || to + 1 >= rows.length || isRule(next)) return false;
  const cells = next.cells.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (cells.length < 2 || !cells.every(({ cell }) => isHeadText(cell) || knowledge.isPeriod(cell))) return false;
  const wide = head.cells.flatMap((cell, column) => {
    const span = isBlank(cell) ? 1 : spanOf(merges, head.number, column);
    return span > 1 && span < head.cells.length ? [{ column, span }] : [];
  });
  if (wide.length > 0) return wide.every(({ column, span }) => cells.filter((one) => one.column >= column && one.column < column + span).length >= 2);
  if (cells.some(({ column }) => isBlank(head.cells[column]))) return false;
  // Words where figures and dates stand below: no row of data.
  const odd = cells.filter(({ cell, column }) => !looksTyped(cell) && typedShare(rows.slice(to + 1, to + 26), column) > 0.8).length;
  const finishing =
    cells.every(({ cell }) => /^[\p{Ll}(]/u.test(textOf(cell))) &&
    cells.some(({ cell, column }) => knowledge.knows(`${textOf(head.cells[column])} ${textOf(cell)}`));
  return odd >= 2 || (odd === 1 && finishing);
}

// A row of nothing but units: "(min)", "pcs".
function isUnitsRow(head: Row | undefined, next: Row | undefined): boolean {
  if (!head || !next) return false;
  const texts = next.cells.filter((cell) => !isBlank(cell));
  return texts.length > 0 && texts.length <= filled(head) && texts.every(isUnit);
}

function isUnit(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && (/^[[(].{1,12}[\])]$/u.test(cell.trim()) || isUnitWord(cell));
}

function joinedTexts({ rows, merges }: HeadSearch, from: number, to: number): string[] {
  const head = rows.slice(from, to);
  const width = Math.max(0, ...head.map(({ cells }) => cells.length), ...merges.filter((merge) => touches(merge, head)).map(({ toColumn }) => toColumn));
  const lines = head.map((row, index) => spreadTexts(row, { merges, width, below: head[index + 1] }));
  const units = head.length > 1 && isUnitsRow(head[head.length - 2], head.at(-1));
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    lines.forEach((texts, index) => {
      const text = texts[column] ?? '';
      if (text === '' || parts.at(-1) === text) return;
      const unit = units && index === lines.length - 1;
      parts.push(unit && parts.length > 0 ? `(${text.replace(/^[[(]|[\])]$/gu, '')})` : text);
    });
    return parts.join(' ');
  });
}

function touches(merge: MergedRange, head: readonly Row[]): boolean {
  return merge.fromRow <= (head.at(-1)?.number ?? 0) && merge.toRow >= (head[0]?.number ?? 0);
}

// A merged text stands over all its columns; an unmerged group over those up to the next one, where sub-heads repeat below it.
function spreadTexts(row: Row, at: { merges: readonly MergedRange[]; width: number; below: Row | undefined }): string[] {
  const texts = Array.from({ length: at.width }, (_, column) => textOf(row.cells[column]));
  const across = at.merges.filter((merge) => merge.fromRow <= row.number && merge.toRow >= row.number);
  for (const merge of across) {
    const text = texts[merge.fromColumn - 1] ?? '';
    for (let column = merge.fromColumn; column < merge.toColumn; column += 1) texts[column] = text;
  }
  const { below } = at;
  if (!below || across.length > 0 || filled(row) >= filled(below)) return texts;
  const subs = below.cells.map(textOf);
  const named = texts.filter((text) => text !== '');
  // Halves of wrapped words come again where groups don't; and no group has two heads of one name.
  if (new Set(named).size < named.length) return texts;
  let group: { text: string; heads: Set<string> } | null = null;
  return texts.map((text, column) => {
    const sub = subs[column] ?? '';
    if (text !== '') group = { text, heads: new Set([sub]) };
    else if (group && sub !== '' && !group.heads.has(sub) && subs.filter((other) => other === sub).length > 1) group.heads.add(sub);
    else return text;
    return group.text;
  });
}

function textOf(cell: Cell | undefined): string {
  return cellText(cell ?? null)
    .replace(/\s+/gu, ' ')
    .trim();
}
