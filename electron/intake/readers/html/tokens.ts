/** HTML as people and programs really write it → tags and texts, in order. Nothing is ever run, fetched or refused for being untidy. */
import { limits, overLimit } from '../../limits.ts';

export interface Tag {
  /** Lower case, without prefix. */
  name: string;
  closing: boolean;
  /** Lower-case names; values decoded. */
  attributes: ReadonlyMap<string, string>;
}

export interface TokenHandler {
  tag(tag: Tag): void;
  /** Text between tags, entities resolved, white space as written. */
  text(text: string): void;
  /** The content of a style, script or xml element, which is no text of the page. */
  raw(element: string, content: string): void;
}

const rawElements = new Set(['script', 'style', 'xml', 'noscript', 'template']);

/** Faults: file-too-large. `between` is awaited now and then with the position reached. */
export async function readTokens(html: string, handler: TokenHandler, between: (at: number) => Promise<void>): Promise<void> {
  let at = 0;
  let reported = 0;
  while (at < html.length) {
    if (at - reported > blockCharacters) {
      reported = at;
      await between(at);
    }
    const open = html.indexOf('<', at);
    if (open < 0 || open > at) handler.text(decodeEntities(html.slice(at, open < 0 ? undefined : open)));
    if (open < 0) return;
    at = afterMarkup(html, open, handler);
  }
}

const blockCharacters = 256 * 1024;

// Returns where the next token begins.
function afterMarkup(html: string, open: number, handler: TokenHandler): number {
  const next = html.charCodeAt(open + 1);
  if (next === 33 || next === 63) return afterDeclaration(html, open);
  const name = /^\/?[a-zA-Z][\w:.-]{0,60}/.exec(html.slice(open + 1, open + 64))?.[0];
  if (name === undefined) {
    handler.text('<');
    return open + 1;
  }
  const end = tagEnd(html, open + 1 + name.length);
  if (end - open > limits.tagBytes) throw overLimit('A tag of the page has too many characters', limits.tagBytes);
  const closing = name.startsWith('/');
  const bare = name.slice(closing ? 1 : 0).toLowerCase();
  const tag = { name: bare.slice(bare.indexOf(':') + 1), closing, attributes: closing ? none : attributesOf(html.slice(open + 1 + name.length, end)) };
  if (!closing && rawElements.has(tag.name) && html.charAt(end - 1) !== '/') {
    const close = closingTag(html, bare, end + 1);
    handler.raw(tag.name, html.slice(end + 1, close));
    return close;
  }
  handler.tag(tag);
  return end + 1;
}

const none: ReadonlyMap<string, string> = new Map();

// Conditional comments of Office (<![if …]>) are tags to be passed over, other comments go with their content.
function afterDeclaration(html: string, open: number): number {
  const isComment = html.startsWith('<!--', open);
  const close = isComment ? html.indexOf('-->', open + 4) : html.indexOf('>', open + 2);
  if (close < 0) return html.length;
  return close + (isComment ? 3 : 1);
}

function tagEnd(html: string, from: number): number {
  const limit = Math.min(html.length, from + limits.tagBytes + 1);
  let quote = 0;
  for (let at = from; at < limit; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if ((code === 34 || code === 39) && html.charCodeAt(at - 1) === 61) quote = code;
  }
  return limit;
}

function closingTag(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name.replace(/[^\w:-]/g, '')}\\b`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  if (text.trim() === '' || text.trim() === '/') return none;
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(/([^\s=/"'<>]{1,100})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const [, name, double, single, bare] = match;
    const key = (name ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const latin1Names =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const entities = new Map<string, string>([
  ...latin1Names.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['euro', '€'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['bull', '•'],
  ['hellip', '…'],
  ['trade', '™'],
  ['minus', '−'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['Delta', 'Δ'],
  ['mu', 'μ'],
  ['Omega', 'Ω'],
  ['le', '≤'],
  ['ge', '≥'],
]);

/** An unknown entity stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));?/g,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
