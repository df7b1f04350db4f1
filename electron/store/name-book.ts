/**
 * What a name means, as a pure function of the names a plant knows and the answers that stand. Only the same text, or the same after
 * trimming and folding case, is taken without asking; a plant that knows no name of a kind takes every name as written.
 */

/** 'is': another name's code, from a day on; 'new': a name of its own; 'ignore': stays Unassigned and is no longer asked. */
export interface NameAnswer {
  id: number;
  /** null: whatever the source. */
  source: string | null;
  text: string;
  answer: 'is' | 'new' | 'ignore';
  /** Only for 'is'. */
  code: string | null;
  /** ISO day the answer holds from; null: always. */
  from: string | null;
}

export interface NameBook {
  /** Whether the plant knows names of the kind, answers aside. */
  isFounded: boolean;
  /** Folded text → the known spellings. */
  known: ReadonlyMap<string, readonly string[]>;
  /** Folded text → standing answers. */
  answers: ReadonlyMap<string, readonly NameAnswer[]>;
}

export interface NameUse {
  text: string;
  source: string;
  /** ISO day of the fact; null where it has none. */
  day: string | null;
}

export type Standing = { state: 'known'; code: string } | { state: 'waiting' | 'ignored' };

const waiting: Standing = { state: 'waiting' };
const ignored: Standing = { state: 'ignored' };

/** The same text after trimming and folding case. */
export function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

export function nameBook(texts: readonly string[], answers: readonly NameAnswer[]): NameBook {
  const known = new Map<string, string[]>();
  const byText = new Map<string, NameAnswer[]>();
  const add = (text: string): void => {
    const spellings = known.get(folded(text)) ?? [];
    if (!spellings.includes(text)) known.set(folded(text), [...spellings, text]);
  };
  for (const text of texts) add(text);
  for (const answer of answers) {
    if (answer.answer !== 'ignore') add(answer.code ?? answer.text);
    byText.set(folded(answer.text), [...(byText.get(folded(answer.text)) ?? []), answer]);
  }
  return { isFounded: texts.length > 0, known, answers: byText };
}

/** What a name in a fact stands for. An answer goes before everything else, the nearer one (its own source, the later day) first. */
export function standingOf(book: NameBook, use: NameUse): Standing {
  const answer = answerFor(book, use);
  if (answer?.answer === 'ignore') return ignored;
  if (answer) return { state: 'known', code: answer.code ?? answer.text };
  if (!book.isFounded) return { state: 'known', code: use.text };
  const spellings = book.known.get(folded(use.text)) ?? [];
  if (spellings.includes(use.text)) return { state: 'known', code: use.text };
  const [only] = spellings;
  return spellings.length === 1 && only !== undefined ? { state: 'known', code: only } : waiting;
}

/** Whether a name of a source means something else by another book, on any day. */
export function standsDifferently(before: NameBook, after: NameBook, name: { text: string; source: string }): boolean {
  const days = [before, after].flatMap((book) => (book.answers.get(folded(name.text)) ?? []).map((answer) => answer.from));
  return [null, ...days].some((day) => !isSame(standingOf(before, { ...name, day }), standingOf(after, { ...name, day })));
}

function isSame(a: Standing, b: Standing): boolean {
  return a.state === 'known' && b.state === 'known' ? a.code === b.code : a.state === b.state;
}

function answerFor(book: NameBook, use: NameUse): NameAnswer | undefined {
  return book.answers
    .get(folded(use.text))
    ?.filter((answer) => (answer.source === null || answer.source === use.source) && (answer.from === null || (use.day !== null && answer.from <= use.day)))
    .sort((a, b) => Number(b.source !== null) - Number(a.source !== null) || compare(b.from ?? '', a.from ?? '') || b.id - a.id)[0];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
