/**
 * Bytes of a text file → text. The order of proof: byte-order mark, the pattern of NUL bytes, valid UTF-8; what is left is one of the
 * eight-bit encodings, chosen by which of them makes words of it, and said to be a guess.
 */
import { isUtf8 } from 'node:buffer';
import type { ReadNote } from '../../../../shared/intake/cells.ts';
import { decodeCodePage, isCodePage } from './code-pages.ts';
import { guessEightBit, type EightBitEncoding } from './plausible-letters.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | EightBitEncoding;

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
  /** What speaks for it when nothing proves it: a few words with the letters in question. */
  guessedFrom: string | null;
}

/** The text without byte-order mark and without NULs. */
export function decodeText(bytes: Buffer): DecodedText {
  const encoding = detectEncoding(bytes);
  const decoded = decodeAs(bytes, encoding);
  const text = decoded.includes('\0') ? decoded.replaceAll('\0', '') : decoded;
  return { text, encoding, guessedFrom: isGuess(bytes, encoding) ? wordsInQuestion(text) : null };
}

/** The text in an encoding that is known. */
export function decodeAs(bytes: Buffer, encoding: TextEncodingName): string {
  return isCodePage(encoding) ? decodeCodePage(bytes, encoding) : new TextDecoder(encoding).decode(bytes);
}

export function detectEncoding(bytes: Buffer): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = utf16ByNuls(bytes);
  if (wide !== null) return wide;
  return isUtf8(bytes) || isNearlyUtf8(bytes) ? 'utf-8' : guessEightBit(bytes);
}

/** The warning that goes with a guessed encoding; none when it is proved. */
export function encodingNotes({ encoding, guessedFrom }: Pick<DecodedText, 'encoding' | 'guessedFrom'>): ReadNote[] {
  if (guessedFrom === null) return [];
  const broken = encoding === 'utf-8';
  return [
    {
      code: 'encoding-guess',
      sheet: null,
      row: null,
      expected: 'UTF-8, or a byte-order mark that names the encoding',
      found: broken ? `UTF-8 with broken characters: ${guessedFrom}` : `read as ${encoding}: ${guessedFrom}`,
      fix: broken
        ? 'Characters shown as � are lost in the file; export it again if they matter.'
        : 'Check these words; if they are wrong, export the file as UTF-8.',
    },
  ];
}

// Western text in UTF-16 has a NUL in nearly every second byte, always on the same side.
function utf16ByNuls(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, 8192) & ~1;
  if (end < 4) return null;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) evenNuls++;
    if (bytes[i + 1] === 0) oddNuls++;
  }
  const pairs = end / 2;
  if (oddNuls > pairs * 0.4 && evenNuls < pairs * 0.05) return 'utf-16le';
  if (evenNuls > pairs * 0.4 && oddNuls < pairs * 0.05) return 'utf-16be';
  return null;
}

// A file cut in the middle of a character, or joined from parts: many whole characters, hardly a broken one.
function isNearlyUtf8(bytes: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const following = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    let seen = 0;
    while (seen < following && ((bytes[at + 1 + seen] ?? 0) & 0xc0) === 0x80) seen++;
    if (following > 0 && first < 0xf5 && seen === following) {
      whole++;
      at += following;
    } else broken++;
    if (broken > 100 && broken > whole) return false;
  }
  return whole >= 10 * broken && whole > 0;
}

function isGuess(bytes: Buffer, encoding: TextEncodingName): boolean {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false;
  return encoding === 'utf-8' ? !isUtf8(bytes) : true;
}

function wordsInQuestion(text: string): string {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]{0,20}[\u0080-\uffff][\p{L}\p{M}\p{N}]{0,20}/gu)) {
    words.add(`“${word}”`);
    if (words.size === 4) break;
  }
  return [...words].join(', ');
}
