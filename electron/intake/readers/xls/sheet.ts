/** The records of one sheet of an old workbook → rows of typed cells. A formula gives its stored value and is never evaluated. */
import type { Cell, Sheet } from '../../../../shared/intake/cells.ts';
import { limits } from '../../limits.ts';
import { SheetAreas } from '../workbook/sheet-areas.ts';
import { numberCell, type NumberReading } from '../xlsx/cell-value.ts';
import { RowCollector, type Used } from '../xlsx/row-collector.ts';
import { damaged } from '../zip.ts';
import { recordTypes, type RecordReader } from './records.ts';
import { PieceReader, type ByteDecoder } from './texts.ts';

export interface SheetContext extends NumberReading {
  /** BIFF8: texts are Unicode, cells refer to shared ones. */
  unicode: boolean;
  strings: readonly string[];
  decode: ByteDecoder;
  used: Used;
}

export const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

export function errorCell(code: number): Cell {
  return { kind: 'error', text: errorTexts[code] ?? '#N/A' };
}

/** Thirty bits of a number, of an integer or of the upper half of a double, perhaps to be divided by a hundred. */
export function rkNumber(buffer: Buffer, at: number): number {
  const bits = buffer.readInt32LE(at);
  let value = bits >> 2;
  if ((bits & 2) === 0) {
    const double = Buffer.alloc(8);
    double.writeInt32LE(bits & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return (bits & 1) === 0 ? value : value / 100;
}

const hiddenRow = 0x20;

export class SheetReader {
  private readonly name: string;
  private readonly records: RecordReader;
  private readonly context: SheetContext;
  private readonly rows: RowCollector;
  private readonly areas: SheetAreas;
  private readonly hiddenRows = new Set<number>();
  private row = 0;
  /** The place of a formula whose text comes in a record of its own. */
  private awaited: { row: number; column: number } | null = null;

  constructor(name: string, records: RecordReader, context: SheetContext) {
    this.name = name;
    this.records = records;
    this.context = context;
    this.rows = new RowCollector(name, context.used);
    this.areas = new SheetAreas(name);
  }

  /** Takes in the record the reader stands on. Faults: file-corrupt, file-too-large. */
  take(): void {
    const { records } = this;
    switch (records.type) {
      case recordTypes.sharedLabel:
        records.need(10);
        this.put(2, this.shared(records.stream.readUInt32LE(records.start + 6)));
        return;
      case recordTypes.number:
        records.need(14);
        this.put(2, this.number(records.stream.readDoubleLE(records.start + 6), records.u16(4)));
        return;
      case recordTypes.rk:
        records.need(10);
        this.put(2, this.number(rkNumber(records.stream, records.start + 6), records.u16(4)));
        return;
      case recordTypes.multipleRk:
        this.putMany();
        return;
      case recordTypes.label:
      case recordTypes.richString:
        records.need(8);
        this.put(2, this.text(6) || null);
        return;
      case recordTypes.booleanOrError:
        records.need(8);
        this.put(2, records.u8(7) === 0 ? records.u8(6) !== 0 : errorCell(records.u8(6)));
        return;
      case recordTypes.formula:
      case recordTypes.formula3:
      case recordTypes.formula4:
        this.formula();
        return;
      case recordTypes.formulaString:
        this.formulaText();
        return;
      case recordTypes.row:
        records.need(16);
        if ((records.u16(12) & hiddenRow) !== 0) this.hiddenRows.add(records.u16(0) + 1);
        return;
      case recordTypes.columns:
        records.need(10);
        if ((records.u16(8) & 1) !== 0) this.areas.hideColumns(records.u16(0) + 1, records.u16(2) + 1);
        return;
      case recordTypes.merges:
        this.merge();
        return;
    }
  }

  finish(hidden: boolean): Sheet {
    this.rows.end();
    const rows = this.rows.finish();
    for (const row of rows) if (this.hiddenRows.has(row.number)) row.hidden = true;
    return this.areas.sheetOf(rows, hidden);
  }

  private put(columnAt: number, cell: Cell): void {
    this.putAt(this.records.u16(0) + 1, this.records.u16(columnAt) + 1, cell);
  }

  private putAt(row: number, column: number, cell: Cell): void {
    if (column > limits.columns) throw damaged(`sheet “${this.name}” has a cell beyond the last column`);
    if (row !== this.row) {
      this.rows.end();
      this.rows.start(row, false);
      this.row = row;
    }
    this.rows.put(column, cell);
  }

  private number(value: number, format: number): Cell {
    if (!Number.isFinite(value)) throw damaged(`sheet “${this.name}”, row ${String(this.records.u16(0) + 1)}, holds a number that is none`);
    return numberCell(value, format, this.context);
  }

  private shared(index: number): Cell {
    const text = this.context.strings[index];
    if (text === undefined) throw damaged(`sheet “${this.name}” refers to a text that is not there`);
    return text === '' ? null : text;
  }

  private putMany(): void {
    const { records } = this;
    records.need(6);
    const row = records.u16(0) + 1;
    const first = records.u16(2) + 1;
    const count = Math.floor((records.length - 6) / 6);
    for (let i = 0; i < count; i++) {
      const at = 4 + i * 6;
      this.putAt(row, first + i, this.number(rkNumber(records.stream, records.start + at + 2), records.u16(at)));
    }
  }

  // A text with its length before it, within the record or beyond.
  private text(offset: number): string {
    const { records, context } = this;
    const characters = records.u16(offset);
    if (context.unicode) {
      const pieces = records.pieces();
      const [first, ...more] = pieces;
      if (!first) return '';
      return new PieceReader(records.stream, [{ start: first.start + offset + 2, end: first.end }, ...more]).text(characters);
    }
    return context.decode(records.stream.subarray(records.start + offset + 2, Math.min(records.start + offset + 2 + characters, records.end)));
  }

  private formula(): void {
    const { records } = this;
    records.need(20);
    const place = { row: records.u16(0) + 1, column: records.u16(2) + 1 };
    const isNumber = records.u16(12) !== 0xffff;
    const resultType = records.u8(6);
    const isEmptyText = !isNumber && resultType === 3;
    const value = isNumber ? records.stream.readDoubleLE(records.start + 6) : 0;
    if ((records.u16(14) & calculateOnLoad) !== 0 && ((isNumber && value === 0) || isEmptyText)) {
      this.putAt(place.row, place.column, literalFormula(records));
      return;
    }
    if (isNumber) this.putAt(place.row, place.column, this.number(value, records.u16(4)));
    else if (resultType === 0) this.awaited = place;
    else if (resultType === 1) this.putAt(place.row, place.column, records.u8(8) !== 0);
    else if (resultType === 2) this.putAt(place.row, place.column, errorCell(records.u8(8)));
  }

  private formulaText(): void {
    const { awaited } = this;
    if (!awaited) return;
    this.awaited = null;
    this.records.need(2);
    this.putAt(awaited.row, awaited.column, this.text(0) || null);
  }

  private merge(): void {
    const { records } = this;
    records.need(2);
    const count = Math.min(records.u16(0), Math.floor((records.length - 2) / 8));
    for (let i = 0; i < count; i++) {
      const at = 2 + i * 8;
      this.areas.merge({
        fromRow: records.u16(at) + 1,
        toRow: records.u16(at + 2) + 1,
        fromColumn: records.u16(at + 4) + 1,
        toColumn: records.u16(at + 6) + 1,
      });
    }
  }
}

// Libraries that write formulas without calculating them store a 0 or nothing and ask for calculation on load.
const calculateOnLoad = 2;

/** A formula nobody has calculated: a single number is its own value, anything else stays a formula. */
function literalFormula(records: RecordReader): Cell {
  const tokens = records.stream.subarray(records.start + 22, records.end);
  const length = records.length >= 22 ? records.u16(20) : 0;
  if (length === 3 && tokens[0] === 0x1e && tokens.length >= 3) return tokens.readUInt16LE(1);
  if (length === 9 && tokens[0] === 0x1f && tokens.length >= 9) return finite(tokens.readDoubleLE(1));
  if (length === 10 && tokens[0] === 0x1f && tokens[9] === 0x13 && tokens.length >= 10) return finite(-tokens.readDoubleLE(1));
  return { kind: 'formula', text: '…' };
}

function finite(value: number): Cell {
  return Number.isFinite(value) ? value : { kind: 'formula', text: '…' };
}
