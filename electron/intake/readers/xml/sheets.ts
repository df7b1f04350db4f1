/** Sheets made by a reader that knows its columns: a head in row 1, records below it. */
import type { Cell, Row, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';

export class SheetBuilder {
  private readonly name: string;
  private readonly rows: Row[];
  private cells = 0;

  constructor(name: string, columns: readonly string[]) {
    this.name = name;
    this.rows = [{ number: 1, cells: [...columns], hidden: false }];
  }

  /** `number`: the record's own place in the file where it has one, else the next row. Faults: file-too-large. */
  add(cells: readonly (Cell | undefined)[], number: number = this.rows.length + 1): void {
    const filled = cells.map((cell) => (cell === undefined || cell === '' ? null : cell));
    this.cells += filled.length;
    if (this.cells > limits.cells) throw overLimit(`The table “${this.name}” has more cells than can be read`, limits.cells);
    if (this.rows.length > limits.rows) throw overLimit(`The table “${this.name}” has more rows than a sheet of Excel`, limits.rows);
    const long = filled.find((cell) => typeof cell === 'string' && cell.length > limits.cellCharacters);
    if (long !== undefined) throw overLimit(`A text of the table “${this.name}” is longer than a cell of Excel`, limits.cellCharacters);
    this.rows.push({ number, cells: filled, hidden: false });
  }

  /** Records so far. */
  get count(): number {
    return this.rows.length - 1;
  }

  /** Columns nothing stands in are left out. */
  sheet(): Sheet {
    const width = this.rows[0]?.cells.length ?? 0;
    const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
      this.rows.some((row, index) => index > 0 && (row.cells[column] ?? null) !== null),
    );
    const rows = this.rows.map((row) => ({ ...row, cells: used.map((column) => row.cells[column] ?? null) }));
    return { name: this.name, hidden: false, rows, merges: [], hiddenColumns: [] };
  }
}
