/**
 * One sheet's XML → rows of typed cells. A formula gives its stored value and is never evaluated. Cells and rows without a reference
 * follow the one before, as the standard says.
 */
import type { Cell, MergedRange, Row } from '../../../../shared/intake/cells.ts';
import { cellAddress } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { decodeXmlText, type XmlHandler, type XmlScanner } from '../xml.ts';
import { formulaCell, isoCell, numberCell, parseNumber, type NumberReading } from './cell-value.ts';
import { isTrue } from './part.ts';
import { readPlainCells, type PlainCellSink } from './plain-cells.ts';
import { parseRange } from './reference.ts';
import { RowCollector, type Used } from './row-collector.ts';
import { unescapeControls } from './strings.ts';

export interface SheetContext extends NumberReading {
  strings: readonly string[];
  /** A formula’s stored 0 may be nobody’s result. */
  awaitsCalculation?: boolean;
  used: Used;
}

const noText = 0;
const valueText = 1;
const formulaText = 2;
const inlineText = 3;

export class SheetHandler implements XmlHandler, PlainCellSink {
  readonly merges: MergedRange[] = [];
  rowNumber = 0;
  column = 0;
  private readonly name: string;
  private readonly context: SheetContext;
  private readonly rows: RowCollector;
  private readonly columnHidden = new Uint8Array(limits.columns + 1);
  private scanner: XmlScanner | null = null;
  private mergedCells = 0;
  private inRow = false;
  private inCell = false;
  private type = 'n';
  private style = 0;
  private collecting = noText;
  private phonetic = false;
  private inline = false;
  private value: string | number | null = null;
  private hasFormula = false;
  private formula = '';

  constructor(name: string, context: SheetContext) {
    this.name = name;
    this.context = context;
    this.rows = new RowCollector(name, context.used);
  }

  open(name: string, scanner: XmlScanner): void {
    this.scanner = scanner;
    switch (name) {
      case 'c':
        if (this.inRow && !this.readRun(scanner)) this.openCell(scanner);
        return;
      case 'v':
        if (this.inCell) this.collect(valueText);
        return;
      case 'f':
        if (!this.inCell) return;
        this.hasFormula = true;
        this.collect(formulaText);
        return;
      case 'is':
        this.inline = this.inCell;
        return;
      case 'rPh':
        this.phonetic = true;
        return;
      case 't':
        if (this.inline && !this.phonetic) this.collect(inlineText);
        return;
      case 'row':
        this.openRow(scanner);
        return;
      case 'col':
        this.hideColumns(scanner);
        return;
      case 'mergeCell':
        this.merge(scanner);
        return;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        if (this.inCell) this.closeCell();
        return;
      case 'v':
      case 'f':
      case 't':
        this.collect(noText);
        return;
      case 'is':
        this.inline = false;
        return;
      case 'rPh':
        this.phonetic = false;
        return;
      case 'row':
        this.inRow = false;
        this.rows.end();
        return;
    }
  }

  text(buffer: Buffer, start: number, end: number): void {
    if (this.collecting === valueText && this.value === null && (this.type === 'n' || this.type === 's')) {
      const number = parseNumber(buffer, start, end);
      if (!Number.isNaN(number)) {
        this.value = number;
        return;
      }
    }
    this.literal(decodeXmlText(buffer, start, end));
  }

  literal(text: string): void {
    if (this.collecting === formulaText) this.formula += text;
    else this.value = this.value === null ? text : String(this.value) + text;
    if (typeof this.value === 'string' && this.value.length > 8 * limits.cellCharacters) throw this.rows.tooLong(this.column);
  }

  finish(): { rows: Row[]; hiddenColumns: number[] } {
    const hiddenColumns: number[] = [];
    for (let column = this.columnHidden.indexOf(1); column > 0; column = this.columnHidden.indexOf(1, column + 1)) hiddenColumns.push(column);
    return { rows: this.rows.finish(), hiddenColumns };
  }

  private collect(what: number): void {
    this.collecting = what;
    if (this.scanner) this.scanner.wantsText = what !== noText;
  }

  private openRow(scanner: XmlScanner): void {
    const written = scanner.attribute('r');
    const number = written === null ? this.rowNumber + 1 : Number(written);
    if (!Number.isInteger(number) || number < 1 || number > limits.rows) throw scanner.broken(`(sheet “${this.name}”) has the row number ${String(written)}`);
    this.rows.start(number, isTrue(scanner.attribute('hidden')));
    this.rowNumber = number;
    this.inRow = true;
    this.column = 0;
  }

  // True when this cell, and perhaps more behind it, could be read the fast way.
  private readRun(scanner: XmlScanner): boolean {
    const start = scanner.attributesStart - 2;
    const end = readPlainCells(scanner.buffer, start, this);
    if (end === start) return false;
    scanner.resumeAt = end;
    return true;
  }

  putNumber(value: number, style: number): void {
    this.rows.put(this.column, numberCell(value, style, this.context));
  }

  putShared(index: number): void {
    this.rows.put(this.column, this.sharedString(index));
  }

  // One pass over the attributes.
  private openCell(scanner: XmlScanner): void {
    const { buffer, attributesEnd: end } = scanner;
    let column = this.column + 1;
    this.type = 'n';
    this.style = 0;
    let at = scanner.attributesStart;
    while (at < end) {
      const code = buffer[at];
      if (code === undefined || code <= 32) {
        at++;
        continue;
      }
      let equals = at;
      while (equals < end && buffer[equals] !== 61) equals++;
      let open = equals + 1;
      while (open < end && (buffer[open] ?? 33) <= 32) open++;
      const mark = buffer[open];
      if (mark !== 34 && mark !== 39) throw scanner.broken(`(sheet “${this.name}”, row ${String(this.rowNumber)}) holds a cell that can’t be read`);
      let close = open + 1;
      while (close < end && buffer[close] !== mark) close++;
      if (equals - at === 1 || (buffer[at + 1] ?? 33) <= 32) {
        if (code === 114) column = this.columnOf(buffer, open + 1, close);
        else if (code === 115) this.style = digitsOf(buffer, open + 1, close);
        else if (code === 116) this.type = close - open === 2 ? String.fromCharCode(buffer[open + 1] ?? 0) : buffer.toString('latin1', open + 1, close);
      }
      at = close + 1;
    }
    if (column > limits.columns) throw scanner.broken(`(sheet “${this.name}”, row ${String(this.rowNumber)}) has a cell beyond the last column`);
    this.column = column;
    this.inCell = true;
    this.value = null;
    this.hasFormula = false;
    this.formula = '';
  }

  private columnOf(buffer: Buffer, start: number, end: number): number {
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = (buffer[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    if (column === 0 || at - start > 3 || digitsOf(buffer, at, end) !== this.rowNumber) {
      throw this.damagedCell(`row ${String(this.rowNumber)} holds a cell called “${buffer.toString('latin1', start, Math.min(end, start + 20))}”`);
    }
    return column;
  }

  private closeCell(): void {
    this.inCell = false;
    this.inline = false;
    this.rows.put(this.column, this.cellValue());
  }

  private cellValue(): Cell {
    const { value, type } = this;
    if (value === null || value === '') {
      if (!this.hasFormula || type === 'str') return null;
      return formulaCell(this.formula);
    }
    if (value === 0 && type === 'n' && this.hasFormula && this.context.awaitsCalculation === true) return formulaCell(this.formula);
    if (typeof value === 'number') return type === 's' ? this.sharedString(value) : numberCell(value, this.style, this.context);
    switch (type) {
      case 's':
        return this.sharedString(NaN);
      case 'str':
      case 'inlineStr':
        return unescapeControls(value) || null;
      case 'b':
        return isTrue(value.trim());
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        return isoCell(value) ?? value;
      default:
        return value.trim() === '' ? null : value;
    }
  }

  private sharedString(index: number): Cell {
    const text = this.context.strings[index];
    if (text === undefined) throw this.damagedCell(`cell ${cellAddress(this.rowNumber, this.column)} refers to a text that is not there`);
    return text === '' ? null : text;
  }

  private hideColumns(scanner: XmlScanner): void {
    if (!isTrue(scanner.attribute('hidden'))) return;
    const from = Number(scanner.attribute('min'));
    const to = Number(scanner.attribute('max'));
    if (from >= 1 && to >= from) this.columnHidden.fill(1, from, Math.min(to, limits.columns) + 1);
  }

  private merge(scanner: XmlScanner): void {
    const written = scanner.attribute('ref') ?? '';
    const range = parseRange(written);
    if (!range) throw scanner.broken(`(sheet “${this.name}”) merges the cells “${written.slice(0, 40)}”, which don’t exist`);
    this.mergedCells += (range.toRow - range.fromRow + 1) * (range.toColumn - range.fromColumn + 1);
    if (this.mergedCells > limits.mergedCells) throw overLimit(`Sheet “${this.name}” merges too many cells`, limits.mergedCells);
    this.merges.push(range);
  }

  private damagedCell(what: string): Error {
    return this.scanner?.broken(`(sheet “${this.name}”) is inconsistent: ${what}`) ?? new Error(what);
  }
}

// -1 when there is anything but digits.
function digitsOf(buffer: Buffer, start: number, end: number): number {
  if (end <= start || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (buffer[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
