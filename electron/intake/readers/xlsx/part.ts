/** One XML part of a workbook through the scanner, block by block. */
import { XmlFeed, XmlScanner, type XmlHandler } from '../xml.ts';
import { inflateEntry, type Zip, type ZipEntry } from '../zip.ts';

/** `between` is awaited after each block with the share of the part that is done, 0–1. */
export async function scanPart(zip: Zip, entry: ZipEntry, handler: XmlHandler, between?: (done: number) => Promise<void>): Promise<void> {
  const feed = new XmlFeed(new XmlScanner(entry.name, handler));
  let inflated = 0;
  for await (const block of inflateEntry(zip, entry)) {
    feed.feed(block);
    inflated += block.length;
    if (between) await between(inflated / Math.max(entry.inflatedBytes, 1));
  }
  feed.end();
}

/** A part by its path, case ignored. */
export function findPart(zip: Zip, path: string): ZipEntry | undefined {
  return zip.entries.get(path.toLowerCase());
}

/** A handler that looks only at opening tags. */
export function onOpen(open: XmlHandler['open']): XmlHandler {
  return { open, close: () => undefined, text: () => undefined, literal: () => undefined };
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
