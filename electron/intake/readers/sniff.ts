/** Which reader a file belongs to, by its bytes. What we can't read is named, with the way out. */
import { Fault } from '../../../shared/faults.ts';
import { isCompoundFile, openCompoundFile } from './compound-file.ts';
import { detectEncoding } from './delimited/encoding.ts';
import { isSie } from './sie/read.ts';
import { encryptedFault, openZip, type Zip } from './zip.ts';

export type ReaderName = 'xlsx' | 'delimited' | 'sie';

/** Faults: file-kind, file-encrypted, file-corrupt, file-too-large. */
export function sniff(bytes: Buffer): ReaderName {
  const magic = bytes.toString('latin1', 0, 8);
  if (magic.startsWith('PK\x03\x04') || magic.startsWith('PK\x05\x06') || magic.startsWith('PK\x07\x08')) return sniffZip(openZip(bytes));
  if (isCompoundFile(bytes)) throw compoundFault(bytes);
  const binary = binaryKinds.find(({ starts }) => starts.some((start) => magic.startsWith(start)));
  if (binary) throw unreadable(binary.is, binary.fix);
  return sniffText(bytes);
}

const saveAsXlsx = 'open it in Excel and save it as .xlsx';
const exportAsTable = 'export the table behind it as .xlsx or .csv';

const binaryKinds: { starts: string[]; is: string; fix: string }[] = [
  { starts: ['%PDF'], is: 'a PDF document', fix: exportAsTable },
  { starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'RIFF'], is: 'a picture', fix: exportAsTable },
  { starts: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ', '(\xb5/\xfd'], is: 'a compressed archive', fix: 'unpack it and import the files in it' },
  { starts: ['{\\rtf'], is: 'a formatted text document', fix: exportAsTable },
  { starts: ['SQLite f'], is: 'a database', fix: 'restore it under Settings if it is a backup of this program, else export a table from it' },
  { starts: ['\x09\x08', '\x09\x04', '\x09\x02', '\x09\x00\x04'], is: 'a very old Excel workbook', fix: saveAsXlsx },
];

function unreadable(is: string, fix: string): Fault {
  return new Fault('file-kind', `The file is ${is}: ${fix}.`);
}

function sniffZip(zip: Zip): ReaderName {
  const has = (part: string): boolean => zip.entries.has(part);
  if (has('xl/workbook.bin')) throw unreadable('an Excel binary workbook (.xlsb)', saveAsXlsx);
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('word/document.xml')) throw unreadable('a Word document', 'copy its table into Excel and save it as .xlsx');
  if (has('ppt/presentation.xml')) throw unreadable('a PowerPoint presentation', 'copy its table into Excel and save it as .xlsx');
  if (has('content.xml') && has('mimetype')) throw unreadable('an OpenDocument file (.ods)', 'open it in LibreOffice or Excel and save it as .xlsx');
  if (has('index/document.iwa') || has('index.zip')) throw unreadable('an Apple Numbers document', 'export it from Numbers to Excel (.xlsx)');
  if (has('_rels/.rels') && has('[content_types].xml')) return 'xlsx';
  const inside = [...zip.entries.values()].find((entry) => !entry.name.endsWith('/'))?.name ?? '';
  throw unreadable(
    inside === '' ? 'an empty zip archive' : `a zip archive that holds “${inside.slice(0, 80)}”`,
    'unpack it and import the files in it one by one',
  );
}

function compoundFault(bytes: Buffer): Fault {
  const compound = openCompoundFile(bytes);
  if (compound.names.includes('EncryptedPackage')) return encryptedFault();
  for (const name of ['Workbook', 'Book']) {
    if (!compound.names.includes(name)) continue;
    return isEncryptedBiff(compound.start(name, 64 * 1024)) ? encryptedFault() : unreadable('an old Excel 97–2003 workbook', saveAsXlsx);
  }
  if (compound.names.includes('WordDocument')) return unreadable('an old Word document', 'copy its table into Excel and save it as .xlsx');
  return unreadable('an old Office file', saveAsXlsx);
}

const filePass = 0x2f;
const endOfGlobals = 0x0a;

// A workbook under a password carries a FILEPASS record among its first.
function isEncryptedBiff(stream: Buffer): boolean {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const record = stream.readUInt16LE(at);
    if (record === filePass) return true;
    if (record === endOfGlobals) return false;
  }
  return false;
}

function sniffText(bytes: Buffer): ReaderName {
  const encoding = detectEncoding(bytes);
  const sample = bytes.subarray(0, 64 * 1024);
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be' && looksBinary(sample)) {
    throw unreadable('neither a workbook nor a table in text', 'export it as .xlsx or .csv');
  }
  const start = new TextDecoder(encoding).decode(sample).replaceAll('\0', '').trimStart().slice(0, 4096);
  if (/^<(\?xml|!|[a-z])/i.test(start) && /<\/|\/>|<\?xml|<!doctype/i.test(start)) throw markupFault(start);
  if (/^(\{\s*"|\[\s*(\{|\[|"|\]))/.test(start)) throw unreadable('a JSON document', exportAsTable);
  return isSie(start) ? 'sie' : 'delimited';
}

// Text has a stray NUL or form feed at most; programs and pictures are full of control characters.
function looksBinary(sample: Buffer): boolean {
  let controls = 0;
  for (const code of sample) if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls++;
  return controls > sample.length * 0.1;
}

function markupFault(start: string): Fault {
  if (/<!doctype html|<html|<table|<head|<body/i.test(start)) return unreadable('a web page, though it may be called .xls', saveAsXlsx);
  if (/schemas-microsoft-com:office:spreadsheet/i.test(start)) return unreadable('an Excel 2003 XML spreadsheet', saveAsXlsx);
  if (/auditfile/i.test(start)) return unreadable('a SAF-T audit file', 'export the general ledger as .xlsx or .csv');
  return unreadable('an XML document', exportAsTable);
}
