/**
 * Header texts made comparable: case, accents, punctuation, camelCase and snake_case fall away; words for "number of" become one
 * token; a unit is taken off and kept. Aliases go through the same function, so both sides always meet.
 */
import { fold } from '../../shared/kit/fold.ts';
import { durationUnits, idWords, moneyUnits, otherUnits, scaledMoneyUnits, stopWords } from './headers-words.ts';

export type HeaderUnit = { kind: 'time'; ms: number } | { kind: 'money'; scale: number } | { kind: 'percent' } | { kind: 'other' };

export interface Header {
  /** As written, trimmed, inner whitespace collapsed. */
  text: string;
  /** Words without stop-words; `#` stands for id, number, code, … */
  words: readonly string[];
  unit: HeaderUnit | null;
  /** `words` without the unit; equal to `words` when there is none or nothing else would be left. */
  bare: readonly string[];
}

/** The token every word for "number, code, id" becomes. */
export const idToken = '#';

const cache = new Map<string, Header>();

export function parseHeader(raw: string): Header {
  const known = cache.get(raw);
  if (known) return known;
  const text = raw.replace(/\s+/gu, ' ').trim();
  const tokens = tokenize(text);
  const words = tokens.filter((token) => !stopWords.has(token));
  const kept = words.length > 0 ? words : tokens;
  const { unit, bare } = takeUnit(text, kept);
  const header: Header = { text, words: kept, unit, bare };
  if (cache.size > 20_000) cache.clear();
  cache.set(raw, header);
  return header;
}

/** The comparable form of a header, as profiles and fingerprints keep it. */
export function headerKey(raw: string): string {
  return parseHeader(raw).words.join(' ');
}

function tokenize(text: string): string[] {
  const spaced = text
    .replace(/[nN][°º]/gu, ' no ')
    .replace(/#/gu, ' number ')
    .replace(/%/gu, ' percent ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2');
  const tokens: string[] = [];
  for (const token of fold(spaced).split(/[^\p{L}\p{N}]+/u)) {
    if (token === '') continue;
    if (idWords.has(token)) tokens.push(idToken);
    else tokens.push(...splitIdSuffix(token));
  }
  return tokens;
}

// German, Dutch and Scandinavian write "order number" in one word.
function splitIdSuffix(token: string): string[] {
  const match = /^(.{4,}?)(nummer|nr|kennung|nummern)$/u.exec(token);
  return match?.[1] ? [match[1], idToken] : [token];
}

function takeUnit(text: string, words: readonly string[]): { unit: HeaderUnit | null; bare: readonly string[] } {
  const symbol = symbolUnit(text);
  const last = words.at(-1);
  const first = words[0];
  const trailing = last === undefined ? null : unitOf(last);
  if (trailing && words.length > 1) return { unit: trailing, bare: words.slice(0, -1) };
  const leading = first === undefined ? null : unitOf(first);
  if (leading?.kind === 'time' && words.length > 1) return { unit: leading, bare: words.slice(1) };
  if (trailing && words.length === 1 && trailing.kind === 'time') return { unit: trailing, bare: words };
  if (symbol) {
    const bare = words.filter((word) => !(word === 'k' || word === 't' || unitOf(word) !== null));
    return { unit: symbol, bare: bare.length > 0 ? bare : words };
  }
  return { unit: null, bare: words };
}

/** Whether a text is a unit by itself: min, h, pcs, €, %. */
export function isUnitWord(text: string): boolean {
  const folded = fold(text.trim());
  return folded === '%' || /^[€$£¥₺]$/u.test(folded) || unitOf(folded) !== null;
}

function symbolUnit(text: string): HeaderUnit | null {
  if (/(^|[^\p{L}])[kKtT]\s?[€$£]/u.test(text)) return { kind: 'money', scale: 1000 };
  if (/[€$£¥₺]/u.test(text)) return { kind: 'money', scale: 1 };
  if (text.includes('%')) return { kind: 'percent' };
  return null;
}

function unitOf(word: string): HeaderUnit | null {
  const ms = durationUnits.get(word);
  if (ms !== undefined) return { kind: 'time', ms };
  if (scaledMoneyUnits.has(word)) return { kind: 'money', scale: 1000 };
  if (moneyUnits.has(word)) return { kind: 'money', scale: 1 };
  if (word === 'percent') return { kind: 'percent' };
  if (otherUnits.has(word)) return { kind: 'other' };
  return null;
}
