/**
 * A file's own total rows: recognised by their word in any of the languages, or by standing last with the keys empty and figures
 * that add up. They never become facts; they are the control the facts are held against.
 */
import type { Cell, Row } from '../../shared/intake/cells.ts';
import { fold } from '../../shared/kit/fold.ts';
import { totalPrefixes, totalWords } from './headers-words.ts';
import { remembering } from './coerce-memo.ts';
import { parseDateText } from './coerce-dates.ts';
import { numberBody } from './coerce-numbers.ts';
import { isBlank } from './find-tables-cells.ts';

/** Whether a label reads as "Total", "Grand total", "Summe", "Razem:" … */
export function isTotalLabel(text: string): boolean {
  return text.length <= 60 && labelOf(text);
}

// Texts repeat down a column, and every one of them is asked.
const labelOf = remembering((text) => {
  const first = /^[\s*=]*(\p{L}+)/u.exec(text)?.[1];
  if (first === undefined) return false;
  return (opensTotal(first) || lastTotal.test(text)) && readsAsTotal(text);
});

const lastTotal = /(?:totals?|toplam|gesamt)\W*$/iu;
const openings = new Map<string, boolean>();

// Asked of every text cell: the first word alone rules nearly all of them out.
function opensTotal(word: string): boolean {
  const known = openings.get(word);
  if (known !== undefined) return known;
  if (openings.size > 20_000) openings.clear();
  const folded = fold(word);
  const answer = totalWords.has(folded) || totalPrefixes.has(folded);
  openings.set(word, answer);
  return answer;
}

function readsAsTotal(text: string): boolean {
  const words = fold(text.trim())
    .replace(/^[*=\s]+/u, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const first = words[0];
  if (first === undefined || words.length > 6) return false;
  if (totalWords.has(first)) return true;
  if (words.length > 1 && totalPrefixes.has(first) && words[1] !== undefined && totalWords.has(words[1])) return true;
  const last = words.at(-1);
  return words.length > 1 && words.length <= 3 && last !== undefined && (last === 'total' || last === 'totals' || last === 'toplam' || last === 'gesamt');
}

/** A row with a total label, figures, and nothing else but at most one more text (a unit, a period). */
export function isTotalRow(row: Row, columns: readonly number[]): boolean {
  if (isStarred(row) || isStarredLabel(row)) return true;
  if (!columns.some((column) => isLabel(row.cells[column]))) return false;
  let label = false;
  let texts = 0;
  let figures = 0;
  for (const column of columns) {
    const cell = row.cells[column];
    if (cell === undefined || cell === null) continue;
    if (typeof cell !== 'string') {
      if (typeof cell === 'number' || (typeof cell === 'object' && cell.kind !== 'date' && cell.kind !== 'datetime')) figures += 1;
      else texts += 1;
      continue;
    }
    if (cell.trim() === '') continue;
    if (numberBody(cell) !== null) figures += 1;
    else if (!label && isTotalLabel(cell)) label = true;
    else texts += 1;
  }
  return label && texts <= 1 && (figures > 0 || texts === 0);
}

/** “** Total” in front: how the reader of lists marks a row of stars, whatever keys stand beside its figures. */
function isStarred(row: Row): boolean {
  const first = row.cells.find((cell) => !isBlank(cell));
  return typeof first === 'string' && /^\*{1,9} Total$/u.test(first);
}

// “* Debit” and figures alone beside it: a subtotal of a report saved as text.
function isStarredLabel(row: Row): boolean {
  const [first, ...rest] = row.cells.filter((cell) => !isBlank(cell));
  if (typeof first !== 'string' || !/^\s*\*{1,9}\s+\p{L}/u.test(first) || rest.length === 0) return false;
  return rest.every((cell) => typeof cell === 'number' || (typeof cell === 'string' && numberBody(cell) !== null));
}

function isLabel(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && isTotalLabel(cell);
}

export interface TotalShape {
  /** 0-based columns most rows fill. */
  always: readonly number[];
  /** Those of figures and dates; empty when words in them aren't looked for. */
  typed: readonly number[];
  isFigure(cell: Cell | undefined): boolean;
}

/**
 * A row that may be a total without a known word: a column nearly always filled is empty or holds a lone word where figures stand; only
 * figures are left, and no date.
 */
export function isTotalShaped(row: Row, shape: TotalShape): boolean {
  const isWord = (cell: Cell | undefined): boolean => typeof cell === 'string' && cell.trim() !== '' && !shape.isFigure(cell);
  if (!shape.always.some((column) => isBlank(row.cells[column])) && !shape.typed.some((column) => isWord(row.cells[column]))) return false;
  let figures = 0;
  let texts = 0;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    if (shape.isFigure(cell)) figures += 1;
    else if (typeof cell !== 'string' || parseDateText(cell) !== null) return false;
    else texts += 1;
    if (texts > 1) return false;
  }
  return figures > 0;
}

export interface ControlSum {
  /** Σ of the rows the total stands for. */
  sum: number;
  rows: number;
  /** Digits printed after the decimal sign in the rows, at most. */
  rowDigits: number;
  /** Digits printed in the total itself. */
  totalDigits: number;
}

/** Half a unit of the last printed digit for every row and for the total, and a hair for the floating sum. */
export function tolerance(control: ControlSum): number {
  const half = (digits: number): number => 0.5 * 10 ** -Math.min(digits, 12);
  return half(control.rowDigits) * control.rows + half(control.totalDigits) + Math.abs(control.sum) * 1e-12;
}

export function agrees(printed: number, control: ControlSum): boolean {
  return Math.abs(printed - control.sum) <= tolerance(control);
}
