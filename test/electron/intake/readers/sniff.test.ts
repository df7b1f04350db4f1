import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { writeXlsx } from '../../../support/xlsx-writer.ts';
import { writeZip } from '../../../support/zip-writer.ts';

function compoundFile(streams: { name: string; content: Buffer }[]): Buffer {
  // Header, one table sector, one directory sector, then each stream in sectors of its own (4,096 bytes or more: no mini stream).
  const table: number[] = [0xfffffffd, 0xfffffffe];
  const directory = Buffer.alloc(512 * Math.ceil((streams.length + 1) / 4));
  const contents: Buffer[] = [];
  const entry = (index: number, name: string, type: number): number => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory[at + 66] = type;
    return at;
  };
  directory.writeUInt32LE(0xfffffffe, entry(0, 'Root Entry', 5) + 116);
  streams.forEach(({ name, content }, index) => {
    const sectors = Math.ceil(content.length / 512);
    const at = entry(index + 1, name, 2);
    directory.writeUInt32LE(table.length, at + 116);
    directory.writeUInt32LE(content.length, at + 120);
    for (let i = 1; i < sectors; i++) table.push(table.length + 1);
    table.push(0xfffffffe);
    contents.push(Buffer.concat([content, Buffer.alloc(sectors * 512 - content.length)]));
  });
  const header = Buffer.alloc(512, 0xff);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0, 76);
  const tableSector = Buffer.alloc(512, 0xff);
  table.forEach((next, index) => tableSector.writeUInt32LE(next, index * 4));
  return Buffer.concat([header, tableSector, directory, ...contents]);
}

function biff(records: [number, number][]): Buffer {
  const stream = Buffer.concat(
    records.map(([type, length]) => {
      const record = Buffer.alloc(4 + length);
      record.writeUInt16LE(type, 0);
      record.writeUInt16LE(length, 2);
      if (type === 0x809) record.writeUInt32LE(0x0005_0600, 4);
      return record;
    }),
  );
  return Buffer.concat([stream, Buffer.alloc(4608 - stream.length)]);
}

describe('a file that is no table', () => {
  const files: [string, Buffer, string, RegExp][] = [
    ['nothing', Buffer.alloc(0), 'file-empty', /export it again/],
    ['white space', Buffer.from(' \r\n\t\n'), 'file-empty', /white space/],
    [
      'an encrypted workbook',
      compoundFile([
        { name: 'EncryptionInfo', content: Buffer.alloc(4096) },
        { name: 'EncryptedPackage', content: Buffer.alloc(4608) },
      ]),
      'file-encrypted',
      /remove the password/,
    ],
    [
      'an encrypted old workbook',
      compoundFile([
        {
          name: 'Workbook',
          content: biff([
            [0x809, 16],
            [0x2f, 54],
            [0x85, 20],
            [0x0a, 0],
          ]),
        },
      ]),
      'file-encrypted',
      /remove the password/,
    ],
    [
      'an old workbook without a sheet',
      compoundFile([
        {
          name: 'Workbook',
          content: biff([
            [0x809, 16],
            [0x0a, 0],
            [0x2f, 4],
          ]),
        },
      ]),
      'file-corrupt',
      /no sheet with cells/,
    ],
    ['an old Word document', compoundFile([{ name: 'WordDocument', content: Buffer.alloc(4096) }]), 'file-kind', /old Word document/],
    ['a broken old file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(40)]), 'file-kind', /old Office file/],
    ['a binary workbook without its parts', writeZip([{ name: 'xl/workbook.bin', content: 'x' }]), 'file-corrupt', /xl\/workbook\.bin/],
    ['a very old workbook', Buffer.from('0904060000001000000000000000', 'hex'), 'file-kind', /very old Excel workbook/],
    ['a Word document', writeZip([{ name: 'word/document.xml', content: '<x/>' }]), 'file-kind', /Word document/],
    ['an empty zip', writeZip([]), 'file-empty', /empty zip archive/],
    ['a cut-off workbook', writeXlsx({ sheets: [{ name: 'S', rows: [['a']] }] }).subarray(0, 900), 'file-corrupt', /cut off/],
    ['an encrypted zip part', writeZip([{ name: 'xl/workbook.xml', content: '<x/>', flags: 1 }]), 'file-encrypted', /password/],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), 'file-kind', /PDF document: export the table/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'file-kind', /picture/],
    ['an archive', Buffer.from('1f8b0800000000', 'hex'), 'file-kind', /compressed archive: unpack it/],
    ['a database', Buffer.from('SQLite format 3\0'), 'file-kind', /database/],
    ['a web page', Buffer.from('\n<html><body><p>1</p></body></html>'), 'file-kind', /web page without a table/],
    [
      'an empty XML spreadsheet',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'file-corrupt',
      /no sheet/,
    ],
    ['a SAF-T file', Buffer.from('\ufeff<?xml version="1.0"?><n1:AuditFile xmlns:n1="urn:x"/>'), 'file-kind', /SAF-T/],
    ['any XML, in UTF-16', Buffer.from('\ufeff<?xml version="1.0"?><a><b/></a>', 'utf16le'), 'file-kind', /no elements/],
    ['JSON', Buffer.from('[{"a":1}]'), 'file-kind', /JSON/],
    ['machine code', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)), 'file-kind', /neither a workbook nor/],
  ];
  it.each(files)('is refused with what to do: %s', async (_, bytes, code, message) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) as unknown });
  });

  it('is told by its content, whatever looks similar', async () => {
    await expect(readBytes(Buffer.from('<Date>;Value\n1;2\n'))).resolves.toMatchObject({ kind: 'delimited', delimiter: ';' });
    await expect(readBytes(Buffer.from('BM,Value\n1,2\n'))).resolves.toMatchObject({ kind: 'delimited' });
    await expect(readBytes(Buffer.from('PK,Value\n1,2\n'))).resolves.toMatchObject({ kind: 'delimited' });
    await expect(readBytes(Buffer.from('[Line],[Good]\n1,2\n'))).resolves.toMatchObject({ kind: 'delimited' });
  });
});
