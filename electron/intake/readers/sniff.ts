/** Which reader a file belongs to, by its bytes. What we can't read is named, with the way out. */
import { Fault } from '../../../shared/faults.ts';
import { isCompoundFile, openCompoundFile } from './compound-file.ts';
import { decodeAs, detectEncoding } from './delimited/encoding.ts';
import { isList } from './list/lines.ts';
import { isMime } from './html/mime.ts';
import { isSie } from './sie/read.ts';
import { encryptedFault, openZip, type Zip } from './zip.ts';

export type ReaderName = 'xls' | 'xlsb' | 'ods' | 'html' | 'spreadsheetml' | 'zip' | 'xlsx' | 'delimited' | 'list' | 'sie' | 'saf-t' | 'ms-project' | 'xml';

/** Faults: file-kind, file-encrypted, file-corrupt, file-too-large. */
export function sniff(bytes: Buffer): ReaderName {
  const magic = bytes.toString('latin1', 0, 8);
  if (magic.startsWith('PK\x03\x04') || magic.startsWith('PK\x05\x06') || magic.startsWith('PK\x07\x08')) return sniffZip(openZip(bytes));
  if (isCompoundFile(bytes)) return sniffCompound(bytes);
  if (isBareWorkbook(bytes)) return 'xls';
  const binary = binaryKinds.find(({ starts }) => starts.some((start) => magic.startsWith(start)));
  if (binary) throw unreadable(binary.is, binary.fix);
  return sniffText(bytes);
}

const saveAsXlsx = 'open it in Excel and save it as .xlsx';
const exportAsTable = 'export the table behind it as .xlsx or .csv';

const binaryKinds: { starts: string[]; is: string; fix: string; document?: true }[] = [
  { starts: ['%PDF'], is: 'a PDF document', fix: exportAsTable, document: true },
  { starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'RIFF'], is: 'a picture', fix: exportAsTable, document: true },
  { starts: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ', '(\xb5/\xfd'], is: 'a compressed archive', fix: 'unpack it and import the files in it' },
  { starts: ['{\\rtf'], is: 'a formatted text document', fix: exportAsTable, document: true },
  { starts: ['SQLite f'], is: 'a database', fix: 'restore it under Settings if it is a backup of this program, else export a table from it' },
  { starts: ['\x09\x04', '\x09\x02', '\x09\x00\x04'], is: 'a very old Excel workbook', fix: saveAsXlsx },
];

/** Documents and pictures: what comes beside data in an archive and holds none. */
export function isDocument(bytes: Buffer): boolean {
  const magic = bytes.toString('latin1', 0, 8);
  return binaryKinds.some(({ document, starts }) => document === true && starts.some((start) => magic.startsWith(start)));
}

function unreadable(is: string, fix: string): Fault {
  return new Fault('file-kind', `The file is ${is}: ${fix}.`);
}

function sniffZip(zip: Zip): ReaderName {
  const has = (part: string): boolean => zip.entries.has(part);
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('word/document.xml')) throw unreadable('a Word document', 'copy its table into Excel and save it as .xlsx');
  if (has('ppt/presentation.xml')) throw unreadable('a PowerPoint presentation', 'copy its table into Excel and save it as .xlsx');
  if (has('content.xml') && (has('mimetype') || has('meta-inf/manifest.xml'))) return 'ods';
  if (has('index/document.iwa') || has('index.zip')) throw unreadable('an Apple Numbers document', 'export it from Numbers to Excel (.xlsx)');
  if (has('_rels/.rels') && has('[content_types].xml')) return 'xlsx';
  return 'zip';
}

function sniffCompound(bytes: Buffer): ReaderName {
  const { names } = openCompoundFile(bytes);
  if (names.includes('EncryptedPackage')) throw encryptedFault();
  if (names.includes('Workbook') || names.includes('Book')) return 'xls';
  if (names.includes('WordDocument')) throw unreadable('an old Word document', 'copy its table into Excel and save it as .xlsx');
  throw unreadable('an old Office file', saveAsXlsx);
}

// Scripts write the records of an old workbook without their container: a first record of eight bytes or sixteen that opens a workbook or sheet.
function isBareWorkbook(bytes: Buffer): boolean {
  if (bytes.length < 12 || bytes.readUInt16LE(0) !== 0x809) return false;
  const length = bytes.readUInt16LE(2);
  const kind = bytes.readUInt16LE(6);
  return (length === 8 || length === 16) && (kind === 0x05 || kind === 0x10);
}

function sniffText(bytes: Buffer): ReaderName {
  const encoding = detectEncoding(bytes);
  const sample = bytes.subarray(0, 64 * 1024);
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be' && looksBinary(sample)) {
    throw unreadable('neither a workbook nor a table in text', 'export it as .xlsx or .csv');
  }
  const text = decodeAs(sample, encoding).replaceAll('\0', '').trimStart();
  const start = text.slice(0, 4096);
  if (/^<(\?xml|!|[a-z])/i.test(start) && /<\/|\/>|<\?xml|<!doctype/i.test(start)) return sniffMarkup(start);
  if (/^(\{\s*"|\[\s*(\{|\[|"|\]))/.test(start)) throw unreadable('a JSON document', exportAsTable);
  if (isMime(start)) return 'html';
  if (isSie(start)) return 'sie';
  return isList(text) ? 'list' : 'delimited';
}

// Text has a stray NUL or form feed at most; programs and pictures are full of control characters.
function looksBinary(sample: Buffer): boolean {
  let controls = 0;
  for (const code of sample) if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls++;
  return controls > sample.length * 0.1;
}

function sniffMarkup(start: string): ReaderName {
  if (/schemas-microsoft-com:office:spreadsheet/i.test(start) && !/<html/i.test(start)) return 'spreadsheetml';
  const declared = /^<\?xml/i.test(start);
  const root = rootName(start);
  if (htmlRoots.has(root.toLowerCase()) || (!declared && /<!doctype html|<html|<table|<head\b|<body|<meta|<style|<div/i.test(start))) return 'html';
  if (root === 'AuditFile') return 'saf-t';
  if (root === 'Project' && /schemas\.microsoft\.com\/project/i.test(start)) return 'ms-project';
  return 'xml';
}

const htmlRoots = new Set(['html', 'head', 'body', 'table', 'meta', 'style', 'div', 'title', 'script', 'link', 'tr', 'p', 'center', 'font', 'span', 'form']);

// The first element's name without its prefix; comments and declarations may stand before it.
function rootName(start: string): string {
  return /<(?:[\w.-]+:)?([\p{L}_][\p{L}\p{N}_.-]*)/u.exec(withoutComments(start))?.[1] ?? '';
}

function withoutComments(text: string): string {
  let rest = text;
  for (let open = rest.indexOf('<!--'); open >= 0; open = rest.indexOf('<!--')) {
    const close = rest.indexOf('-->', open);
    rest = close < 0 ? rest.slice(0, open) : rest.slice(0, open) + rest.slice(close + 3);
  }
  return rest;
}
