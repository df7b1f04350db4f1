/** Why recognition says what it says, in words a person can check: which columns fit how, which words are known, what is across. */
import { cellText } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import { readWord, wordBook } from './coerce-words.ts';
import type { Mapping, MappedColumn } from './map-columns.ts';
import type { RecognitionInput } from './recognise-input.ts';
import { share, type ColumnShape } from './recognise-shapes.ts';
import type { WideColumn } from './recognise-wide.ts';

export function reasonsOf(best: { mapping: Mapping; wide: readonly WideColumn[] }, input: RecognitionInput): string[] {
  const reasons = best.mapping.columns.map((mapped) => reasonOf(mapped, input));
  return [...reasons, ...(best.wide.length > 0 ? [`${String(best.wide.length)} columns across`] : [])];
}

function reasonOf({ column, field, how }: MappedColumn, input: RecognitionInput): string {
  const shape = input.shapes.find((one) => one.column === column);
  const name = `${field.label}: `;
  const said = how === 'exact' ? 'exact header' : how === 'words' ? `alias “${shape?.header ?? ''}”` : how === 'values' ? 'by its values' : `from the ${how}`;
  const seen = shape ? valuesSaid(field, shape, input) : null;
  return `${name}${said}${seen === null ? '' : `, ${seen}`}`;
}

function valuesSaid(field: Field, shape: ColumnShape, input: RecognitionInput): string | null {
  if (shape.filled === 0) return 'no values';
  if (field.type === 'word') {
    const { known, all } = wordsKnown(field, shape.column, input);
    return `${String(known)} of ${String(all)} words known`;
  }
  if (field.type === 'date' || field.type === 'timestamp') return shareSaid(share(shape, 'date'), 'dates');
  if (field.type === 'duration') return shareSaid(share(shape, 'duration'), 'durations');
  if (field.type === 'count' || field.type === 'number' || field.type === 'money') return shareSaid(share(shape, 'number'), 'figures');
  return null;
}

function shareSaid(part: number, what: string): string {
  return `${String(Math.floor(part * 100))} % ${what}`;
}

function wordsKnown(field: Field, column: number, input: RecognitionInput): { known: number; all: number } {
  const book = wordBook(field, []);
  const texts = new Set(input.table.rows.slice(0, 500).map((row) => cellText(row.cells[column - 1] ?? null).trim()));
  texts.delete('');
  return { known: [...texts].filter((text) => readWord(text, book, field) !== null).length, all: texts.size };
}
