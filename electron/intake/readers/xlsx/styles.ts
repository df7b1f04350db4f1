/** Number formats → what a number is. Only the kind matters here; how many decimals are shown does not. */
import type { NumberKind } from '../../../../shared/intake/cells.ts';
import type { Zip, ZipEntry } from '../zip.ts';
import { onOpen, scanPart } from './part.ts';

/** The kind of every cell format, by index. Faults: file-corrupt. */
export async function readStyles(zip: Zip, entry: ZipEntry): Promise<NumberKind[]> {
  const custom = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  const handler = onOpen((name, scanner) => {
    if (name === 'numFmt') custom.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? '');
    else if (name === 'cellXfs') inCellFormats = true;
    else if (name === 'xf' && inCellFormats) {
      const id = Number(scanner.attribute('numFmtId') ?? '0');
      const code = custom.get(id);
      kinds.push(code === undefined ? builtInKind(id) : formatKind(code));
    }
  });
  handler.close = (name) => {
    if (name === 'cellXfs') inCellFormats = false;
  };
  await scanPart(zip, entry, handler);
  return kinds;
}

// 27–36 and 50–58 differ between East Asian versions of Excel; all are dates but for the two clock formats.
const builtIn = new Map<number, NumberKind>([
  [9, 'percent'],
  [10, 'percent'],
  [14, 'date'],
  [15, 'date'],
  [16, 'date'],
  [17, 'date'],
  [18, 'time'],
  [19, 'time'],
  [20, 'time'],
  [21, 'time'],
  [22, 'datetime'],
  [27, 'date'],
  [28, 'date'],
  [29, 'date'],
  [30, 'date'],
  [31, 'date'],
  [32, 'time'],
  [33, 'time'],
  [34, 'date'],
  [35, 'date'],
  [36, 'date'],
  [45, 'time'],
  [46, 'duration'],
  [47, 'time'],
  [50, 'date'],
  [51, 'date'],
  [52, 'date'],
  [53, 'date'],
  [54, 'date'],
  [55, 'date'],
  [56, 'date'],
  [57, 'date'],
  [58, 'date'],
]);

export function builtInKind(id: number): NumberKind {
  return builtIn.get(id) ?? 'plain';
}

/** The kind a format code gives to positive numbers. Quoted text, escapes, colours, conditions and locale codes don’t count. */
export function formatKind(code: string): NumberKind {
  const section = firstSection(code.slice(0, 1024).toLowerCase());
  if (/\[(h+|m+|s+)\]/.test(section)) return 'duration';
  const bare = section.replace(/\[[^\]]*\]/g, '').replace(/general|standard/g, '');
  // Digits besides fractions of a second make it a number, whatever letters a writer forgot to quote.
  if (/[0#?]/.test(bare.replace(/s[.,]0+/g, 's'))) return bare.includes('%') ? 'percent' : 'plain';
  const clock = /h|s|am\/pm|a\/p/.test(bare);
  const day = /[ydjgb]|e(?![+-])|t+\.m|m+\.t/.test(bare) || (/m/.test(bare.replace(/am\/pm/g, '')) && !clock);
  if (day) return clock ? 'datetime' : 'date';
  if (clock) return 'time';
  return bare.includes('%') ? 'percent' : 'plain';
}

// Up to the first semicolon outside quotes, without quoted and escaped characters.
function firstSection(code: string): string {
  let bare = '';
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === ';') break;
    if (char === '"') {
      const close = code.indexOf('"', at + 1);
      if (close < 0) break;
      at = close;
    } else if (char === '\\' || char === '_' || char === '*') at++;
    else bare += char;
  }
  return bare;
}
