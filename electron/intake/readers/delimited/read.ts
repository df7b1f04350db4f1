/**
 * Delimited text → one sheet of text cells. Nothing is guessed about numbers and dates here. Row numbers count records as Excel does
 * when it opens the file: a blank line is a row, line breaks inside quotes are not.
 */
import type { Cell, ReadFile, Row } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { limits, overLimit } from '../../limits.ts';
import { betweenBlocks, type ReadHooks } from '../hooks.ts';
import { TextPool } from './text-pool.ts';
import { detectDialect, type Dialect } from './dialect.ts';
import { decodeText, encodingNotes } from './encoding.ts';
import { blankRecord, RecordSplitter } from './records.ts';
import { splitWhole, wholeQuotedDialect } from './whole-quotes.ts';

const blockRecords = 8192;

/** Faults: file-empty, file-too-large, cancelled. */
export async function readDelimited(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const decoded = decodeText(bytes);
  const { text, encoding } = decoded;
  if (text.trim() === '') throw new Fault('file-empty', 'The file holds nothing but white space: export it again.');
  const plain = detectDialect(text);
  const dialect = plain.delimiter === null ? (wholeQuotedDialect(text) ?? plain) : plain;
  const splitter = new RecordSplitter(text, dialect.delimiter, dialect.start);
  const rows: Row[] = [];
  const pool = new TextPool();
  let cellCount = 0;
  for (let record = 1; ; record++) {
    const split = splitter.next(record);
    if (split === null) break;
    const fields = unwrapped(split, dialect);
    if (record % blockRecords === 0) await betweenBlocks(hooks, splitter.offset, text.length);
    if (fields === blankRecord) continue;
    const cells = cellsOf(fields, pool);
    if (saysSomething(cells)) {
      if (cells.length > limits.textColumns) throw overLimit(`Record ${String(record)} has ${cells.length.toLocaleString('en-US')} fields`, limits.textColumns);
      if (record > limits.rows) throw overLimit('The file has more rows than a sheet of Excel', limits.rows);
      rows.push({ number: record, cells, hidden: false });
      for (const cell of cells) if (cell !== null) cellCount++;
      if (cellCount > limits.cells) throw overLimit(`The file has more filled cells than can be read, counted up to record ${String(record)}`, limits.cells);
    }
  }
  return {
    kind: 'delimited',
    encoding,
    delimiter: dialect.delimiter,
    sheets: [{ name: '', hidden: false, rows, merges: [], hiddenColumns: [] }],
    notes: encodingNotes(decoded),
  };
}

// A record in quotes as a whole, among records of the width its inside has.
function unwrapped(fields: readonly string[], { delimiter, width }: Dialect): readonly string[] {
  const [only = ''] = fields;
  if (fields.length !== 1 || delimiter === null || !only.includes(delimiter)) return fields;
  const inside = splitWhole(only, delimiter);
  return inside.length === width ? inside : fields;
}

// White space says nothing, nor do the lines of dashes that lists printed to a file are ruled with.
function saysSomething(cells: readonly Cell[]): boolean {
  return cells.some((cell) => typeof cell === 'string' && cell.trim() !== '' && !/^ ?[-=_+|]{4,}[-=_+| ]*$/.test(cell));
}

function cellsOf(fields: readonly string[], pool: TextPool): Cell[] {
  let end = fields.length;
  while (end > 0 && fields[end - 1] === '') end--;
  const cells: Cell[] = [];
  for (let i = 0; i < end; i++) {
    const field = fields[i] ?? '';
    cells.push(field === '' ? null : pool.text(i, plainText(field)));
  }
  return cells;
}

// Both are ways of keeping Excel from interpreting a text: '=1+1 and ="00042".
function plainText(field: string): string {
  const first = field.charCodeAt(0);
  if (first === 39 && /^'[=+\-@]/.test(field)) return field.slice(1);
  if (first === 61 && field.length > 2 && field.startsWith('="') && field.endsWith('"') && field.indexOf('"', 2) === field.length - 1)
    return field.slice(2, -1);
  return field;
}
