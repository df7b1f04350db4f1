/** An export as delimited text: UTF-8 with its mark, commas, decimal points, every text in quotes. Written in blocks. */
import type { ExportValue } from './export-values.ts';
import { guarded } from './export-layout.ts';

const blockRows = 500;

/** The text of a whole export, block by block. */
export function* csvBlocks(heads: readonly string[], rows: Iterable<readonly (ExportValue | null)[]>): Generator<string, void, void> {
  let block = `\ufeff${heads.map(quoted).join(',')}\r\n`;
  let count = 0;
  for (const row of rows) {
    block += `${row.map(field).join(',')}\r\n`;
    count += 1;
    if (count % blockRows !== 0) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function field(value: ExportValue | null): string {
  if (value === null) return '';
  return value.as === 'text' ? quoted(guarded(value.text, true)) : value.text;
}

function quoted(text: string): string {
  return `"${text.toWellFormed().replaceAll('"', '""')}"`;
}
