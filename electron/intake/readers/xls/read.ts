/**
 * An Excel workbook of 5.0 to 2003 (.xls, BIFF5 and BIFF8) → its sheets in workbook order, in its container or as the bare stream that
 * scripts on the web write. Macros, charts and pivot caches are not looked at.
 */
import type { NumberKind, ReadFile, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { isCompoundFile, openCompoundFile } from '../compound-file.ts';
import { betweenBlocks, nothingSpent, type ReadHooks } from '../hooks.ts';
import { builtInKind, formatKind } from '../xlsx/styles.ts';
import { damaged, encryptedFault } from '../zip.ts';
import { recordTypes, RecordReader } from './records.ts';
import { SheetReader, type SheetContext } from './sheet.ts';
import { byteDecoder, PieceReader, readSharedStrings, type ByteDecoder } from './texts.ts';

const unicodeVersion = 0x600;
const globalsKind = 0x05;
const sheetKind = 0x10;
const recordsPerBlock = 65_536;

interface Workbook {
  context: SheetContext;
  sheets: { name: string; hidden: boolean; at: number }[];
}

/** Faults: file-corrupt, file-encrypted, file-too-large, cancelled. */
export async function readXls(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const stream = workbookStream(bytes);
  const first = new RecordReader(stream, 0);
  if (!first.nextIs(recordTypes.begin) || first.length < 4) throw damaged('it doesn’t begin as a workbook does');
  const unicode = first.u16(0) === unicodeVersion;
  const kind = first.u16(2);
  if (kind !== globalsKind && kind !== sheetKind) throw damaged('it doesn’t begin as a workbook does');
  const workbook = kind === sheetKind ? singleSheet(unicode, hooks) : readGlobals(first, unicode, hooks);
  const sheets: Sheet[] = [];
  for (const sheet of workbook.sheets) {
    const read = await readSheet(stream, sheet, { context: workbook.context, hooks });
    if (read) sheets.push(read);
  }
  if (sheets.length === 0) throw damaged('it holds no sheet with cells');
  return { kind: 'xls', encoding: null, delimiter: null, sheets };
}

function workbookStream(bytes: Buffer): Buffer {
  if (!isCompoundFile(bytes)) return bytes;
  const compound = openCompoundFile(bytes);
  const workbook = compound.stream('Workbook');
  return workbook.length > 0 ? workbook : compound.stream('Book');
}

function singleSheet(unicode: boolean, hooks: ReadHooks): Workbook {
  const used = hooks.spent ?? nothingSpent();
  return { context: { unicode, strings: [], kinds: [], from1904: false, decode: byteDecoder(null), used }, sheets: [{ name: 'Sheet1', hidden: false, at: 0 }] };
}

function readGlobals(records: RecordReader, unicode: boolean, hooks: ReadHooks): Workbook {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const bound: { at: number; hidden: boolean; name: () => string }[] = [];
  let strings: string[] = [];
  let from1904 = false;
  let decode: ByteDecoder = byteDecoder(unicode ? 1252 : null);
  while (records.next() && records.type !== recordTypes.end) {
    switch (records.type) {
      case recordTypes.filePass:
        throw encryptedFault();
      case recordTypes.codePage:
        records.need(2);
        decode = byteDecoder(records.u16(0));
        break;
      case recordTypes.dateMode:
        records.need(2);
        from1904 = records.u16(0) === 1;
        break;
      case recordTypes.format:
        records.need(3);
        codes.set(records.u16(0), unicode ? unicodeText(records, { offset: 4, characters: records.u16(2) }) : byteText(records, 2, decode));
        break;
      case recordTypes.cellFormat:
        records.need(4);
        formats.push(records.u16(2));
        break;
      case recordTypes.boundSheet: {
        records.need(7);
        // Charts, macro sheets and modules hold no cells.
        if (records.u8(5) !== 0) break;
        const at = records.stream.readUInt32LE(records.start);
        const { start, end } = records;
        const name = unicode ? unicodeText(records, { offset: 7, characters: records.u8(6) }) : null;
        bound.push({
          at,
          hidden: (records.u8(4) & 3) !== 0,
          name: () => name ?? decode(records.stream.subarray(start + 7, Math.min(start + 7 + (records.stream[start + 6] ?? 0), end))),
        });
        if (bound.length > limits.sheets) throw overLimit(`The workbook has more than ${String(limits.sheets)} sheets`, limits.sheets);
        break;
      }
      case recordTypes.sharedStrings:
        strings = readSharedStrings(records.stream, records.pieces());
        break;
    }
  }
  const kinds = formats.map((id): NumberKind => {
    const code = codes.get(id);
    return code === undefined ? builtInKind(id) : formatKind(code);
  });
  const context: SheetContext = { unicode, strings, kinds, from1904, decode, used: hooks.spent ?? nothingSpent() };
  return { context, sheets: bound.map(({ at, hidden, name }) => ({ at, hidden, name: name() })) };
}

function unicodeText(records: RecordReader, { offset, characters }: { offset: number; characters: number }): string {
  return new PieceReader(records.stream, [{ start: records.start + offset, end: records.end }]).text(characters);
}

function byteText(records: RecordReader, offset: number, decode: ByteDecoder): string {
  const from = records.start + offset + 1;
  return decode(records.stream.subarray(from, Math.min(from + records.u8(offset), records.end)));
}

// Null for a sheet that turns out to be a chart or a macro sheet.
async function readSheet(
  stream: Buffer,
  sheet: { name: string; hidden: boolean; at: number },
  { context, hooks }: { context: SheetContext; hooks: ReadHooks },
): Promise<Sheet | null> {
  const records = new RecordReader(stream, sheet.at);
  if (!records.nextIs(recordTypes.begin)) throw damaged(`sheet “${sheet.name}” is not where it should be`);
  if (records.length >= 4 && records.u16(2) !== sheetKind) return null;
  const reader = new SheetReader(sheet.name, records, context);
  // Charts within the sheet are streams within its stream.
  let depth = 1;
  let count = 0;
  while (depth > 0) {
    if (!records.next()) throw damaged(`sheet “${sheet.name}” is cut off`);
    if (records.type === recordTypes.begin) depth++;
    else if (records.type === recordTypes.end) depth--;
    else if (depth === 1) {
      if (records.type === recordTypes.filePass) throw encryptedFault();
      reader.take();
    }
    if (++count % recordsPerBlock === 0) await betweenBlocks(hooks, records.end, stream.length);
  }
  await betweenBlocks(hooks, records.end, stream.length);
  return reader.finish(sheet.hidden);
}
