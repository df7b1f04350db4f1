/** The records of one sheet of a binary workbook → rows of typed cells. A formula gives its stored value and is never evaluated. */
import type { Cell, Sheet } from '../../../../shared/intake/cells.ts';
import { limits } from '../../limits.ts';
import { SheetAreas } from '../workbook/sheet-areas.ts';
import { errorCell, rkNumber } from '../xls/sheet.ts';
import { numberCell, type NumberReading } from '../xlsx/cell-value.ts';
import { RowCollector, type Used } from '../xlsx/row-collector.ts';
import { damaged } from '../zip.ts';
import { BodyReader } from './records.ts';

export interface BinarySheetContext extends NumberReading {
  strings: readonly string[];
  used: Used;
}

const rowHead = 0;
const firstCell = 1;
const lastCell = 11;
const firstShortCell = 12;
const lastShortCell = 18;
const columns = 60;
const richText = 62;
const mergedCells = 176;
const hiddenRow = 0x10;

export class BinarySheet {
  private readonly name: string;
  private readonly part: string;
  private readonly context: BinarySheetContext;
  private readonly rows: RowCollector;
  private readonly areas: SheetAreas;
  private column = 0;
  private inRow = false;

  constructor(sheet: { name: string; part: string }, context: BinarySheetContext) {
    this.name = sheet.name;
    this.part = sheet.part;
    this.context = context;
    this.rows = new RowCollector(sheet.name, context.used);
    this.areas = new SheetAreas(sheet.name);
  }

  /** Faults: file-corrupt, file-too-large. */
  take(type: number, body: Buffer): void {
    const record = new BodyReader(body, this.part);
    if (type === rowHead) this.openRow(record);
    else if ((type >= firstCell && type <= lastCell) || type === richText) this.cell(type, record, record.u32() + 1);
    else if (type >= firstShortCell && type <= lastShortCell) this.cell(shortToLong[type - firstShortCell] ?? firstCell, record, this.column + 1);
    else if (type === columns) {
      const [first, last] = [record.u32() + 1, record.u32() + 1];
      record.take(8);
      if ((record.u16() & 1) === 1) this.areas.hideColumns(first, last);
    } else if (type === mergedCells) {
      const [fromRow, toRow, fromColumn, toColumn] = [record.u32() + 1, record.u32() + 1, record.u32() + 1, record.u32() + 1];
      this.areas.merge({ fromRow, toRow, fromColumn, toColumn });
    }
  }

  finish(hidden: boolean): Sheet {
    this.rows.end();
    return this.areas.sheetOf(this.rows.finish(), hidden);
  }

  private openRow(record: BodyReader): void {
    const number = record.u32() + 1;
    if (number > limits.rows) throw this.broken('has a row beyond the last one');
    record.take(7);
    const flags = record.u8();
    this.rows.end();
    this.rows.start(number, (flags & hiddenRow) !== 0);
    this.column = 0;
    this.inRow = true;
  }

  private cell(type: number, record: BodyReader, column: number): void {
    if (!this.inRow) throw this.broken('has a cell outside of every row');
    if (column > limits.columns) throw this.broken('has a cell beyond the last column');
    const style = record.u32() & 0xff_ffff;
    this.column = column;
    this.rows.put(column, this.value(type, record, style));
  }

  // Record types 1 to 11: empty, RK, error, boolean, number, text, shared text, and the results of formulas.
  private value(type: number, record: BodyReader, style: number): Cell {
    switch (type) {
      case 2:
        return this.number(rkNumber(record.body, record.take(4)), style);
      case 3:
      case 11:
        return errorCell(record.u8());
      case 4:
      case 10:
        return record.u8() !== 0;
      case 5:
      case 9:
        return this.number(record.f64(), style);
      case 6:
      case 8:
        return record.text() || null;
      case 7:
        return this.shared(record.u32());
      case richText:
        record.take(1);
        return record.text() || null;
      default:
        return null;
    }
  }

  private number(value: number, style: number): Cell {
    if (!Number.isFinite(value)) throw this.broken('holds a number that is none');
    return numberCell(value, style, this.context);
  }

  private shared(index: number): Cell {
    const text = this.context.strings[index];
    if (text === undefined) throw this.broken('refers to a text that is not there');
    return text === '' ? null : text;
  }

  private broken(how: string): Error {
    return damaged(`sheet “${this.name}” ${how}`);
  }
}

// Empty, RK, error, boolean, number, text, shared text, without their column.
const shortToLong: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
