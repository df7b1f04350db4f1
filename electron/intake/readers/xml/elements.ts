/** Walks a whole XML file element by element, for the readers of XML that is data: what was opened, what a leaf held, what was closed. */
import type { ReadHooks } from '../hooks.ts';
import { betweenBlocks } from '../hooks.ts';
import { decodeXmlText, XmlFeed, XmlScanner } from '../xml.ts';

export interface ElementVisitor {
  /** `path` is the element's own, root first; attributes are read through the scanner, during the call only. */
  open?(path: readonly string[], scanner: XmlScanner): void;
  /** `text` is what a leaf holds, trimmed; null for an element with elements inside. */
  close(path: readonly string[], text: string | null): void;
}

const blockBytes = 256 * 1024;

/** Faults: file-corrupt (a DOCTYPE too), cancelled, and what the visitor throws. */
export async function walkElements(bytes: Buffer, visitor: ElementVisitor, hooks: ReadHooks): Promise<void> {
  const path: string[] = [];
  let text = '';
  let leaf = false;
  const scanner = new XmlScanner('XML', {
    open: (name, own) => {
      path.push(name);
      text = '';
      leaf = true;
      visitor.open?.(path, own);
    },
    close: () => {
      visitor.close(path, leaf ? text.trim() : null);
      path.pop();
      text = '';
      leaf = false;
    },
    text: (buffer, start, end) => {
      if (leaf) text += decodeXmlText(buffer, start, end);
    },
    literal: (literal) => {
      if (leaf) text += literal;
    },
  });
  scanner.wantsText = true;
  const feed = new XmlFeed(scanner);
  for (let at = 0; at < bytes.length; at += blockBytes) {
    feed.feed(bytes.subarray(at, at + blockBytes));
    await betweenBlocks(hooks, Math.min(at + blockBytes, bytes.length), bytes.length);
  }
  feed.end();
}
