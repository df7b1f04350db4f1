/** Bytes of a text file → text. The order of proof: byte-order mark, the pattern of NUL bytes, valid UTF-8; what is left is Windows-1252, a guess. */
import { isUtf8 } from 'node:buffer';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
}

/** The text without byte-order mark and without NULs. `windows-1252` means guessed: every byte is a character there. */
export function decodeText(bytes: Buffer): DecodedText {
  const encoding = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: text.includes('\0') ? text.replaceAll('\0', '') : text, encoding };
}

export function detectEncoding(bytes: Buffer): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16ByNuls(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
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
