/** What a column's values look like, from a spread of its rows: the second witness beside the header. */
import { cellText, type Cell, type Row } from '../../shared/intake/cells.ts';
import { parseClock, parseDateText } from './coerce-dates.ts';
import { numberBody } from './coerce-numbers.ts';
import { readDuration } from './coerce-durations.ts';
import { isBlank } from './find-tables-cells.ts';

export interface ColumnShape {
  column: number; // 1-based
  header: string;
  /** Looked-at cells that hold something. */
  filled: number;
  looked: number;
  numbers: number;
  whole: number;
  dates: number;
  withClock: number;
  clocks: number;
  durations: number;
  booleans: number;
  texts: number;
  errors: number;
  distinct: number;
  samples: { row: number; raw: string }[];
}

const spread = 1_500;

/** Shapes of all columns; looks at every row up to 1,500, then at an even spread. */
export function columnShapes(columns: readonly { column: number; header: string }[], rows: readonly Row[]): ColumnShape[] {
  const step = Math.max(1, Math.floor(rows.length / spread));
  return columns.map(({ column, header }) => {
    const shape: ColumnShape = {
      column,
      header,
      filled: 0,
      looked: 0,
      numbers: 0,
      whole: 0,
      dates: 0,
      withClock: 0,
      clocks: 0,
      durations: 0,
      booleans: 0,
      texts: 0,
      errors: 0,
      distinct: 0,
      samples: [],
    };
    const seen = new Set<string>();
    for (let index = 0; index < rows.length; index += step) {
      const row = rows[index];
      if (!row) continue;
      const cell = row.cells[column - 1];
      shape.looked += 1;
      if (isBlank(cell) || cell === null || cell === undefined) continue;
      shape.filled += 1;
      const raw = cellText(cell);
      seen.add(raw.trim());
      if (shape.samples.length < 3) shape.samples.push({ row: row.number, raw });
      count(shape, cell);
    }
    shape.distinct = seen.size;
    return shape;
  });
}

function count(shape: ColumnShape, cell: Exclude<Cell, null>): void {
  if (typeof cell === 'number') {
    shape.numbers += 1;
    if (Number.isInteger(cell)) shape.whole += 1;
    if (Number.isInteger(cell) && cell >= 19_000_101 && cell <= 20_991_231 && parseDateText(String(cell))) shape.dates += 1;
  } else if (typeof cell === 'boolean') shape.booleans += 1;
  else if (typeof cell === 'string') countText(shape, cell);
  else countTyped(shape, cell);
}

function countText(shape: ColumnShape, text: string): void {
  const number = numberBody(text);
  const date = parseDateText(text);
  if (date) {
    shape.dates += 1;
    if (date.clock !== null) shape.withClock += 1;
  } else if (parseClock(text) !== null && number === null) shape.clocks += 1;
  if (number) {
    shape.numbers += 1;
    if (/^\d+$/u.test(number.text)) shape.whole += 1;
  } else if (!date) {
    if (readDuration(text, { decimal: '.', unitMs: 1 }) !== null) shape.durations += 1;
    else shape.texts += 1;
  }
}

function countTyped(shape: ColumnShape, cell: Exclude<Cell, null | string | number | boolean>): void {
  switch (cell.kind) {
    case 'date':
      shape.dates += 1;
      break;
    case 'datetime':
      shape.dates += 1;
      shape.withClock += 1;
      break;
    case 'time':
      shape.clocks += 1;
      break;
    case 'duration':
      shape.durations += 1;
      break;
    case 'percent':
      shape.numbers += 1;
      break;
    case 'error':
    case 'formula':
      shape.errors += 1;
      break;
  }
}

/** Share of filled cells that could be of a kind; 1 for a column without values. */
export function share(shape: ColumnShape, kind: 'number' | 'date' | 'duration' | 'clock'): number {
  const filled = shape.filled - shape.errors;
  if (filled <= 0) return 1;
  if (kind === 'number') return shape.numbers / filled;
  if (kind === 'date') return shape.dates / filled;
  if (kind === 'clock') return shape.clocks / filled;
  return (shape.numbers + shape.durations + shape.clocks) / filled;
}
