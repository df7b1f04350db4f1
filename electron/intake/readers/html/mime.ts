/** A page saved with all it needs in one file (MHTML), which Excel calls “single file web page” → its parts. */
import { damaged } from '../zip.ts';

export interface MimePart {
  /** Lower case, without parameters. */
  type: string;
  charset: string | null;
  /** The address the part is known by within the file. */
  location: string;
  content: Buffer;
}

const maximumParts = 2_000;

/** The beginning of a file, decoded: does it look like a message with parts? */
export function isMime(start: string): boolean {
  const head = start.slice(0, 4096);
  return (
    /^(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,500}\r?\n(?:[ \t][^\n]{0,500}\r?\n){0,20}){1,40}/.test(head) &&
    /^content-type:\s{0,9}(multipart\/|text\/html)/im.test(head) &&
    /^mime-version:/im.test(head)
  );
}

/** Faults: file-corrupt. */
export function mimeParts(bytes: Buffer): MimePart[] {
  const text = bytes.toString('latin1');
  const { head, body } = splitHead(text);
  const type = head.get('content-type') ?? '';
  const boundary = parameter(type, 'boundary');
  if (boundary === null) return [part(head, body)];
  const pieces = body.split(`--${boundary}`);
  if (pieces.length < 2) throw damaged('the parts of the page are missing');
  if (pieces.length > maximumParts) throw damaged('the page has too many parts');
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => {
      const inner = splitHead(piece.replace(/^[ \t]*\r?\n/, ''));
      return part(inner.head, inner.body.replace(/\r?\n$/, ''));
    });
}

function splitHead(text: string): { head: Map<string, string>; body: string } {
  const end = /\r?\n[ \t]*\r?\n/.exec(text.slice(0, 64 * 1024));
  const head = new Map<string, string>();
  const lines = (end ? text.slice(0, end.index) : text.slice(0, 64 * 1024)).replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { head, body: end ? text.slice(end.index + end[0].length) : '' };
}

function part(head: ReadonlyMap<string, string>, body: string): MimePart {
  const type = head.get('content-type') ?? 'text/html';
  return {
    type: (type.split(';')[0] ?? '').trim().toLowerCase(),
    charset: parameter(type, 'charset'),
    location: head.get('content-location') ?? '',
    content: decodeBody(body, (head.get('content-transfer-encoding') ?? '').toLowerCase()),
  };
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s{0,9}${name}\\s{0,9}=\\s{0,9}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(header);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

function decodeBody(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const unfolded = body.replace(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    unfolded.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  );
}
