/** The lines of a text drawn as a table: rules of dashes, lines of columns between bars, and everything else. */

export interface BarLine {
  kind: 'bars';
  /** 1-based line of the file. */
  number: number;
  /** The line by character, so that positions count characters, not halves of them. */
  characters: readonly string[] | string;
  /** Positions of its bars, ascending. */
  bars: readonly number[];
}

export interface TextLine {
  kind: 'text';
  number: number;
  text: string;
}

export type ListLine = BarLine | TextLine | { kind: 'rule'; number: number } | { kind: 'blank'; number: number };

/** Lines of the text; form feeds end a page and say nothing else. Lines drawn in box characters become bars and dashes. */
export function splitLines(text: string): string[] {
  const plain = text
    .replaceAll('\f', '')
    .replace(/[│║¦]/gu, '|')
    .replace(/[─═]/gu, '-')
    .replace(/[┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]/gu, '+');
  return plain.split(plain.includes('\n') ? /\r*\n/u : '\r');
}

export function classify(line: string, number: number): ListLine {
  const trimmed = line.trimEnd();
  if (trimmed === '') return { kind: 'blank', number };
  if (isRule(trimmed)) return { kind: 'rule', number };
  const start = firstInk(trimmed);
  if (trimmed[start] !== '|' || trimmed.length - start < 2) return { kind: 'text', number, text: trimmed.trim() };
  const characters = /[\ud800-\udfff]/.test(trimmed) ? Array.from(trimmed) : trimmed;
  const bars: number[] = [];
  for (let at = 0; at < characters.length; at++) if (characters[at] === '|') bars.push(at);
  // A last column without its bar ends where the line ends.
  if (bars.at(-1) !== characters.length - 1) bars.push(characters.length);
  return bars.length < 3
    ? { kind: 'text', number, text: textBetween(characters, (bars[0] ?? 0) + 1, bars[1] ?? 0) }
    : { kind: 'bars', number, characters, bars };
}

export function textBetween(characters: readonly string[] | string, from: number, to: number): string {
  const part = characters.slice(from, to);
  return (typeof part === 'string' ? part : part.join('')).trim();
}

function firstInk(line: string): number {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

function isRule(line: string): boolean {
  let dashes = 0;
  let others = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (character === '-' || character === '=' || character === '_') dashes++;
    else if (character === '|' || character === '+') others++;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return dashes >= 3 && dashes >= others;
}

/** Whether a text is drawn so: lines between bars with a rule beside them, and hardly anything else. */
export function isList(start: string): boolean {
  let barLines = 0;
  let rules = 0;
  let others = 0;
  let ruled = false;
  let before: ListLine['kind'] = 'blank';
  for (const [index, line] of splitLines(start).slice(0, 400).entries()) {
    const { kind } = classify(line.slice(0, 4096), index + 1);
    if (kind === 'bars') barLines++;
    else if (kind === 'rule') rules++;
    else if (kind === 'text') others++;
    if ((kind === 'bars' && before === 'rule') || (kind === 'rule' && before === 'bars')) ruled = true;
    before = kind;
  }
  return ruled && barLines + rules >= others;
}
