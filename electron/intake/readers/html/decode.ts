/** Bytes of a page → text: byte-order mark, then what the page says of itself, then what the bytes look like. */
import { TextDecoder } from 'node:util';
import { decodeAs, detectEncoding } from '../delimited/encoding.ts';

export interface DecodedPage {
  text: string;
  encoding: string;
}

/** `stated` is what the message around the page says. */
export function decodePage(bytes: Buffer, stated: string | null = null): DecodedPage {
  const words = stated ?? /<meta[^>]{0,300}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(bytes.toString('latin1', 0, 8192))?.[1] ?? null;
  const detected = detectEncoding(bytes);
  // A page in Unicode that calls itself Latin is as common as the opposite: bytes that are proof go before words.
  const proven = detected.startsWith('utf-') && !/^(iso-2022|hz)/i.test(words ?? '');
  const decoder = proven ? null : decoderOf(words);
  const text = decoder ? decoder.decode(bytes) : decodeAs(bytes, detected);
  return { text: text.replaceAll('\0', ''), encoding: decoder?.encoding ?? detected };
}

function decoderOf(name: string | null): TextDecoder | null {
  if (name === null || /^utf-?(8|16)/i.test(name)) return null;
  try {
    return new TextDecoder(name);
  } catch (error) {
    // An encoding nobody knows says nothing.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
