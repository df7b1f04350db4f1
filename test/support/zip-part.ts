/** One part of a zip as text: what a reader leaves out on purpose (fills, styles) can still be counted in a test. */
import { inflateRawSync } from 'node:zlib';
import { openZip } from '../../electron/intake/readers/zip.ts';

export function zipPart(bytes: Buffer, name: string): string {
  const entry = openZip(bytes).entries.get(name);
  if (!entry) throw new Error(`no part ${name}`);
  const content = bytes.subarray(entry.start, entry.start + entry.compressedBytes);
  return (entry.method === 0 ? content : inflateRawSync(content)).toString('utf8');
}
