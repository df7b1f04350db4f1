/** An Excel workbook (.xlsx, .xlsm, transitional or strict) → its sheets in workbook order. Macros, links and charts are not looked at. */
import type { ReadFile, Sheet } from '../../../../shared/intake/cells.ts';
import { betweenBlocks, nothingSpent, type ReadHooks } from '../hooks.ts';
import { openZip, type ZipEntry } from '../zip.ts';
import { scanPart } from './part.ts';
import { SheetHandler, type SheetContext } from './sheet.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readWorkbook } from './workbook.ts';

/** Faults: file-corrupt, file-encrypted, file-too-large, cancelled. */
export async function readXlsx(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const spent = hooks.spent ?? nothingSpent();
  const zip = openZip(bytes, spent);
  const workbook = await readWorkbook(zip);
  const total = [workbook.strings, ...workbook.sheets.map((sheet) => sheet.entry)].reduce((sum, entry) => sum + (entry?.compressedBytes ?? 0), 0);
  let before = 0;
  // Compressed bytes tell best how far the work is: they are what the file's size shows.
  const within = (entry: ZipEntry) => (share: number) => betweenBlocks(hooks, Math.round(before + Math.min(share, 1) * entry.compressedBytes), total);
  const context: SheetContext = {
    strings: workbook.strings ? await readStrings(zip, workbook.strings, within(workbook.strings)) : [],
    kinds: workbook.styles ? await readStyles(zip, workbook.styles) : [],
    from1904: workbook.from1904,
    awaitsCalculation: workbook.awaitsCalculation,
    used: spent,
  };
  before += workbook.strings?.compressedBytes ?? 0;
  const sheets: Sheet[] = [];
  for (const { name, hidden, entry } of workbook.sheets) {
    const handler = new SheetHandler(name, context);
    await scanPart(zip, entry, handler, within(entry));
    before += entry.compressedBytes;
    sheets.push({ name, hidden, merges: handler.merges, ...handler.finish() });
  }
  return { kind: 'xlsx', encoding: null, delimiter: null, sheets };
}
