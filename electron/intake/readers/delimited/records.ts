/**
 * Splits text into records of fields, forgiving what real exports do wrong: a quote in the middle of a field is a character, a quote
 * that never closes belongs to its field alone and does not swallow the lines behind it.
 */
import { Fault } from '../../../../shared/faults.ts';
import { limits, overLimit } from '../../limits.ts';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
/** What a blank line gives, always the same array. */
export const blankRecord: readonly string[] = [''];
/** Attempts to find the end of a broken quote before quotes count as plain characters: keeps a hostile file linear. */
const brokenQuotes = 500;

export class RecordSplitter {
  private readonly text: string;
  private readonly delimiter: number;
  private readonly returnEndsLine: boolean;
  private position: number;
  private broken = 0;
  private field = '';

  /** `delimiter` null: every line is one field. `start`: where the first record begins. */
  constructor(text: string, delimiter: string | null, start = 0) {
    this.text = text;
    this.delimiter = delimiter === null ? -1 : delimiter.charCodeAt(0);
    this.returnEndsLine = !text.includes('\n');
    this.position = start;
  }

  /** Where the next record begins, in UTF-16 units. */
  get offset(): number {
    return this.position;
  }

  /** The fields of the next record (one empty field for a blank line), or null at the end. Faults: file-too-large. */
  next(record: number): readonly string[] | null {
    const { text } = this;
    if (this.position >= text.length) return null;
    let at = this.position;
    if (text.charCodeAt(at) === lineFeed) {
      this.position = at + 1;
      return blankRecord;
    }
    const fields: string[] = [];
    for (;;) {
      const end = this.readField(at);
      if (this.field.length > limits.cellCharacters) {
        throw overLimit(
          `Record ${String(record)}, field ${String(fields.length + 1)}, has ${this.field.length.toLocaleString('en-US')} characters`,
          limits.cellCharacters,
        );
      }
      fields.push(this.field);
      const code = end < text.length ? text.charCodeAt(end) : lineFeed;
      at = end + 1;
      if (code !== this.delimiter) {
        if (code === carriageReturn && text.charCodeAt(at) === lineFeed) at++;
        break;
      }
      if (at - this.position > limits.recordCharacters) break;
    }
    if (at - this.position > limits.recordCharacters + 1)
      throw overLimit(`Record ${String(record)} is longer than the limit in characters`, limits.recordCharacters);
    if (at <= this.position) throw new Fault('file-corrupt', `Record ${String(record)} can’t be split into fields: export the file again.`);
    this.position = at;
    return fields;
  }

  // Sets `field`; returns the position of the delimiter or line end behind it.
  private readField(start: number): number {
    const { text } = this;
    let at = start;
    while (text.charCodeAt(at) === space) at++;
    if (text.charCodeAt(at) === quote && this.broken < brokenQuotes) {
      const end = this.readQuoted(at);
      if (end >= 0) return end;
      this.broken++;
    }
    let end = start;
    const length = text.length;
    for (; end < length; end++) {
      const code = text.charCodeAt(end);
      if (code === this.delimiter || code === lineFeed || (code === carriageReturn && this.endsLine(end))) break;
    }
    this.field = text.slice(start, end);
    return end;
  }

  // -1 when the quote at `open` doesn't open a quoted field after all.
  private readQuoted(open: number): number {
    const { text } = this;
    let value = '';
    let from = open + 1;
    let search = from;
    for (;;) {
      const at = text.indexOf('"', search);
      if (at < 0 || at - open > 2 * limits.cellCharacters + 2) return -1;
      if (text.charCodeAt(at + 1) === quote) {
        value += text.slice(from, at + 1);
        from = search = at + 2;
        continue;
      }
      let end = at + 1;
      while (text.charCodeAt(end) === space) end++;
      if (end >= text.length || this.endsField(end)) {
        this.field = value + text.slice(from, at);
        return end;
      }
      // A quote that opens the next field of a later line: the first one was never closed.
      if (this.opensField(at) && text.slice(open, at).includes(this.returnEndsLine ? '\r' : '\n')) return -1;
      search = at + 1;
    }
  }

  private endsField(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === this.delimiter || code === lineFeed || (code === carriageReturn && this.endsLine(at));
  }

  private opensField(at: number): boolean {
    const before = this.text.charCodeAt(at - 1);
    return before === this.delimiter || before === lineFeed || (before === carriageReturn && this.returnEndsLine);
  }

  // A lone carriage return inside a file of line feeds is part of the text.
  private endsLine(at: number): boolean {
    if (this.returnEndsLine) return true;
    let next = at + 1;
    while (this.text.charCodeAt(next) === carriageReturn) next++;
    return this.text.charCodeAt(next) === lineFeed;
  }
}
