/**
 * Values for the whole table that stand outside its columns: typed, or taken from a title cell, the text after a label, the sheet's
 * name or the file's. A date or month is found in the text; what can't be understood is asked, never guessed.
 */
import { cellText, type Row, type Sheet } from '../../shared/intake/cells.ts';
import type { Field } from '../../shared/intake/dataset.ts';
import type { ConstantSource } from '../../shared/intake/interpretation.ts';
import { fold } from '../../shared/kit/fold.ts';
import { dateText, decideOrder, countVotes, parseDateText, periodStart, resolveDate, type DateOrder } from './coerce-dates.ts';
import type { FoundTable } from './found-table.ts';

export interface SourceFrom {
  table: FoundTable;
  sheet: Sheet;
  fileName: string;
}

/** The text a source names; null when there is none. */
export function sourceText(source: ConstantSource, given: SourceFrom): string | null {
  switch (source.from) {
    case 'cell':
      return filledText(given.sheet.rows.find((row) => row.number === source.row)?.cells[source.column - 1]);
    case 'title':
      return textAfter(
        source.after,
        given.sheet.rows.filter((row) => row.number < given.table.headerRow),
      );
    case 'sheet-name':
      return filledText(given.sheet.name);
    case 'file-name':
      return filledText(given.fileName.replace(/^.*[\\/]/u, '').replace(/\.[\p{L}\p{N}]{1,5}$/u, ''));
  }
}

function filledText(cell: Row['cells'][number] | undefined): string | null {
  const text = cellText(cell ?? null).trim();
  return text === '' ? null : text;
}

// "Period: October 2025" in one cell, or the label in one and the value in the next filled one of its row.
function textAfter(label: string, rows: readonly Row[]): string | null {
  const wanted = fold(label).trim();
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      const text = cellText(cell).trim();
      const at = placeOf(text, wanted);
      if (at === null) continue;
      const rest = text
        .slice(at)
        .replace(/^[\s:=\-–]+/u, '')
        .trim();
      if (rest !== '') return rest;
      const next = row.cells
        .slice(index + 1)
        .map((one) => cellText(one).trim())
        .find((one) => one !== '');
      if (next !== undefined) return next;
    }
  }
  return null;
}

// Where the text after the label begins; the label ends at a word's end.
function placeOf(text: string, wanted: string): number | null {
  for (let end = 1; end <= text.length; end += 1) {
    const head = fold(text.slice(0, end)).trim();
    if (head.length >= wanted.length && head.endsWith(wanted) && !/[\p{L}\p{N}]/u.test(text[end] ?? '')) return end;
  }
  return null;
}

/** What a stated text becomes for a field: a day for dates (the first of a month when only a month is named), else the text. Null when it is not understood. */
export function statedText(field: Field, raw: string, order: DateOrder | null): string | null {
  if (field.type === 'date' || field.type === 'timestamp') return dateIn(raw, order) ?? monthIn(raw);
  if (field.name === 'period') return (monthIn(raw) ?? dateIn(raw, order))?.slice(0, 7) ?? raw;
  return raw;
}

const dateLike = /\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)/gu;
const namedDay = /\d{1,2}\.?(?:st|nd|rd|th)?[ -]\p{L}{3,}\.?,?[ -]\d{4}|\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}/gu;

/** The one day a text names; of a span “from … to …” its last day. Null when none, or when it can be read two ways. */
export function dateIn(raw: string, order: DateOrder | null): string | null {
  const texts = [...raw.matchAll(dateLike), ...raw.matchAll(namedDay)].map(([text]) => text).filter((text) => parseDateText(text) !== null);
  const own = decideOrder(countVotes(texts));
  if (order === null && own.ask) return null;
  const days = texts.flatMap((text) => {
    const parts = parseDateText(text);
    const read = parts ? resolveDate(parts, order ?? own.order) : null;
    return read ? [dateText(read.day, null)] : [];
  });
  const distinct = [...new Set(days)].sort();
  if (distinct.length === 1 || (distinct.length === 2 && texts.length === 2)) return distinct.at(-1) ?? null;
  return null;
}

// Apart from each other: “Output_2026-10” must not end with “Output_2026”. A month of digits never begins inside a date.
const monthLike = [
  /\p{L}{3,}\.?[ \-_/.']{0,2}(?:19|20)\d{2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}[ \-_/.]{1,2}\p{L}{3,}/gu,
  /(?<!\d)(?:19|20)\d{2}[-_/. ]?[pPmM]?(?:0[1-9]|1[0-2])(?!\d)/gu,
  /(?<![\d./-])(?:0?[1-9]|1[0-2])[-_/. ](?:19|20)\d{2}(?!\d)/gu,
];

/** The first day of the one month a text names; null when none or several. */
export function monthIn(raw: string): string | null {
  const texts = monthLike.flatMap((pattern) => [...raw.matchAll(pattern)].map(([text]) => text));
  const months = new Set([raw, ...texts].flatMap((text) => periodStart(text.replace(/_/gu, ' ')) ?? []));
  const [only] = months;
  return months.size === 1 ? (only ?? null) : null;
}
