/** Bytes of any file → sheets of typed cells. What the file is, its content says, never its name. */
import type { ReadFile } from '../../../shared/intake/cells.ts';
import { Fault } from '../../../shared/faults.ts';
import { limits, overLimit } from '../limits.ts';
import { readArchive } from './archive/read.ts';
import { readDelimited } from './delimited/read.ts';
import type { ReadHooks } from './hooks.ts';
import { readHtml } from './html/read.ts';
import { readList } from './list/read.ts';
import { readMsProject } from './ms-project/read.ts';
import { readSafT } from './saf-t/read.ts';
import { readSie } from './sie/read.ts';
import { readOds } from './ods/read.ts';
import { isDocument, sniff, type ReaderName } from './sniff.ts';
import { readSpreadsheetMl } from './spreadsheetml/read.ts';
import { readXls } from './xls/read.ts';
import { readXlsb } from './xlsb/read.ts';
import { readXlsx } from './xlsx/read.ts';
import { readXml } from './xml/read.ts';

const readers: Record<ReaderName, (bytes: Buffer, hooks: ReadHooks) => Promise<ReadFile>> = {
  xlsx: readXlsx,
  xls: readXls,
  xlsb: readXlsb,
  ods: readOds,
  html: readHtml,
  spreadsheetml: readSpreadsheetMl,
  zip: (bytes, hooks) => readArchive(bytes, hooks, { read: readBytes, isDocument }),
  delimited: readDelimited,
  list: readList,
  'saf-t': readSafT,
  sie: readSie,
  'ms-project': readMsProject,
  xml: readXml,
};

/** Faults: file-empty, file-encrypted, file-corrupt, file-kind, file-too-large, cancelled. The sentences don't name the file; the caller does. */
export async function readBytes(bytes: Buffer, hooks: ReadHooks = {}): Promise<ReadFile> {
  if (bytes.length === 0) throw new Fault('file-empty', 'The file has no bytes at all: export it again.');
  if (bytes.length > limits.fileBytes) throw overLimit(`The file has ${bytes.length.toLocaleString('en-US')} bytes`, limits.fileBytes);
  return readers[sniff(bytes)](bytes, hooks);
}
