/**
 * Records that some program quoted as a whole before writing them: "a,b,""c d""" is one field to every reader, three to the person who
 * exported it.
 */
import { detectDialect, type Dialect } from './dialect.ts';
import { RecordSplitter } from './records.ts';

const sampleRecords = 50;
const nearlyAll = 0.8;

/** How the records within the quotes are separated; null when the text is not quoted so. */
export function wholeQuotedDialect(text: string): Dialect | null {
  const splitter = new RecordSplitter(text, null);
  const inner: string[] = [];
  let quoted = 0;
  for (let record = 1; record <= sampleRecords; record++) {
    const from = splitter.offset;
    const [field] = splitter.next(record) ?? [];
    if (field === undefined) break;
    if (field.trim() === '') continue;
    inner.push(field);
    if (text[from] === '"' && text[from + 1] !== '"') quoted++;
  }
  if (inner.length < 2 || quoted < inner.length * nearlyAll) return null;
  const dialect = detectDialect(inner.join('\n'));
  if (dialect.delimiter === null) return null;
  const [width = 0, ...others] = new Set(inner.map((record) => splitWhole(record, dialect.delimiter).length));
  return others.length === 0 ? { delimiter: dialect.delimiter, start: 0, width } : null;
}

/** The fields of a record that stood in quotes as a whole. */
export function splitWhole(record: string, delimiter: string | null): readonly string[] {
  return new RecordSplitter(record.replaceAll('\n', ' '), delimiter).next(1) ?? [''];
}
