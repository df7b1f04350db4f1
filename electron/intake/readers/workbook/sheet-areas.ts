/** What a sheet says about areas of cells: merges and hidden columns. Areas are counted and kept as ranges, never filled. */
import type { MergedRange, Row, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';

export class SheetAreas {
  private readonly merges: MergedRange[] = [];
  private readonly sheet: string;
  private readonly columnHidden = new Set<number>();
  private mergedCells = 0;
  private columnsTouched = 0;

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  /** Takes a range of more than one cell; one beyond the last row or column is cut off there. Faults: file-too-large. */
  merge(range: MergedRange): void {
    const { fromRow, fromColumn } = range;
    const toRow = Math.min(range.toRow, limits.rows);
    const toColumn = Math.min(range.toColumn, limits.columns);
    if (fromRow < 1 || fromColumn < 1 || toRow < fromRow || toColumn < fromColumn) return;
    const cells = (toRow - fromRow + 1) * (toColumn - fromColumn + 1);
    if (cells === 1) return;
    this.mergedCells += cells;
    if (this.mergedCells > limits.mergedCells) throw overLimit(`Sheet “${this.sheet}” merges too many cells`, limits.mergedCells);
    this.merges.push({ fromRow, fromColumn, toRow, toColumn });
  }

  hideColumns(from: number, to: number): void {
    // No program says it more than once per column; a file made to do harm says it a million times.
    for (let column = Math.max(from, 1); column <= Math.min(to, limits.columns) && this.columnsTouched < 4 * limits.columns; column++) {
      this.columnsTouched++;
      this.columnHidden.add(column);
    }
  }

  /** The whole sheet, once its rows are read. */
  sheetOf(rows: Row[], hidden: boolean): Sheet {
    return { name: this.sheet, hidden, rows, merges: this.merges, hiddenColumns: [...this.columnHidden].sort((a, b) => a - b) };
  }
}
