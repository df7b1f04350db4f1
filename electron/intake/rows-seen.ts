/**
 * Finds rows that repeat an earlier one cell by cell, as texts. Rows are held as one number each; only where two numbers meet are the
 * texts compared, so that a large table needs no second copy of itself.
 */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';

export class RowsSeen {
  private readonly first = new Map<number, Row>();
  /** Texts of the rows that share their number with another. */
  private readonly texts = new Map<number, Set<string>>();

  /** Whether an equal row came before; remembers this one. */
  has(row: Row): boolean {
    const number = numberOf(row);
    const earlier = this.first.get(number);
    if (!earlier) {
      this.first.set(number, row);
      return false;
    }
    let texts = this.texts.get(number);
    if (!texts) {
      texts = new Set([textOf(earlier)]);
      this.texts.set(number, texts);
    }
    const text = textOf(row);
    if (texts.has(text)) return true;
    texts.add(text);
    return false;
  }
}

// Empty cells at the end don't count.
function textOf(row: Row): string {
  return row.cells
    .map((cell) => cellText(cell).trim())
    .join('\u0001')
    .replace(/\u0001+$/u, '');
}

// Rows of equal texts get equal numbers, whatever the cells are made of: a number counts as its text does.
function numberOf(row: Row): number {
  let [high, low] = [0, 0];
  for (const [column, cell] of row.cells.entries()) {
    const part = partOf(cell);
    if (part === 0) continue;
    low = Math.imul(low ^ part ^ Math.imul(column + 1, 0x9e3779b1), 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ low, 0xc2b2ae35) ^ (high >>> 13);
  }
  return (high >>> 0) * 0x20_0000 + (low & 0x1f_ffff);
}

function partOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'number') return numberPart(cell);
  const text = typeof cell === 'string' ? cell.trim() : cellText(cell).trim();
  if (text === '') return 0;
  const code = text.charCodeAt(0);
  if (code <= 57 && text.length <= 22) {
    const value = Number(text);
    if (String(value) === text) return numberPart(value);
  }
  let hash = 17;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return hash === 0 ? 1 : hash;
}

const eight = new Float64Array(1);
const halves = new Int32Array(eight.buffer);

function numberPart(value: number): number {
  eight[0] = value + 0; // −0 prints as 0
  const part = Math.imul(halves[0] ?? 0, 0x27d4eb2f) ^ (halves[1] ?? 0);
  return part === 0 ? 2 : part;
}
