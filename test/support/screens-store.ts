/** A store with one invented plant's October, made by the product's own command line. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { plantFiles } from './screens-files.ts';

const root = resolve(import.meta.dirname, '../..');

/** The folder is the caller's to remove; the store's file lies in it. */
export function filledStore(): { folder: string; storeFile: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-screens-'));
  const storeFile = join(folder, 'store.sqlite');
  const paths = plantFiles.map((file) => {
    const path = join(folder, file.name);
    writeFileSync(path, file.text);
    return path;
  });
  execFileSync(join(root, 'node_modules/.bin/node'), [join(root, 'out/main/cli.js'), 'import', ...paths, '--store', storeFile], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, storeFile };
}
