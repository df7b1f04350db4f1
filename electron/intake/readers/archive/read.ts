/**
 * A zip of files → the sheets of its members, each named for the member it comes from. Nothing is ever written to disk, and member names
 * are only shown, cleaned. Limits hold for all members together. An archive within the archive is opened, one within that is refused.
 */
import { Fault } from '../../../../shared/faults.ts';
import type { ReadFile, ReadNote, Sheet } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { betweenBlocks, nothingSpent, type ReadHooks, type Spent } from '../hooks.ts';
import { inflateEntry, openZip, type Zip, type ZipEntry } from '../zip.ts';
import { cleanName, isBesideTheData } from './members.ts';

const nestedArchives = 2;

export interface MemberReader {
  read(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile>;
  /** Documents and pictures, which come with data and hold none. */
  isDocument(bytes: Buffer): boolean;
}

/** Faults: those of every reader, with the member's name before the sentence. */
export async function readArchive(bytes: Buffer, hooks: ReadHooks, member: MemberReader): Promise<ReadFile> {
  const spent: Spent = hooks.spent ?? nothingSpent();
  if (spent.archives >= nestedArchives)
    throw new Fault('file-kind', 'The file is a zip archive within an archive within an archive: unpack it and import the files in it.');
  const zip = openZip(bytes, spent);
  spent.archives++;
  const entries = [...zip.entries.values()].filter((entry) => !isBesideTheData(entry.name));
  if (entries.length === 0) throw new Fault('file-empty', 'The file is an empty zip archive: check whether the export put anything into it.');
  const sheets: Sheet[] = [];
  const notes: ReadNote[] = [];
  const total = entries.reduce((sum, entry) => sum + entry.compressedBytes, 0);
  let done = 0;
  for (const entry of entries) {
    const name = cleanName(entry.name);
    const content = await unpack(zip, entry, name);
    if (member.isDocument(content)) notes.push(leftOut(name));
    else {
      const file = await readMember(name, content, { member, hooks: hooks.signal ? { spent, signal: hooks.signal } : { spent } });
      notes.push(...placed(file, sheets.length));
      for (const sheet of file.sheets) sheets.push({ ...sheet, name: sheet.name === '' ? name : `${name} › ${sheet.name}` });
    }
    if (sheets.length > limits.sheets) throw overLimit(`The archive has more than ${String(limits.sheets)} sheets`, limits.sheets);
    done += entry.compressedBytes;
    await betweenBlocks(hooks, done, total);
  }
  spent.archives--;
  if (sheets.length === 0)
    throw new Fault('file-kind', 'The file is a zip archive with nothing but documents and pictures: export the tables in them as .xlsx or .csv.');
  return { kind: 'zip', encoding: null, delimiter: null, sheets: uniquelyNamed(sheets), notes };
}

async function unpack(zip: Zip, entry: ZipEntry, name: string): Promise<Buffer> {
  if (entry.inflatedBytes > limits.fileBytes)
    throw overLimit(`“${name}” in the archive has ${entry.inflatedBytes.toLocaleString('en-US')} bytes`, limits.fileBytes);
  const blocks: Buffer[] = [];
  for await (const block of inflateEntry(zip, entry)) blocks.push(block);
  return Buffer.concat(blocks);
}

async function readMember(name: string, content: Buffer, { member, hooks }: { member: MemberReader; hooks: ReadHooks & { spent: Spent } }): Promise<ReadFile> {
  const { spent } = hooks;
  const before = spent.cells;
  try {
    const file = await member.read(content, hooks);
    countText(file, before, spent);
    return file;
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'cancelled') throw error;
    throw new Fault(error.code, `“${name}” in the archive: ${error.message}`, { cause: error });
  }
}

// What is said of the member is said of each of its sheets, where they stand among the archive's.
function placed(file: ReadFile, first: number): ReadNote[] {
  return (file.notes ?? []).flatMap((note) =>
    note.sheet === null ? file.sheets.map((_, index) => ({ ...note, sheet: first + index })) : [{ ...note, sheet: first + note.sheet }],
  );
}

function leftOut(name: string): ReadNote {
  return {
    code: 'part-left-out',
    sheet: null,
    row: null,
    expected: 'a workbook or a table in text',
    found: name,
    fix: 'It is a document or a picture; export the table in it as .xlsx or .csv if it holds one.',
  };
}

// Workbooks count their cells as they read them; readers of text count by themselves, for one file.
function countText(file: ReadFile, before: number, spent: Spent): void {
  if (spent.cells > before) return;
  for (const sheet of file.sheets) for (const row of sheet.rows) spent.cells += row.cells.length;
  if (spent.cells > limits.cells) throw overLimit('The archive has more filled cells than can be read', limits.cells);
}

function uniquelyNamed(sheets: readonly Sheet[]): Sheet[] {
  const seen = new Map<string, number>();
  return sheets.map((sheet) => {
    const times = (seen.get(sheet.name) ?? 0) + 1;
    seen.set(sheet.name, times);
    return times === 1 ? sheet : { ...sheet, name: `${sheet.name} (${String(times)})` };
  });
}
