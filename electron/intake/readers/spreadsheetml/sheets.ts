/** The elements of an Excel 2003 XML spreadsheet → sheets of typed cells. A formula gives its stored value and is never evaluated. */
import type { Cell, NumberKind, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { namedKind } from '../workbook/named-kind.ts';
import { SheetAreas } from '../workbook/sheet-areas.ts';
import { formulaCell, isoCell, kindCell, parseNumber } from '../xlsx/cell-value.ts';
import { RowCollector, type Used } from '../xlsx/row-collector.ts';
import { decodeXmlText, type XmlHandler, type XmlScanner } from '../xml.ts';

export class SpreadsheetHandler implements XmlHandler {
  readonly sheets: Sheet[] = [];
  private readonly used: Used;
  private readonly kinds = new Map<string, NumberKind>();
  private style = '';
  private sheet: { name: string; hidden: boolean; rows: RowCollector; areas: SheetAreas; columnStyles: Map<number, string> } | null = null;
  private row = 0;
  private rowSpan = 0;
  private rowStyle = '';
  private column = 0;
  private columnEnd = 0;
  private tableColumn = 0;
  private columnsStyled = 0;
  private cell: { kind: NumberKind; formula: string | null; type: string; text: string | null } | null = null;
  private comments = 0;
  private collects: 'data' | 'visible' | null = null;
  private visible = '';

  constructor(used: Used) {
    this.used = used;
  }

  open(name: string, scanner: XmlScanner): void {
    switch (name) {
      case 'Style':
        this.style = scanner.attribute('ID') ?? '';
        this.kinds.set(this.style, this.kinds.get(scanner.attribute('Parent') ?? 'Default') ?? 'plain');
        return;
      case 'NumberFormat':
        if (this.sheet === null && scanner.attribute('Format') !== null) this.kinds.set(this.style, namedKind(scanner.attribute('Format') ?? ''));
        return;
      case 'Worksheet':
        this.openSheet(scanner.attribute('Name') ?? '');
        return;
      case 'Column':
        this.openColumn(scanner);
        return;
      case 'Row':
        this.openRow(scanner);
        return;
      case 'Cell':
        this.openCell(scanner);
        return;
      case 'Comment':
        this.comments++;
        return;
      case 'Data':
        if (!this.cell || this.comments > 0) return;
        this.cell.type = scanner.attribute('Type') ?? 'String';
        this.collect('data', scanner);
        return;
      case 'Visible':
        this.visible = '';
        this.collect('visible', scanner);
        return;
    }
    // Formatted text holds elements of its own; their text belongs to the cell.
    if (this.collects === 'data') scanner.wantsText = true;
  }

  close(name: string): void {
    switch (name) {
      case 'Comment':
        this.comments--;
        return;
      case 'Data':
        if (this.comments === 0) this.collects = null;
        return;
      case 'Visible':
        this.collects = null;
        if (this.sheet) this.sheet.hidden = this.visible.trim().startsWith('SheetHidden') || this.visible.trim().startsWith('SheetVeryHidden');
        return;
      case 'Cell':
        if (this.cell && this.sheet) this.sheet.rows.put(this.column, this.value(this.cell));
        this.column = this.columnEnd;
        this.cell = null;
        return;
      case 'Row':
        this.sheet?.rows.end();
        this.row += this.rowSpan;
        return;
      case 'Worksheet':
        this.closeSheet();
        return;
    }
  }

  text(buffer: Buffer, start: number, end: number): void {
    if (this.collects !== null) this.literal(decodeXmlText(buffer, start, end));
  }

  literal(text: string): void {
    if (this.collects === 'visible') this.visible = (this.visible + text).slice(0, 64);
    else if (this.collects === 'data' && this.cell) {
      this.cell.text = (this.cell.text ?? '') + text;
      if (this.cell.text.length > limits.cellCharacters) throw this.sheet?.rows.tooLong(this.column) ?? new Error('text outside of a sheet');
    }
  }

  private collect(what: 'data' | 'visible', scanner: XmlScanner): void {
    this.collects = what;
    scanner.wantsText = true;
  }

  private openSheet(name: string): void {
    if (this.sheets.length >= limits.sheets) throw overLimit(`The workbook has more than ${String(limits.sheets)} sheets`, limits.sheets);
    this.sheet = { name, hidden: false, rows: new RowCollector(name, this.used), areas: new SheetAreas(name), columnStyles: new Map() };
    this.row = 0;
    this.tableColumn = 0;
    this.columnsStyled = 0;
  }

  private closeSheet(): void {
    const { sheet } = this;
    if (!sheet) return;
    this.sheets.push(sheet.areas.sheetOf(sheet.rows.finish(), sheet.hidden));
    this.sheet = null;
  }

  private openColumn(scanner: XmlScanner): void {
    if (!this.sheet) return;
    const from = place(scanner, this.tableColumn + 1);
    this.tableColumn = Math.min(from + span(scanner, 'Span'), limits.columns);
    if (scanner.attribute('Hidden') === '1') this.sheet.areas.hideColumns(from, this.tableColumn);
    const style = scanner.attribute('StyleID');
    if (style === null || (this.kinds.get(style) ?? 'plain') === 'plain') return;
    for (let column = from; column <= this.tableColumn && this.columnsStyled < 4 * limits.columns; column++) {
      this.columnsStyled++;
      this.sheet.columnStyles.set(column, style);
    }
  }

  private openRow(scanner: XmlScanner): void {
    if (!this.sheet) return;
    this.row = place(scanner, this.row + 1);
    if (this.row > limits.rows) throw scanner.broken(`(sheet “${this.sheet.name}”) has a row beyond the last one`);
    this.rowSpan = span(scanner, 'Span');
    this.rowStyle = scanner.attribute('StyleID') ?? '';
    this.column = 0;
    this.sheet.rows.start(this.row, scanner.attribute('Hidden') === '1');
  }

  private openCell(scanner: XmlScanner): void {
    const { sheet } = this;
    if (!sheet) return;
    this.column = place(scanner, this.column + 1);
    if (this.column > limits.columns) throw scanner.broken(`(sheet “${sheet.name}”, row ${String(this.row)}) has a cell beyond the last column`);
    const across = span(scanner, 'MergeAcross');
    const down = span(scanner, 'MergeDown');
    this.columnEnd = this.column + across;
    if (across > 0 || down > 0) sheet.areas.merge({ fromRow: this.row, fromColumn: this.column, toRow: this.row + down, toColumn: this.column + across });
    const style = scanner.attribute('StyleID') ?? (this.rowStyle === '' ? sheet.columnStyles.get(this.column) : this.rowStyle) ?? 'Default';
    this.cell = { kind: this.kinds.get(style) ?? 'plain', formula: scanner.attribute('Formula'), type: 'String', text: null };
  }

  private value({ kind, formula, type, text }: { kind: NumberKind; formula: string | null; type: string; text: string | null }): Cell {
    if (text === null || text === '') return formula === null ? null : formulaCell(formula);
    switch (type) {
      case 'Number': {
        const bytes = Buffer.from(text.trim(), 'latin1');
        const number = parseNumber(bytes, 0, bytes.length);
        if (Number.isNaN(number)) return text;
        return kindCell(kind, number);
      }
      case 'DateTime':
        return dateCell(text, kind);
      case 'Boolean':
        return text.trim() === '1' || text.trim().toLowerCase() === 'true';
      case 'Error':
        return { kind: 'error', text };
      default:
        return text;
    }
  }
}

// The type says it is a moment; the format, how much of it is meant.
function dateCell(text: string, kind: NumberKind): Cell {
  const moment = isoCell(text);
  if (moment === null || typeof moment !== 'object' || !('value' in moment)) return text;
  if (kind === 'time' || kind === 'duration' || kind === 'date' || kind === 'datetime') return { kind, value: moment.value };
  return Number.isInteger(moment.value) ? { kind: 'date', value: moment.value } : moment;
}

function place(scanner: XmlScanner, following: number): number {
  const index = Number(scanner.attribute('Index') ?? NaN);
  return Number.isInteger(index) && index >= 1 ? index : following;
}

function span(scanner: XmlScanner, name: string): number {
  const written = Number(scanner.attribute(name) ?? '0');
  return Number.isInteger(written) && written > 0 ? Math.min(written, limits.rows) : 0;
}
