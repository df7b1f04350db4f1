import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOwnZip, writeZip } from '../../../electron/packs/zip.ts';
import { inFolder } from '../../fixtures/packs/printing.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const entries = [
  { name: 'b/ä.txt', bytes: text('b'.repeat(5000)) },
  { name: '[Content_Types].xml', bytes: text('<x/>') },
  { name: 'a.txt', bytes: new Uint8Array() },
];

test('the bytes do not depend on the order of the entries', () => {
  expect(writeZip(entries)).toEqual(writeZip([...entries].reverse()));
});

test('what is written can be read back, content types first', () => {
  const read = readOwnZip(writeZip(entries));
  expect(read.map((entry) => entry.name)).toEqual(['[Content_Types].xml', 'a.txt', 'b/ä.txt']);
  expect(read.find((entry) => entry.name === 'b/ä.txt')?.bytes).toEqual(text('b'.repeat(5000)));
});

test('an independent reader accepts it', () => {
  inFolder((folder) => {
    const file = join(folder, 'x.zip');
    writeFileSync(file, writeZip(entries));
    const listing = execFileSync('python3', ['-c', 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), sorted(z.namelist()))', file], {
      encoding: 'utf8',
    });
    expect(listing.trim()).toBe("None ['[Content_Types].xml', 'a.txt', 'b/ä.txt']");
  });
});
