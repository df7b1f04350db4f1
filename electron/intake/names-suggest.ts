/**
 * What a waiting name might mean, as suggestions a person confirms. Numbers decide: names whose numbers differ are never suggested for
 * each other, however alike their letters are.
 */

export interface Candidate {
  code: string;
  name: string | null;
}

export interface Suggestion extends Candidate {
  /** 0–1. */
  score: number;
  why: string;
}

const shown = 3;
const leastAlike = 0.6;

interface Form {
  /** Letters and digits alone, without leading zeros: “P-01” and “p1” are one. */
  key: string;
  /** The same words in any order. */
  words: string;
  parts: readonly string[];
  numbers: string;
  pairs: ReadonlySet<string>;
}

interface Spelling {
  form: Form;
  candidate: Candidate;
  isName: boolean;
}

/** Suggests from one list of candidates; made once for many names. */
export function suggester(candidates: readonly Candidate[]): (text: string) => Suggestion[] {
  const spellings = candidates.flatMap((candidate): Spelling[] => [
    { form: formOf(candidate.code), candidate, isName: false },
    ...(candidate.name === null ? [] : [{ form: formOf(candidate.name), candidate, isName: true }]),
  ]);
  const byPair = new Map<string, number[]>();
  for (const [index, { form }] of spellings.entries()) for (const pair of form.pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), index]);
  return (text) => {
    const form = formOf(text);
    const shared = new Map<number, number>();
    for (const pair of form.pairs) for (const index of byPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    const found = new Map<string, Suggestion>();
    for (const [index, common] of shared) {
      const spelling = spellings[index];
      const judged = spelling ? judge(form, spelling, common) : null;
      const earlier = spelling ? found.get(spelling.candidate.code) : undefined;
      if (spelling && judged && judged.score > (earlier?.score ?? 0)) found.set(spelling.candidate.code, { ...spelling.candidate, ...judged });
    }
    return [...found.values()].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, shown);
  };
}

/** Groups of texts that differ only in case, punctuation, leading zeros or the order of their words; groups of one are left out. */
export function clustersOf(texts: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const text of texts) {
    const { key, words } = formOf(text);
    const id = key === '' ? text : words;
    groups.set(id, [...(groups.get(id) ?? []), text]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function judge(form: Form, { form: other, isName }: Spelling, common: number): { score: number; why: string } | null {
  const suffix = isName ? ' as its name' : '';
  if (form.key === '' || other.key === '') return null;
  if (form.key === other.key)
    return isName ? { score: 1, why: 'its name in the register' } : { score: 0.98, why: 'the same but for punctuation, spaces or zeros' };
  if (form.words === other.words) return { score: 0.9, why: `the same words in another order${suffix}` };
  if (form.numbers !== other.numbers) return null;
  if (isShort(form, other) || isShort(other, form)) return { score: 0.8, why: `a short form${suffix}` };
  const alike = (2 * common) / (form.pairs.size + other.pairs.size);
  return alike >= leastAlike ? { score: Math.round(alike * 75) / 100, why: `spelled alike${suffix}` } : null;
}

// “L1” for “Line 1”, “Filler” for “Filler A3”: every part begins a part of the other, in order, numbers whole.
function isShort(short: Form, long: Form): boolean {
  let at = 0;
  for (const part of short.parts) {
    while (at < long.parts.length && !begins(part, long.parts[at] ?? '')) at += 1;
    if (at === long.parts.length) return false;
    at += 1;
  }
  return short.parts.length > 0;
}

function begins(part: string, of: string): boolean {
  return /^\d/.test(part) ? part === of : of.startsWith(part);
}

function formOf(text: string): Form {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const parts = (plain.match(/\p{L}+|\p{N}+/gu) ?? []).map((part) => part.replace(/^0+(?=\p{N})/u, ''));
  const key = parts.join('');
  const numbers = parts.filter((part) => /^\p{N}/u.test(part)).join(' ');
  const padded = `^${key}$`;
  const pairs = new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
  return { key, words: [...parts].sort().join(' '), parts, numbers, pairs };
}
