/**
 * A list as SAP and other systems print it into a text file, bars between the columns and dashes around them → one sheet. Row numbers are
 * lines of the file. Titles stay as rows of one cell above the head; so do the small blocks of selections before a wide table.
 */
import type { Cell, ReadFile, Row } from '../../../../shared/intake/cells.ts';
import { Fault } from '../../../../shared/faults.ts';
import { limits, overLimit } from '../../limits.ts';
import { decodeText, encodingNotes } from '../delimited/encoding.ts';
import { betweenBlocks, type ReadHooks } from '../hooks.ts';
import { classify, splitLines, type ListLine } from './lines.ts';
import { tablesOf, type ListPart, type ListRow, type ListTable } from './tables.ts';

const blockLines = 8192;

/** Faults: file-corrupt, file-too-large, cancelled. */
export async function readList(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const decoded = decodeText(bytes);
  const texts = splitLines(decoded.text);
  if (texts.length > limits.rows) throw overLimit('The list has more lines than a sheet of Excel has rows', limits.rows);
  const lines: ListLine[] = [];
  for (const [index, text] of texts.entries()) {
    if (index % blockLines === 0) await betweenBlocks(hooks, index, texts.length);
    if (text.length > limits.recordCharacters) throw overLimit(`Line ${String(index + 1)} is longer than the limit in characters`, limits.recordCharacters);
    lines.push(classify(text, index + 1));
  }
  const parts = tablesOf(lines);
  const rows = parts.flatMap((part, index) => rowsOf(part, isForm(part, parts.slice(index + 1))));
  let cells = 0;
  for (const row of rows) {
    cells += row.cells.length;
    if (row.cells.length > limits.textColumns)
      throw overLimit(`Line ${String(row.number)} has ${row.cells.length.toLocaleString('en-US')} columns`, limits.textColumns);
    if (row.cells.some((cell) => typeof cell === 'string' && cell.length > limits.cellCharacters))
      throw overLimit(`A text in line ${String(row.number)} is longer than a cell of Excel`, limits.cellCharacters);
  }
  if (cells > limits.cells) throw overLimit(`The list has ${cells.toLocaleString('en-US')} cells`, limits.cells);
  if (rows.length === 0) throw new Fault('file-empty', 'The list has no lines with text: export it again.');
  return {
    kind: 'list',
    encoding: decoded.encoding,
    delimiter: '|',
    sheets: [{ name: '', hidden: false, rows, merges: [], hiddenColumns: [] }],
    notes: encodingNotes(decoded),
  };
}

const formColumns = 4;

// “Selection field | Value” before the list itself: what was asked for, not a table.
function isForm(part: ListPart, later: readonly ListPart[]): boolean {
  if (part.kind !== 'table') return false;
  const width = part.head.cells.length;
  return width <= formColumns && later.some((other) => other.kind === 'table' && other.head.cells.length >= 2 * width);
}

function rowsOf(part: ListPart, form: boolean): Row[] {
  if (part.kind === 'text') return [row({ number: part.number, cells: [part.text] })];
  return form ? formRows(part) : [row(part.head), ...part.rows.map((one) => row(starred(one)))];
}

// A row of stars is a total of the rows above it; the stars alone could be anything to what reads on.
function starred({ number, cells }: ListRow): ListRow {
  const at = cells.findIndex((text) => text !== '');
  const stars = cells[at] ?? '';
  return /^\*{1,9}$/u.test(stars) ? { number, cells: cells.with(at, `${stars} Total`) } : { number, cells };
}

function formRows(table: ListTable): Row[] {
  return [table.head, ...table.rows].map(({ number, cells }) => row({ number, cells: [cells.filter((text) => text !== '').join(': ')] }));
}

function row({ number, cells }: ListRow): Row {
  const filled: Cell[] = cells.map((text) => (text === '' ? null : text));
  while (filled.length > 0 && filled.at(-1) === null) filled.pop();
  return { number, cells: filled, hidden: false };
}
