/** Words of closed lists: what the user answered before, then the declaration's texts. Anything else is asked, never guessed. */
import type { Field } from '../../shared/intake/dataset.ts';
import { fold } from '../../shared/kit/fold.ts';

/** Letters and digits only, folded: "In-Progress" and "in progress" meet. */
export function wordKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

export type WordBook = ReadonlyMap<string, string>;

/** One look-up per field; later sources win: declaration, profile, remembered answers, plan. */
export function wordBook(field: Field, sources: readonly (Readonly<Record<string, string>> | undefined)[]): WordBook {
  const book = new Map<string, string>();
  for (const [word, texts] of Object.entries(field.words ?? {})) {
    book.set(wordKey(word), word);
    for (const text of texts) book.set(wordKey(text), word);
  }
  for (const source of sources) for (const [text, word] of Object.entries(source ?? {})) book.set(wordKey(text), word);
  return book;
}

/** The canonical word; null when the text is not known. Fields of several SAP status tokens take the furthest one. */
export function readWord(text: string, book: WordBook, field: Field): string | null {
  const known = book.get(wordKey(text));
  if (known !== undefined) return known;
  return field.name === 'status' ? systemStatus(text, book) : null;
}

// Of orders, then of notifications; the German ones beside their English twins.
const furthestFirst = [
  ['DLFL', 'LÖVM', 'DLT', 'LKD'],
  ['CLSD', 'ABGS', 'NOCO', 'MMAB'],
  ['TECO', 'TABG'],
  ['CNF', 'RÜCK'],
  ['PCNF', 'TRÜC'],
  ['NOPO', 'MZRG'],
  ['REL', 'FREI', 'NOPR', 'MIAR', 'ORAS', 'AUZU'],
  ['CRTD', 'EROF', 'OSNO', 'MOFN'],
].flat();

function systemStatus(text: string, book: WordBook): string | null {
  const tokens = text.trim().split(/\s+/u);
  if (tokens.length < 2 || !tokens.every((token) => /^[\p{Lu}\d]{3,4}$/u.test(token))) return null;
  const token = furthestFirst.find((one) => tokens.includes(one));
  return token === undefined ? null : (book.get(wordKey(token)) ?? null);
}
