/** Gathers the cells of one sheet into rows, and keeps count of what they cost. */
import { cellAddress, type Cell, type Row } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';

/** Over all sheets of the workbook. */
export interface Used {
  cells: number;
  grid: number;
}

export class RowCollector {
  private readonly sheet: string;
  private readonly used: Used;
  private readonly rows: Row[] = [];
  private ascending = true;
  private last = 0;
  private hidden = false;
  private cells: Cell[] = [];

  constructor(sheet: string, used: Used) {
    this.sheet = sheet;
    this.used = used;
  }

  start(number: number, hidden: boolean): void {
    if (number <= this.last) this.ascending = false;
    this.last = number;
    this.hidden = hidden;
    this.cells = [];
  }

  /** Faults: file-too-large. */
  put(column: number, cell: Cell): void {
    if (cell === null) return;
    if (typeof cell === 'string' && cell.length > limits.cellCharacters) throw this.tooLong(column);
    if (++this.used.cells > limits.cells)
      throw overLimit(`The workbook has more filled cells than can be read, counted up to row ${String(this.last)} of sheet “${this.sheet}”`, limits.cells);
    const { cells } = this;
    if (cells.length === column - 1) cells.push(cell);
    else {
      while (cells.length < column - 1) cells.push(null);
      cells[column - 1] = cell;
    }
  }

  tooLong(column: number): Error {
    return overLimit(`Cell ${cellAddress(this.last, column)} of sheet “${this.sheet}” has too many characters`, limits.cellCharacters);
  }

  end(): void {
    if (this.cells.length === 0) return;
    this.used.grid += this.cells.length;
    if (this.used.grid > limits.gridCells)
      throw overLimit(`Sheet “${this.sheet}” spreads over too many cells, counted up to row ${String(this.last)}`, limits.gridCells);
    this.rows.push({ number: this.last, cells: this.cells, hidden: this.hidden });
    this.cells = [];
  }

  /** In ascending order; parts of one row that stand apart in the file are put together. */
  finish(): Row[] {
    return this.ascending ? this.rows : inOrder(this.rows);
  }
}

function inOrder(rows: readonly Row[]): Row[] {
  const byNumber = new Map<number, Row>();
  for (const row of rows) {
    const earlier = byNumber.get(row.number);
    if (!earlier) byNumber.set(row.number, row);
    else {
      row.cells.forEach((cell, index) => {
        while (earlier.cells.length <= index) earlier.cells.push(null);
        if (cell !== null) earlier.cells[index] = cell;
      });
    }
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
