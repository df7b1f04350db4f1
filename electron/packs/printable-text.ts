/**
 * Makes text from files fit to print: a character the typeface lacks becomes a box and is reported, control and text-direction
 * characters too (they could hide or reorder what stands there), and overlong text ends in an ellipsis. Nothing is lost silently.
 */
const box = '\u25a1';
const longestText = 2_000;
/** One text from a file; a sentence of ours may join several. */
const longestField = 300;
/** A place where a long word may break; without ink or width. */
const mayBreak = '\u200b';

/** Text-direction overrides and isolates, joiners, byte order marks: invisible, able to mislead. */
function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code === 0xfeff || code === 0x061c;
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029;
}

/** Collects what was replaced: code point → how often. */
export class Substitutions {
  private readonly counts = new Map<number, number>();

  add(code: number): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
  }

  /** "U+4E2D, 3 times", in code point order. */
  list(): string[] {
    return [...this.counts]
      .sort(([a], [b]) => a - b)
      .map(([code, count]) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}${count > 1 ? `, ${String(count)} times` : ''}`);
  }
}

/** One text as it is printed. */
export function printableText(text: string, covers: (codePoint: number) => boolean, seen: Substitutions): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  let printed = '';
  for (const character of short.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x09 || code === 0x0a || code === 0x0d) {
      printed += ' ';
    } else if (isControl(code) || isInvisible(code) || (code >= 0xd800 && code <= 0xdfff) || !covers(code)) {
      seen.add(code);
      // A run of missing characters keeps its length up to a point: enough to see that something stood there.
      if (!printed.endsWith(box.repeat(8))) printed += box;
    } else {
      printed += character;
    }
  }
  return printed;
}

/** The document as it is typeset: long codes and file names may break inside their column. What also names the file stays whole. */
export function withBreaks<T>(document: T): T {
  return walk(document, breakable, new Set(['id', 'footer', 'plant', 'title', 'description'])) as T; // walk keeps the shape and changes texts only
}

// After punctuation, and at worst anywhere.
function breakable(text: string): string {
  return text.replace(/\S{21,}/g, (word) =>
    word
      .split(/(?<=[_./\\:;,=&?-])/)
      .flatMap((part) => part.match(/.{1,20}/gu) ?? [])
      .join(mayBreak),
  );
}

/** The same value with overlong texts cut before anything measures them; keys that tie rows together stay whole. */
export function shortened<T>(value: T): T {
  const cut = (text: string): string => (text.length > longestField ? `${text.slice(0, longestField).toWellFormed()}…` : text);
  return walk(value, cut, new Set(['key', 'keys', 'parent'])) as T; // walk keeps the shape and changes texts only
}

/** The same value with every text in it made printable; keys stay as they are. */
export function printable<T>(value: T, covers: (codePoint: number) => boolean, seen: Substitutions): T {
  return walk(value, (text) => printableText(text, covers, seen)) as T; // walk keeps the shape and changes texts only
}

function walk(value: unknown, change: (text: string) => string, except = new Set<string>()): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, change, except));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, except.has(key) ? item : walk(item, change, except)]));
  return value;
}
