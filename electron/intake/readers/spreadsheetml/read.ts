/** An Excel 2003 XML spreadsheet, by whatever name → its sheets in workbook order. */
import type { ReadFile } from '../../../../shared/intake/cells.ts';
import { damaged } from '../zip.ts';
import { betweenBlocks, nothingSpent, type ReadHooks } from '../hooks.ts';
import { XmlFeed, XmlScanner } from '../xml.ts';
import { SpreadsheetHandler } from './sheets.ts';

const blockBytes = 256 * 1024;

/** Faults: file-corrupt, file-too-large, cancelled. */
export async function readSpreadsheetMl(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const handler = new SpreadsheetHandler(hooks.spent ?? nothingSpent());
  const feed = new XmlFeed(new XmlScanner('of the spreadsheet', handler));
  // White space before the declaration, which some scripts leave there, would hide the encoding.
  for (let at = leadingSpace(bytes); at < bytes.length; at += blockBytes) {
    feed.feed(bytes.subarray(at, at + blockBytes));
    await betweenBlocks(hooks, at, bytes.length);
  }
  feed.end();
  if (handler.sheets.length === 0) throw damaged('it holds no sheet');
  return { kind: 'spreadsheetml', encoding: null, delimiter: null, sheets: handler.sheets };
}

function leadingSpace(bytes: Buffer): number {
  let at = 0;
  while (at < 1024 && [9, 10, 13, 32].includes(bytes[at] ?? 0)) at++;
  return at;
}
