/** What the pack's typeface can show and how wide it is, read from the TrueType tables cmap, head, hhea and hmtx (OpenType 1.9). */

export interface FontMetrics {
  /** True when the typeface has a glyph for the character. */
  covers: (codePoint: number) => boolean;
  /** Width in points of one line of text at a size in points. */
  width: (text: string, size: number) => number;
}

export function readFontMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const unitsPerEm = view.getUint16(offsetOf(tables, 'head') + 18);
  const widthCount = view.getUint16(offsetOf(tables, 'hhea') + 34);
  const widths = offsetOf(tables, 'hmtx');
  const glyphs = readGlyphs(view, offsetOf(tables, 'cmap'));
  const advance = (glyph: number): number => view.getUint16(widths + 4 * Math.min(glyph, widthCount - 1));
  return {
    covers: (codePoint) => glyphs.has(codePoint),
    width: (text, size) => {
      let units = 0;
      for (const character of text) units += advance(glyphs.get(character.codePointAt(0) ?? 0) ?? 0);
      return (units / unitsPerEm) * size;
    },
  };
}

function tableOffsets(view: DataView): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(view.getUint8(record), view.getUint8(record + 1), view.getUint8(record + 2), view.getUint8(record + 3));
    found.set(tag, view.getUint32(record + 8));
  }
  return found;
}

function offsetOf(tables: Map<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) throw new Error(`the font has no ${tag} table`);
  return offset;
}

// Only format 12 (full Unicode): the shipped typeface has it.
function readGlyphs(view: DataView, cmap: number): Map<number, number> {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(table) !== 12) continue;
    const glyphs = new Map<number, number>();
    for (let group = 0; group < view.getUint32(table + 12); group++) {
      const at = table + 16 + group * 12;
      const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
      for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
    }
    return glyphs;
  }
  throw new Error('the font has no cmap of format 12');
}
