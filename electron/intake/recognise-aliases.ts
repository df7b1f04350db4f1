/**
 * Every alias of every dataset in one index. A header is accepted without asking only when it equals an alias, has the same words in
 * another order, or differs by a unit, a stop-word, or the word for “number”. Everything softer is a suggestion.
 */
import { catalog } from '../../shared/areas/catalog.ts';
import type { Dataset, Field } from '../../shared/intake/dataset.ts';
import { dateWords } from './headers-words.ts';
import { idToken, parseHeader, type Header } from './headers.ts';
import { letters } from './recognise-nearness.ts';

export interface AliasHit {
  dataset: string;
  field: string;
  /** Position in the field's list: earlier aliases are closer to what the field means. */
  rank: number;
  how: 'exact' | 'words';
}

interface AliasEntry {
  dataset: string;
  field: Field;
  rank: number;
  header: Header;
  stems: ReadonlySet<string>;
  joined: string;
}

export interface Likeness {
  field: string;
  score: number;
}

export class AliasIndex {
  private readonly byJoined = new Map<string, AliasEntry[]>();
  private readonly bySorted = new Map<string, AliasEntry[]>();
  private readonly entries: AliasEntry[] = [];
  private readonly likenesses = new Map<string, readonly Likeness[]>();

  private readonly datasets: readonly Dataset[];
  private isFilled = false;

  constructor(datasets: readonly Dataset[]) {
    this.datasets = datasets;
  }

  // Thousands of aliases are worked on at the first question: most processes that know of the index never ask.
  private fill(): void {
    if (this.isFilled) return;
    this.isFilled = true;
    for (const dataset of this.datasets) {
      for (const field of dataset.fields) {
        field.aliases.forEach((alias, rank) => {
          const header = parseHeader(alias);
          const entry = { dataset: dataset.name, field, rank, header, stems: new Set(header.words.map(stem)), joined: header.words.join('') };
          this.entries.push(entry);
          add(this.byJoined, entry.joined, entry);
          for (const key of sortedKeys(entry.header, field)) add(this.bySorted, key, entry);
        });
      }
    }
  }

  /** What a header is accepted as, best first; at most one hit a field of a dataset. */
  hits(text: string): AliasHit[] {
    const header = parseHeader(text);
    if (header.words.length === 0) return [];
    this.fill();
    const best = new Map<string, AliasHit>();
    const offer = (entry: AliasEntry, how: AliasHit['how']): void => {
      if (!unitFits(header, entry.field)) return;
      const key = `${entry.dataset} ${entry.field.name}`;
      const known = best.get(key);
      const rank = entry.rank + (how === 'exact' ? 0 : 0.5);
      if (!known || rank < known.rank) best.set(key, { dataset: entry.dataset, field: entry.field.name, rank, how });
    };
    for (const entry of this.byJoined.get(header.words.join('')) ?? []) offer(entry, 'exact');
    for (const [key, kinds] of headerKeys(header)) {
      for (const entry of this.bySorted.get(key) ?? []) if (kinds === null || kinds.has(entry.field.type)) offer(entry, 'words');
    }
    return [...best.values()].sort((a, b) => a.rank - b.rank);
  }

  /** Softer likenesses for the mapping screen: shared words, 0 to 0.9. */
  likeness(text: string, dataset: string): readonly Likeness[] {
    const key = `${dataset} ${text}`;
    const known = this.likenesses.get(key);
    if (known) return known;
    const found = this.likenessOf(text, dataset);
    // Heads repeat from file to file; a flood of odd ones must not stay.
    if (this.likenesses.size > 5_000) this.likenesses.clear();
    this.likenesses.set(key, found);
    return found;
  }

  private likenessOf(text: string, dataset: string): Likeness[] {
    const mine = new Set(parseHeader(text).words.map(stem));
    const joined = parseHeader(text).words.join('');
    if (mine.size === 0) return [];
    this.fill();
    const best = new Map<string, number>();
    for (const entry of this.entries) {
      if (entry.dataset !== dataset) continue;
      const theirs = entry.stems;
      let common = 0;
      for (const word of mine) if (theirs.has(word) && word !== idToken) common += 1;
      // misspelt or shortened heads share no whole word
      const spelt = common === 0 && entry.joined[0] === joined[0] ? letters(joined, entry.joined) : 0;
      if (common === 0 && spelt < 0.7) continue;
      const score = 0.9 * Math.max(common / (mine.size + theirs.size - common), spelt);
      if (score > (best.get(entry.field.name) ?? 0)) best.set(entry.field.name, Math.round(score * 100) / 100);
    }
    return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
  }
}

const dateKinds = new Set(['date', 'timestamp']);
const codeKinds = new Set(['code']);

function add(map: Map<string, AliasEntry[]>, key: string, entry: AliasEntry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

function sortedKeys(header: Header, field: Field): Set<string> {
  const keys = new Set([sortedKey(header.words)]);
  if (header.unit?.kind === 'time' && field.type === 'duration' && header.bare.length < header.words.length) keys.add(`unit:${sortedKey(header.bare)}`);
  if (dateKinds.has(field.type)) {
    const rest = header.words.filter((word) => !dateWords.has(word));
    if (rest.length > 0) keys.add(`date:${sortedKey(rest)}`);
  }
  return keys;
}

function headerKeys(header: Header): [string, ReadonlySet<string> | null][] {
  const keys: [string, ReadonlySet<string> | null][] = [[sortedKey(header.words), null]];
  if (header.unit && header.bare.length < header.words.length) {
    keys.push([sortedKey(header.bare), null], [`unit:${sortedKey(header.bare)}`, null]);
  } else if (header.unit?.kind === 'time') keys.push([`unit:${sortedKey(header.bare)}`, null]);
  const withoutId = header.words.filter((word) => word !== idToken);
  if (withoutId.length > 0 && withoutId.length < header.words.length) keys.push([sortedKey(withoutId), codeKinds]);
  const withoutDate = header.words.filter((word) => !dateWords.has(word));
  if (withoutDate.length > 0) keys.push([`date:${sortedKey(withoutDate)}`, dateKinds]);
  return keys;
}

function sortedKey(words: readonly string[]): string {
  return words.map(stem).sort().join(' ');
}

/** Plural and singular meet, and so do ü and ue. */
function stem(word: string): string {
  const plain = word.replace(/([aou])e/gu, '$1');
  return plain.length >= 5 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}

function unitFits(header: Header, field: Field): boolean {
  const unit = header.unit;
  if (unit === null) return true;
  switch (unit.kind) {
    case 'time':
      return field.type === 'duration' || field.type === 'date' || field.type === 'timestamp' || field.type === 'text' || field.type === 'code';
    case 'money':
      return field.type === 'money' || field.type === 'code' || field.type === 'text';
    case 'percent':
      return field.type === 'number' || field.type === 'text';
    case 'other':
      return field.type !== 'duration' && field.type !== 'money';
  }
}

export const aliasIndex = new AliasIndex(catalog);

const known = new Map<string, readonly AliasHit[]>();

/** What a header is accepted as in any dataset. */
export function hitsOf(header: string): readonly AliasHit[] {
  const cached = known.get(header);
  if (cached) return cached;
  const hits = aliasIndex.hits(header);
  if (known.size > 20_000) known.clear();
  known.set(header, hits);
  return hits;
}
