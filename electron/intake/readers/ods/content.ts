/** The tables of an OpenDocument file → sheets of typed cells. Repeated cells and rows are built only where they hold something. */
import type { Cell, NumberKind, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { SheetAreas } from '../workbook/sheet-areas.ts';
import { RowCollector, type Used } from '../xlsx/row-collector.ts';
import { decodeXmlText, type XmlHandler, type XmlScanner } from '../xml.ts';
import type { OdsStyles } from './styles.ts';
import { odsValue, type OdsCell } from './value.ts';

interface OpenSheet {
  name: string;
  hidden: boolean;
  rows: RowCollector;
  areas: SheetAreas;
}

export class ContentHandler implements XmlHandler {
  readonly sheets: Sheet[] = [];
  private readonly styles: OdsStyles;
  private readonly used: Used;
  private sheet: OpenSheet | null = null;
  private tables = 0;
  private columns = 0;
  private readonly columnKinds = new Map<number, NumberKind>();
  private row = 0;
  private rowRepeat = 1;
  private rowHidden = false;
  /** Of the row being read, with how often each is repeated. */
  private rowCells: { column: number; repeat: number; cell: Cell }[] = [];
  private column = 0;
  private columnRepeat = 1;
  private cell: OdsCell | null = null;
  private written = '';
  private paragraphs = 0;
  /** Depth within notes and drawings, whose text is not the cell's. */
  private aside = 0;
  private inText = 0;

  constructor(styles: OdsStyles, used: Used) {
    this.styles = styles;
    this.used = used;
  }

  open(name: string, scanner: XmlScanner): void {
    switch (name) {
      case 'table':
        if (++this.tables === 1) this.openSheet(scanner);
        return;
      case 'annotation':
      case 'shapes':
      case 'frame':
      case 'custom-shape':
        this.aside++;
        return;
    }
    if (this.aside > 0 || this.tables > 1) return;
    if (!this.sheet) {
      this.styles.open(name, scanner);
      return;
    }
    switch (name) {
      case 'table-column':
        this.openColumn(this.sheet, scanner);
        return;
      case 'table-row':
        this.openRow(this.sheet, scanner);
        return;
      case 'table-cell':
      case 'covered-table-cell':
        this.openCell(this.sheet, scanner);
        return;
      case 'p':
        if (!this.cell) return;
        if (this.paragraphs++ > 0) this.add('\n');
        this.inText++;
        scanner.wantsText = true;
        return;
      case 's':
        if (this.inText > 0) this.add(' '.repeat(Math.min(count(scanner, 'c'), limits.cellCharacters)));
        return;
      case 'tab':
        if (this.inText > 0) this.add('\t');
        return;
      case 'line-break':
        if (this.inText > 0) this.add('\n');
        return;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'table':
        if (--this.tables === 0) this.closeSheet();
        return;
      case 'annotation':
      case 'shapes':
      case 'frame':
      case 'custom-shape':
        this.aside--;
        return;
    }
    if (this.aside > 0 || this.tables > 1 || !this.sheet) return;
    if (name === 'p') this.inText = Math.max(0, this.inText - 1);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow(this.sheet);
  }

  text(buffer: Buffer, start: number, end: number): void {
    this.literal(decodeXmlText(buffer, start, end));
  }

  literal(text: string): void {
    // Line ends and runs of spaces in the markup are layout; those of the cell are elements of their own.
    if (this.inText > 0 && this.aside === 0) this.add(text.replace(/[\t\n\r ]+/g, ' '));
  }

  private add(text: string): void {
    this.written += text;
    if (this.written.length > limits.cellCharacters)
      throw this.sheet?.rows.tooLong(Math.min(this.column, limits.columns)) ?? new Error('text outside of a sheet');
  }

  private openSheet(scanner: XmlScanner): void {
    if (this.sheets.length >= limits.sheets) throw overLimit(`The workbook has more than ${String(limits.sheets)} sheets`, limits.sheets);
    const name = scanner.attribute('name') ?? '';
    const hidden = this.styles.hidesTable(scanner.attribute('style-name')) || scanner.attribute('display') === 'false';
    this.sheet = { name, hidden, rows: new RowCollector(name, this.used), areas: new SheetAreas(name) };
    this.row = 0;
    this.columns = 0;
    this.columnKinds.clear();
    this.rowRepeat = 1;
  }

  private closeSheet(): void {
    const { sheet } = this;
    if (!sheet) return;
    this.sheets.push(sheet.areas.sheetOf(sheet.rows.finish(), sheet.hidden));
    this.sheet = null;
  }

  private openColumn(sheet: OpenSheet, scanner: XmlScanner): void {
    const from = this.columns + 1;
    this.columns = Math.min(this.columns + count(scanner, 'number-columns-repeated'), limits.columns);
    if ((scanner.attribute('visibility') ?? 'visible') !== 'visible') sheet.areas.hideColumns(from, this.columns);
    const kind = this.styles.kindOf(scanner.attribute('default-cell-style-name'));
    if (kind !== null) for (let column = from; column <= this.columns; column++) this.columnKinds.set(column, kind);
  }

  private openRow(sheet: OpenSheet, scanner: XmlScanner): void {
    this.row++;
    this.rowRepeat = count(scanner, 'number-rows-repeated');
    this.rowHidden = (scanner.attribute('visibility') ?? 'visible') !== 'visible';
    this.rowCells = [];
    this.column = 0;
    if (this.row > limits.rows) throw scanner.broken(`(sheet “${sheet.name}”) has a row beyond the last one`);
  }

  private closeRow(sheet: OpenSheet): void {
    const cells = this.rowCells;
    if (cells.length > 0) {
      if (this.row + this.rowRepeat - 1 > limits.rows) throw overLimit(`Sheet “${sheet.name}” repeats a row too often`, limits.rows);
      for (let i = 0; i < this.rowRepeat; i++) {
        sheet.rows.start(this.row + i, this.rowHidden);
        for (const { column, repeat, cell } of cells) for (let k = 0; k < repeat; k++) sheet.rows.put(column + k, cell);
        sheet.rows.end();
      }
    }
    this.row += this.rowRepeat - 1;
    this.rowCells = [];
  }

  private openCell(sheet: OpenSheet, scanner: XmlScanner): void {
    this.column++;
    this.columnRepeat = count(scanner, 'number-columns-repeated');
    this.written = '';
    this.paragraphs = 0;
    this.inText = 0;
    const across = count(scanner, 'number-columns-spanned');
    const down = count(scanner, 'number-rows-spanned');
    if (across > 1 || down > 1)
      sheet.areas.merge({ fromRow: this.row, fromColumn: this.column, toRow: this.row + down - 1, toColumn: this.column + across - 1 });
    this.cell = {
      type: scanner.attribute('value-type'),
      value: scanner.attribute('value') ?? scanner.attribute('date-value') ?? scanner.attribute('time-value') ?? scanner.attribute('boolean-value'),
      string: scanner.attribute('string-value'),
      formula: scanner.attribute('formula'),
      kind: this.styles.kindOf(scanner.attribute('style-name')) ?? this.columnKinds.get(this.column) ?? null,
    };
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (cell) {
      const value = odsValue(cell, this.written);
      if (value !== null) {
        if (this.column + this.columnRepeat - 1 > limits.columns)
          throw overLimit(`Sheet “${this.sheet?.name ?? ''}” has a cell beyond the last column, in row ${String(this.row)}`, limits.columns);
        this.rowCells.push({ column: this.column, repeat: this.columnRepeat, cell: value });
      }
    }
    this.column += this.columnRepeat - 1;
  }
}

function count(scanner: XmlScanner, name: string): number {
  const stated = Number(scanner.attribute(name) ?? '1');
  return Number.isInteger(stated) && stated > 0 ? Math.min(stated, 2 * limits.rows) : 1;
}
