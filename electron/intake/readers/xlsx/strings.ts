/** The shared strings of a workbook: rich-text runs are joined, reading aids of Japanese text (phonetic runs) left out. */
import { limits, overLimit } from '../../limits.ts';
import { decodeXmlText, type XmlHandler, type XmlScanner } from '../xml.ts';
import type { Zip, ZipEntry } from '../zip.ts';
import { scanPart } from './part.ts';

/** Faults: file-corrupt, file-too-large. */
export async function readStrings(zip: Zip, entry: ZipEntry, between: (done: number) => Promise<void>): Promise<string[]> {
  const handler = new StringsHandler();
  await scanPart(zip, entry, handler, between);
  return handler.strings;
}

class StringsHandler implements XmlHandler {
  readonly strings: string[] = [];
  private value = '';
  private phonetic = false;
  private scanner: XmlScanner | null = null;

  open(name: string, scanner: XmlScanner): void {
    this.scanner = scanner;
    if (name === 'si') this.value = '';
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 't') scanner.wantsText = !this.phonetic;
  }

  close(name: string): void {
    if (name === 't') {
      if (this.scanner) this.scanner.wantsText = false;
    } else if (name === 'rPh') this.phonetic = false;
    else if (name === 'si') this.keep();
  }

  text(buffer: Buffer, start: number, end: number): void {
    this.literal(decodeXmlText(buffer, start, end));
  }

  literal(text: string): void {
    this.value = this.value === '' ? text : this.value + text;
    if (this.value.length > 8 * limits.cellCharacters) throw this.tooLong();
  }

  private keep(): void {
    const value = unescapeControls(this.value);
    if (value.length > limits.cellCharacters) throw this.tooLong();
    if (this.strings.length >= limits.cells) throw overLimit('The workbook holds more texts than can be read', limits.cells);
    this.strings.push(value);
  }

  private tooLong(): Error {
    return overLimit(`Text ${(this.strings.length + 1).toLocaleString('en-US')} of the workbook has too many characters`, limits.cellCharacters);
  }
}

/** Excel writes characters XML can’t hold as _x000D_, and an underscore that would look like one as _x005F_. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
