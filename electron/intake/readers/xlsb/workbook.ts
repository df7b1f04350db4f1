/** What a binary workbook consists of: sheets, texts, number formats. */
import type { NumberKind } from '../../../../shared/intake/cells.ts';
import { limits, overLimit } from '../../limits.ts';
import { findPart } from '../xlsx/part.ts';
import { builtInKind, formatKind } from '../xlsx/styles.ts';
import { readRelations, type Relation } from '../xlsx/workbook.ts';
import { damaged, type Zip, type ZipEntry } from '../zip.ts';
import { BodyReader, scanRecords } from './records.ts';

export interface BinaryWorkbook {
  sheets: { name: string; hidden: boolean; entry: ZipEntry }[];
  from1904: boolean;
  strings: ZipEntry | null;
  styles: ZipEntry | null;
}

const workbookProperties = 153;
const bundledSheet = 156;
const textItem = 19;
const numberFormat = 44;
const cellFormat = 47;
const beginCellFormats = 617;
const endCellFormats = 618;

/** Faults: file-corrupt, file-too-large. */
export async function readBinaryWorkbook(zip: Zip): Promise<BinaryWorkbook> {
  const roots = await readRelations(zip, '');
  const path = roots.find((relation) => relation.type === 'officedocument')?.target ?? 'xl/workbook.bin';
  const entry = findPart(zip, path) ?? findPart(zip, 'xl/workbook.bin');
  if (!entry) throw damaged('its part xl/workbook.bin is missing');
  const relations = await readRelations(zip, entry.name);
  const sheets: BinaryWorkbook['sheets'] = [];
  let from1904 = false;
  await scanRecords(zip, entry, {
    handle: (type, body) => {
      const record = new BodyReader(body, entry.name);
      if (type === workbookProperties) from1904 = (record.u32() & 1) === 1;
      else if (type === bundledSheet) sheets.push(...sheetPart(zip, relations, record));
      if (sheets.length > limits.sheets) throw overLimit(`The workbook has more than ${String(limits.sheets)} sheets`, limits.sheets);
    },
  });
  return { sheets, from1904, strings: optionalPart(zip, relations, 'sharedstrings'), styles: optionalPart(zip, relations, 'styles') };
}

// Chart sheets, dialogs and macro sheets hold no cells.
function sheetPart(zip: Zip, relations: readonly Relation[], record: BodyReader): BinaryWorkbook['sheets'] {
  const hidden = (record.u32() & 3) !== 0;
  record.take(4);
  const id = record.text();
  const name = record.text();
  const relation = relations.find((candidate) => candidate.id === id);
  if (relation && relation.type !== 'worksheet') return [];
  const entry = relation && findPart(zip, relation.target);
  if (!entry) throw damaged(`the part of sheet “${name}” is missing`);
  return [{ name, hidden, entry }];
}

function optionalPart(zip: Zip, relations: readonly Relation[], type: string): ZipEntry | null {
  const target = relations.find((relation) => relation.type === type)?.target;
  return (target === undefined ? undefined : findPart(zip, target)) ?? null;
}

export async function readBinaryStrings(zip: Zip, entry: ZipEntry, between: (done: number) => Promise<void>): Promise<string[]> {
  const strings: string[] = [];
  await scanRecords(zip, entry, {
    between,
    handle: (type, body) => {
      if (type !== textItem) return;
      if (strings.length >= limits.cells) throw overLimit('The workbook holds more texts than can be read', limits.cells);
      const record = new BodyReader(body, entry.name);
      record.take(1);
      strings.push(record.text());
    },
  });
  return strings;
}

/** The kind of every cell format, by index. */
export async function readBinaryStyles(zip: Zip, entry: ZipEntry): Promise<NumberKind[]> {
  const custom = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await scanRecords(zip, entry, {
    handle: (type, body) => {
      const record = new BodyReader(body, entry.name);
      if (type === numberFormat) custom.set(record.u16(), record.text());
      else if (type === beginCellFormats) inCellFormats = true;
      else if (type === endCellFormats) inCellFormats = false;
      else if (type === cellFormat && inCellFormats) {
        record.take(2);
        const id = record.u16();
        const code = custom.get(id);
        kinds.push(code === undefined ? builtInKind(id) : formatKind(code));
      }
    },
  });
  return kinds;
}
