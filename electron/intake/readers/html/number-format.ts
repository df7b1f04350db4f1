/**
 * Cells of a page that carry more than their text. Excel keeps the number in x:num and the format in a style called mso-number-format,
 * LibreOffice in sdval and sdnum, scripts in data-v and data-z. A cell without them is text, whatever it looks like.
 */
import type { Cell, NumberKind } from '../../../../shared/intake/cells.ts';
import { namedKind } from '../workbook/named-kind.ts';
import { kindCell } from '../xlsx/cell-value.ts';
import { builtInKind, formatKind } from '../xlsx/styles.ts';

/** Number kinds by class name, out of the rules of a style element. */
export function classKinds(css: string, into: Map<string, NumberKind>): void {
  for (const rule of css.matchAll(/\.([\w-]{1,60})\s{0,9}\{([^{}]{0,4000})\}/g)) {
    const kind = styleKind(rule[2] ?? '');
    if (kind !== null) into.set(rule[1] ?? '', kind);
  }
}

/** The kind a style declaration gives to numbers, null when it says nothing about them. */
export function styleKind(style: string): NumberKind | null {
  const written = /mso-number-format\s{0,9}:\s{0,9}(?:"((?:[^"\\]|\\.){0,200})"|'((?:[^'\\]|\\.){0,200})'|([^;"']{1,200}))/i.exec(style);
  if (!written) return null;
  const format = unescapeCss((written[1] ?? written[2] ?? written[3] ?? '').trim());
  return namedKind(format);
}

// \0022 is a quote in a style sheet; before punctuation the backslash only says that the character is meant as it is.
function unescapeCss(text: string): string {
  return text.replace(/\\(?:([0-9a-fA-F]{4})\s?|(.))/g, (_, code?: string, char?: string) =>
    code === undefined ? (char ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}

/** What the attributes of a cell say it holds; undefined when they don't say. */
export function attributeCell(attributes: ReadonlyMap<string, string>, { kind, text }: { kind: NumberKind; text: string }): Cell | undefined {
  if (attributes.has('x:str') || attributes.get('data-t') === 's') return undefined;
  if (attributes.has('x:err')) return { kind: 'error', text: attributes.get('x:err') || text };
  if (attributes.has('x:bool')) return attributes.get('x:bool')?.toLowerCase() === 'true';
  if (attributes.get('data-t') === 'b') return attributes.get('data-v') === 'true' || attributes.get('data-v') === '1';
  if (attributes.get('data-t') === 'e') return { kind: 'error', text: text || '#N/A' };
  if (attributes.has('x:num')) return numberOf(attributes.get('x:num') || text, kind);
  if (attributes.get('data-t') === 'n') return numberOf(attributes.get('data-v') ?? '', formatKind(attributes.get('data-z') ?? ''));
  if (attributes.has('sdval')) return numberOf(attributes.get('sdval') ?? '', sdKind(attributes.get('sdnum') ?? ''));
  return undefined;
}

// sdnum is “locale;locale of the format;format”.
function sdKind(sdnum: string): NumberKind {
  const format = sdnum.split(';').slice(2).join(';');
  return format === '' ? builtInKind(0) : formatKind(format);
}

function numberOf(text: string, kind: NumberKind): Cell | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return undefined;
  return kindCell(kind, value);
}
