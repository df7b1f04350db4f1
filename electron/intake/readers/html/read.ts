/** A page with tables, as web programs export it under the name .xls, alone or in one file with its parts (MHTML) → sheets. */
import { Fault } from '../../../../shared/faults.ts';
import type { ReadFile, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { betweenBlocks, nothingSpent, type ReadHooks } from '../hooks.ts';
import { decodePage } from './decode.ts';
import { isMime, mimeParts, type MimePart } from './mime.ts';
import { PageReader } from './page.ts';
import { decodeEntities, readTokens } from './tokens.ts';

interface Page {
  name: string;
  content: Buffer;
  charset: string | null;
}

/** Faults: file-kind for a page without a table, file-corrupt, file-too-large, cancelled. */
export async function readHtml(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const shared = { ...hooks, spent: hooks.spent ?? nothingSpent() };
  const pages: Page[] = isMime(bytes.toString('latin1', 0, 4096)) ? pagesOf(mimeParts(bytes)) : [{ name: '', content: bytes, charset: null }];
  if (pages.length > limits.sheets) throw overLimit(`The file has more than ${String(limits.sheets)} pages`, limits.sheets);
  const sheets: Sheet[] = [];
  let encoding = 'utf-8';
  for (const page of pages) {
    const decoded = decodePage(page.content, page.charset);
    encoding = decoded.encoding;
    const reader = new PageReader(shared.spent);
    await readTokens(decoded.text, reader, (at) => betweenBlocks(shared, at, decoded.text.length));
    if (reader.hasTable) sheets.push(reader.finish(page.name));
  }
  if (sheets.length === 0)
    throw new Fault('file-kind', 'The file is a web page without a table: export the table as .xlsx or .csv, or check whether it is a log-in or error page.');
  return { kind: 'html', encoding, delimiter: null, sheets };
}

// A workbook saved by Excel names its sheets and where they are; the frame around them is none of them.
function pagesOf(parts: readonly MimePart[]): Page[] {
  const html = parts.filter((part) => part.type === 'text/html');
  const listed = html.flatMap((part) => worksheetSources(decodePage(part.content, part.charset).text.slice(0, 256 * 1024)));
  const sheets = listed.flatMap(({ name, address }) => {
    const part = html.find(({ location }) => location === address || location.endsWith(`/${address}`));
    return part ? [{ name, content: part.content, charset: part.charset }] : [];
  });
  return sheets.length > 0 ? sheets : html.map(({ content, charset }) => ({ name: '', content, charset }));
}

function worksheetSources(text: string): { name: string; address: string }[] {
  const found: { name: string; address: string }[] = [];
  for (const match of text.matchAll(/<x:Name>([^<]{1,100})<\/x:Name>\s{0,99}<x:WorksheetSource\s{1,9}HRef="([^"]{1,300})"/gi)) {
    found.push({ name: decodeEntities(match[1] ?? ''), address: decodeEntities(match[2] ?? '') });
  }
  return found;
}
