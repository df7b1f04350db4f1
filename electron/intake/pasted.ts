/** What was pasted from the clipboard, as a file: named by the minute, kept and read like any other. */
import { Readable } from 'node:stream';
import type { CoreContext } from '../core/context.ts';
import { receiveUpload } from './uploads.ts';

export type PasteEvent = { type: 'pasted'; upload: string; name: string };

/** Stores tab-separated text as an upload named `Clipboard 2026-11-22 2231.tsv`. */
export async function* takePasted(input: { text: string }, context: CoreContext): AsyncGenerator<PasteEvent, void, void> {
  const name = clipboardName(context.clock.now(), context.clock.zone());
  const { upload } = await receiveUpload(context.places, name, Readable.toWeb(Readable.from([Buffer.from(input.text, 'utf8')])));
  yield { type: 'pasted', upload, name };
}

/** The name in the user's own time. */
export function clipboardName(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(Date.parse(instant))
    .reduce<Record<string, string>>((all, part) => ({ ...all, [part.type]: part.value }), {});
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return `Clipboard ${year}-${month}-${day} ${hour}${minute}.tsv`;
}
