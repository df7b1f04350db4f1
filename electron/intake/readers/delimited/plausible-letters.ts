/**
 * Which eight-bit encoding text is written in, by what its bytes over 127 become: letters inside words speak for an encoding, signs
 * inside words and capitals after small letters against it. Windows-1252 stands unless another one does clearly better.
 */
import { decodeCodePage, isCodePage, type CodePage } from './code-pages.ts';

export type EightBitEncoding = 'windows-1252' | 'windows-1250' | 'iso-8859-2' | 'windows-1254' | CodePage;

interface Candidate {
  encoding: EightBitEncoding;
  /** Small letters beyond a to z of each of its languages; the one that fits best counts. */
  languages: readonly string[];
  /** What it must win by, in points a character. */
  handicap: number;
}

// German, Swedish and Finnish, Danish and Norwegian, French, Spanish, Portuguese, Italian, Dutch, Icelandic.
const western = ['äöüß', 'åäöé', 'æøåé', 'éèêëàâçîïôûùüœ', 'áéíóúñü', 'áàâãéêíóôõúç', 'àèéìòù', 'ëéèïöüá', 'áðéíóúýþæö'] as const;
// Polish, Czech and Slovak, Hungarian, Croatian and Slovene, Romanian, German.
const central = ['ąćęłńóśźż', 'áäčďéěíĺľňóôŕřšťúůýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ', 'äöüß'] as const;

const candidates: readonly Candidate[] = [
  { encoding: 'windows-1252', languages: western, handicap: 0 },
  { encoding: 'windows-1254', languages: ['çğıiöşüâîû'], handicap: 0.1 },
  { encoding: 'windows-1250', languages: central, handicap: 0.3 },
  { encoding: 'iso-8859-2', languages: central, handicap: 0.3 },
  { encoding: 'ibm850', languages: western, handicap: 0.5 },
  { encoding: 'ibm437', languages: western, handicap: 0.51 },
];

const mostBytes = 20_000;
const context = 24;

export function guessEightBit(bytes: Buffer): EightBitEncoding {
  const sample = aroundHighBytes(bytes);
  let best: { encoding: EightBitEncoding; score: number } | null = null;
  for (const { encoding, languages, handicap } of candidates) {
    const text = isCodePage(encoding) ? decodeCodePage(sample, encoding) : new TextDecoder(encoding).decode(sample);
    const score = plausibility(text, languages) - handicap;
    if (best === null || score > best.score) best = { encoding, score };
  }
  return best?.encoding ?? 'windows-1252';
}

// The words around the bytes in question; the rest of the file says nothing.
function aroundHighBytes(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let taken = 0;
  let end = 0;
  for (let at = 0; at < bytes.length && taken < mostBytes; at++) {
    if ((bytes[at] ?? 0) < 0x80 || at < end) continue;
    end = Math.min(at + context, bytes.length);
    const part = bytes.subarray(Math.max(0, at - context), end);
    parts.push(part, lineEnd);
    taken += part.length;
  }
  return Buffer.concat(parts);
}

const lineEnd = Buffer.from('\n');

/** Points a character over 127, about −4 to 2, in the language that fits best. */
function plausibility(text: string, languages: readonly string[]): number {
  const letters = new Map<string, number>();
  let points = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character < '\u0080') continue;
    count++;
    points += pointsFor(character, text[at - 1] ?? ' ', text[at + 1] ?? ' ');
    if (letter.test(character)) letters.set(character.toLowerCase(), (letters.get(character.toLowerCase()) ?? 0) + 1);
  }
  return count === 0 ? 0 : (points + Math.max(...languages.map((own) => usual(letters, own)))) / count;
}

function usual(letters: ReadonlyMap<string, number>, own: string): number {
  let points = 0;
  for (const [character, count] of letters) points += own.includes(character) ? count : -0.5 * count;
  return points;
}

const letter = /\p{L}/u;
const capital = /\p{Lu}/u;
const small = /\p{Ll}/u;
/** Signs that do stand beside words and figures. */
const usualSigns = new Set('°§€£µ²³½¼¾«»„“”‚‘’–—…•·×±®©™ª\u00a0');
const drawn = /[\u2500-\u25ff]/u;

function pointsFor(character: string, before: string, after: string): number {
  const beside = letter.test(before) || letter.test(after);
  if (letter.test(character)) {
    if (character === before && character === after) return -4;
    if (capital.test(character) && (small.test(before) || (small.test(after) && letter.test(before)))) return -2;
    // A small letter between capitals: “STRAßE” is the only usual one.
    if (small.test(character) && capital.test(before) && capital.test(after) && character !== 'ß') return -1;
    // And none stands between a small letter and a capital: there a fixed space joins two words.
    if (small.test(character) && small.test(before) && capital.test(after)) return -2;
    return beside ? 1 : -1;
  }
  if (character === '\ufffd' || (character >= '\u0080' && character <= '\u009f')) return -4;
  if (drawn.test(character)) return drawn.test(before) || drawn.test(after) ? 0.5 : -2;
  if (character === '\u00a0' && small.test(before) && capital.test(after)) return 0.6;
  if (letter.test(before) && letter.test(after)) return character === '’' || character === '·' || character === '–' ? 0.5 : -3;
  return usualSigns.has(character) ? 0.6 : -1;
}
