/** A BIFF stream is a row of records: type, length, body. A body over 8 KB goes on in records of type CONTINUE. */
import { damaged } from '../zip.ts';

export const recordTypes = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  columns: 0x7d,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  richString: 0xd6,
  cellFormat: 0xe0,
  merges: 0xe5,
  sharedStrings: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  formulaString: 0x207,
  row: 0x208,
  rk: 0x27e,
  formula3: 0x206,
  formula4: 0x406,
  format: 0x41e,
  begin: 0x809,
} as const;

export class RecordReader {
  readonly stream: Buffer;
  type = 0;
  /** Of the record's body. */
  start = 0;
  end = 0;
  private at: number;

  constructor(stream: Buffer, at: number) {
    this.stream = stream;
    this.at = at;
  }

  /** Moves to the next record; false at the end of the stream, of which a stray piece is left over at most. */
  next(): boolean {
    if (this.at + 4 > this.stream.length) return false;
    this.type = this.stream.readUInt16LE(this.at);
    this.start = this.at + 4;
    this.end = this.start + this.stream.readUInt16LE(this.at + 2);
    if (this.end > this.stream.length) throw damaged('it ends in the middle of a record');
    this.at = this.end;
    return true;
  }

  /** Moves on and says whether the next record is of that type. */
  nextIs(type: number): boolean {
    return this.next() && this.type === type;
  }

  get length(): number {
    return this.end - this.start;
  }

  /** Faults file-corrupt unless the body has at least so many bytes. */
  need(bytes: number): void {
    if (this.length < bytes) throw damaged(`one of its records (type ${this.type.toString(16)}) is too short`);
  }

  u8(offset: number): number {
    return this.stream[this.start + offset] ?? 0;
  }

  u16(offset: number): number {
    return this.stream.readUInt16LE(this.start + offset);
  }

  /** The bodies of this record and of those that continue it; the reader stands on the last of them afterwards. */
  pieces(): { start: number; end: number }[] {
    const found = [{ start: this.start, end: this.end }];
    while (this.at + 4 <= this.stream.length && this.stream.readUInt16LE(this.at) === recordTypes.continued) {
      this.next();
      found.push({ start: this.start, end: this.end });
    }
    return found;
  }
}
