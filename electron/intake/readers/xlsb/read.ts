/** A binary Excel workbook (.xlsb) → its sheets in workbook order. Macros, links and charts are not looked at. */
import type { ReadFile, Sheet } from '../../../../shared/intake/cells.ts';
import { betweenBlocks, nothingSpent, type ReadHooks } from '../hooks.ts';
import { openZip, type ZipEntry } from '../zip.ts';
import { scanRecords } from './records.ts';
import { BinarySheet, type BinarySheetContext } from './sheet.ts';
import { readBinaryStrings, readBinaryStyles, readBinaryWorkbook } from './workbook.ts';

/** Faults: file-corrupt, file-encrypted, file-too-large, cancelled. */
export async function readXlsb(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const spent = hooks.spent ?? nothingSpent();
  const zip = openZip(bytes, spent);
  const workbook = await readBinaryWorkbook(zip);
  const total = [workbook.strings, ...workbook.sheets.map((sheet) => sheet.entry)].reduce((sum, entry) => sum + (entry?.compressedBytes ?? 0), 0);
  let before = 0;
  const within = (entry: ZipEntry) => (share: number) => betweenBlocks(hooks, Math.round(before + Math.min(share, 1) * entry.compressedBytes), total);
  const context: BinarySheetContext = {
    strings: workbook.strings ? await readBinaryStrings(zip, workbook.strings, within(workbook.strings)) : [],
    kinds: workbook.styles ? await readBinaryStyles(zip, workbook.styles) : [],
    from1904: workbook.from1904,
    used: spent,
  };
  before += workbook.strings?.compressedBytes ?? 0;
  const sheets: Sheet[] = [];
  for (const { name, hidden, entry } of workbook.sheets) {
    const sheet = new BinarySheet({ name, part: entry.name }, context);
    await scanRecords(zip, entry, {
      handle: (type, body) => {
        sheet.take(type, body);
      },
      between: within(entry),
    });
    before += entry.compressedBytes;
    sheets.push(sheet.finish(hidden));
  }
  return { kind: 'xlsb', encoding: null, delimiter: null, sheets };
}
