/**
 * A streaming XML scanner over bytes: no tree, no strings but those asked for. It reads what spreadsheet programs write, with or without
 * namespace prefixes, and refuses a DOCTYPE, the door through which XML reaches for files, networks and endless entities.
 */
import { TextDecoder } from 'node:util';
import type { Fault } from '../../../shared/faults.ts';
import { limits } from '../limits.ts';
import { damaged } from './zip.ts';

export interface XmlHandler {
  /** Names come without their prefix. Attributes are read through the scanner, during the call only. */
  open(name: string, scanner: XmlScanner): void;
  close(name: string): void;
  /** Text between tags, raw: `decodeXmlText` makes a string of it. Only called while the scanner's `wantsText` is set. */
  text(buffer: Buffer, start: number, end: number): void;
  /** Text of a CDATA section. */
  literal(text: string): void;
}

/** Longest unfinished piece that is carried from block to block: more than any allowed cell text with every character escaped. */
const carryLimit = 1024 * 1024;
const nothing = Buffer.alloc(0);
const single: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

export class XmlScanner {
  /** The bytes being scanned; attributes lie from attributesStart to attributesEnd. */
  buffer: Buffer = nothing;
  attributesStart = 0;
  attributesEnd = 0;
  wantsText = false;
  /** Set by a handler that has read the element just opened to its end by itself: where the scanner goes on. Then close() isn't called. */
  resumeAt = 0;
  private readonly part: string;
  private readonly handler: XmlHandler;
  private readonly names = new Map<number, string>();
  private readonly open: string[] = [];
  private carry: Buffer = nothing;
  private seenRoot = false;

  constructor(part: string, handler: XmlHandler) {
    this.part = part;
    this.handler = handler;
  }

  /** Faults: file-corrupt, and what the handler throws. */
  feed(chunk: Buffer): void {
    const buffer = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    this.buffer = buffer;
    const rest = buffer.subarray(this.scan(buffer));
    if (rest.length > carryLimit) throw this.broken('holds a tag or text that is far too long');
    this.carry = rest.length > 0 ? Buffer.from(rest) : nothing;
  }

  end(): void {
    if (this.open.length > 0 || !this.seenRoot || this.carry.toString('latin1').trim() !== '') throw this.broken('is cut off');
  }

  /** An attribute of the tag just opened, by its name without prefix, decoded; null when it isn't there. */
  attribute(name: string): string | null {
    const { buffer, attributesEnd } = this;
    let at = this.attributesStart;
    while (at < attributesEnd) {
      const equals = buffer.indexOf(61, at);
      if (equals < 0 || equals >= attributesEnd) return null;
      const open = skipSpace(buffer, equals + 1);
      const mark = buffer[open];
      if (mark !== 34 && mark !== 39) throw this.broken('holds an attribute without quotes');
      const close = buffer.indexOf(mark, open + 1);
      if (close < 0 || close >= attributesEnd) throw this.broken('holds an attribute without an end');
      const written = buffer.toString('latin1', at, equals).trim();
      if (written.slice(written.indexOf(':') + 1) === name && !written.startsWith('xmlns')) return decodeXmlText(buffer, open + 1, close);
      at = close + 1;
    }
    return null;
  }

  /** All attributes of the tag just opened, names without prefix, decoded; namespace declarations and schema places are left out. */
  attributes(): [name: string, value: string][] {
    const { buffer, attributesEnd } = this;
    const found: [string, string][] = [];
    let at = this.attributesStart;
    while (at < attributesEnd) {
      const equals = buffer.indexOf(61, at);
      if (equals < 0 || equals >= attributesEnd) break;
      const open = skipSpace(buffer, equals + 1);
      const close = buffer[open] === 34 || buffer[open] === 39 ? buffer.indexOf(buffer[open], open + 1) : -1;
      if (close < 0 || close >= attributesEnd) throw this.broken('holds an attribute without quotes');
      const written = buffer.toString('utf8', at, equals).trim();
      if (!/^(?:xmlns|xsi:|xml:)/u.test(written)) found.push([written.slice(written.indexOf(':') + 1), decodeXmlText(buffer, open + 1, close)]);
      at = close + 1;
    }
    return found;
  }

  /** A file-corrupt fault that names the part. */
  broken(how: string): Fault {
    return damaged(`its part ${this.part} ${how}`);
  }

  // Returns how far the bytes are dealt with; what follows is not complete yet.
  private scan(buffer: Buffer): number {
    const length = buffer.length;
    let at = 0;
    while (at < length) {
      if (buffer[at] !== 60) {
        let end = at + 1;
        while (end < length && buffer[end] !== 60) end++;
        if (end === length) return at;
        if (this.wantsText) this.handler.text(buffer, at, end);
        at = end;
        continue;
      }
      if (at + 1 === length) return at;
      const next = buffer[at + 1];
      const end = next === 33 || next === 63 ? this.declaration(buffer, at) : this.tag(buffer, at);
      if (end < 0) return at;
      at = end;
    }
    return at;
  }

  // Position behind the tag that begins at `at`, or -1 when its end isn't there yet.
  private tag(buffer: Buffer, at: number): number {
    const length = buffer.length;
    let end = at + 1;
    for (;;) {
      if (end >= length) {
        if (length - at > limits.tagBytes) throw this.tooLong();
        return -1;
      }
      const code = buffer[end];
      if (code === 62) break;
      if (code === 34 || code === 39) {
        do end++;
        while (end < length && buffer[end] !== code);
      }
      end++;
    }
    if (end - at > limits.tagBytes) throw this.tooLong();
    if (buffer[at + 1] === 47) this.closeTag(this.nameAt(buffer, at + 2, end));
    else this.openTag(buffer, at + 1, end);
    if (this.resumeAt === 0) return end + 1;
    const resumed = this.resumeAt;
    this.resumeAt = 0;
    return resumed;
  }

  private openTag(buffer: Buffer, start: number, end: number): void {
    const selfClosing = buffer[end - 1] === 47;
    const name = this.nameAt(buffer, start, selfClosing ? end - 1 : end);
    this.attributesStart = this.nameEnd;
    this.attributesEnd = selfClosing ? end - 1 : end;
    this.seenRoot = true;
    this.handler.open(name, this);
    if (this.resumeAt > 0) return;
    if (selfClosing) {
      this.handler.close(name);
      return;
    }
    this.open.push(name);
    if (this.open.length > limits.xmlDepth) throw this.broken(`is nested deeper than ${String(limits.xmlDepth)} levels`);
  }

  private closeTag(name: string): void {
    if (this.open.pop() !== name) throw this.broken(`closes <${name}> where it is not open`);
    this.handler.close(name);
  }

  private nameEnd = 0;

  // The name without prefix, as a string made once per name; sets nameEnd.
  private nameAt(buffer: Buffer, start: number, limit: number): string {
    let from = start;
    let at = start;
    let hash = 0;
    for (; at < limit; at++) {
      const code = buffer[at] ?? 32;
      if (code <= 32) break;
      if (code === 58) {
        from = at + 1;
        hash = 0;
      } else hash = (Math.imul(hash, 31) + code) | 0;
    }
    this.nameEnd = at;
    const size = at - from;
    if (size === 1) return single[buffer[from] ?? 0] ?? '';
    const known = this.names.get(hash);
    if (known?.length === size && spells(buffer, from, known)) return known;
    if (size === 0) throw this.broken('holds a tag without a name');
    const name = buffer.toString('utf8', from, at);
    this.names.set(hash, name);
    return name;
  }

  private declaration(buffer: Buffer, at: number): number {
    if (buffer[at + 1] === 63) return behind(buffer, '?>', at + 2);
    const start = buffer.toString('latin1', at, at + 9);
    if (start.startsWith('<!--')) return behind(buffer, '-->', at + 4);
    if (start === '<![CDATA[') {
      const end = behind(buffer, ']]>', at + 9);
      if (end >= 0 && this.wantsText) this.handler.literal(buffer.toString('utf8', at + 9, end - 3));
      return end;
    }
    if (start.length < 9 && ('<![CDATA['.startsWith(start) || '<!DOCTYPE'.startsWith(start.toUpperCase()) || '<!--'.startsWith(start))) return -1;
    if (start.toUpperCase() === '<!DOCTYPE') throw this.broken('declares a document type, which no spreadsheet program does; it is refused for safety');
    throw this.broken('holds a declaration that doesn’t belong there');
  }

  private tooLong(): Fault {
    return this.broken(`holds a tag of more than ${limits.tagBytes.toLocaleString('en-US')} bytes`);
  }
}

function behind(buffer: Buffer, mark: string, from: number): number {
  const at = buffer.indexOf(mark, from, 'latin1');
  return at < 0 ? -1 : at + mark.length;
}

function spells(buffer: Buffer, from: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (buffer[from + i] !== name.charCodeAt(i)) return false;
  return true;
}

function skipSpace(buffer: Buffer, from: number): number {
  let at = from;
  while ((buffer[at] ?? 33) <= 32) at++;
  return at;
}

/** The text of a range: UTF-8, entities resolved, line ends as XML wants them. An unknown entity stays as written. */
export function decodeXmlText(buffer: Buffer, start: number, end: number): string {
  let wide = false;
  let escaped = false;
  let returns = false;
  for (let i = start; i < end; i++) {
    const code = buffer[i] ?? 0;
    if (code > 127) wide = true;
    else if (code === 38) escaped = true;
    else if (code === 13) returns = true;
  }
  let text = wide ? buffer.toString('utf8', start, end) : buffer.toString('latin1', start, end);
  if (returns) text = text.replace(/\r\n?/g, '\n');
  return escaped ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, resolveEntity) : text;
}

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntity(whole: string, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return namedEntities[name] ?? whole;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/**
 * Feeds a part's blocks to the scanner as UTF-8, whatever they are written in: UTF-16 by its byte-order mark or NULs, others as the XML
 * declaration says.
 */
export class XmlFeed {
  private readonly scanner: XmlScanner;
  private decoder: TextDecoder | null = null;
  private first = true;

  constructor(scanner: XmlScanner) {
    this.scanner = scanner;
  }

  feed(chunk: Buffer): void {
    if (this.first) {
      this.first = false;
      const encoding = xmlEncoding(chunk);
      if (encoding !== 'utf-8') this.decoder = decoderFor(encoding, this.scanner);
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        this.scanner.feed(chunk.subarray(3));
        return;
      }
    }
    this.scanner.feed(this.decoder ? Buffer.from(this.decoder.decode(chunk, { stream: true }), 'utf8') : chunk);
  }

  end(): void {
    this.scanner.end();
  }
}

/** What a file's byte-order mark or XML declaration says it is written in. */
export function xmlEncoding(chunk: Buffer): string {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 60 && chunk[1] === 0)) return 'utf-16le';
  if ((chunk[0] === 0xfe && chunk[1] === 0xff) || (chunk[0] === 0 && chunk[1] === 60)) return 'utf-16be';
  const declared = /^[^<]{0,3}<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(chunk.toString('latin1', 0, 300));
  return (declared?.[1] ?? 'utf-8').toLowerCase().replace(/^(utf8|us-ascii|ascii)$/, 'utf-8');
}

function decoderFor(encoding: string, scanner: XmlScanner): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (error) {
    if (error instanceof RangeError) throw scanner.broken(`is written in the unknown encoding ${encoding}`);
    throw error;
  }
}
