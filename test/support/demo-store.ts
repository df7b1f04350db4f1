/** A store filled with some months of the demo plant, each file through the real intake: reader child, writer thread, one commit a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { CoreContext } from '../../electron/core/context.ts';
import { applicationRoot, entryFile } from '../../electron/core/entries.ts';
import { startWriter } from '../../electron/core/writer.ts';
import { demoFiles, demoPlant } from '../../electron/demo/files.ts';
import { importFile } from '../../electron/intake/import-file.ts';
import { importOptions } from '../../electron/intake/import-options.ts';
import { createReaderHost, forkTransport } from '../../electron/intake/reader-host.ts';
import { receiveUpload } from '../../electron/intake/uploads.ts';
import { openReading, openStore } from '../../electron/store/open.ts';
import { createPlant, resolvePlant, savePlant } from '../../electron/store/plants.ts';
import { systemClock } from '../../electron/system-clock.ts';

export interface DemoStore {
  context: CoreContext;
  close: () => Promise<void>;
}

export async function demoStore(range: { from: string; to: string; asOf: string }): Promise<DemoStore> {
  const folder = mkdtempSync(join(tmpdir(), 'plant-cockpit-demo-'));
  const storeFile = join(folder, 'store.sqlite');
  const resourcesFolder = join(applicationRoot(), 'resources');
  const writing = openStore(storeFile);
  const about = demoPlant(resourcesFolder);
  createPlant(writing, about.code, '2026-01-01T00:00:00.000Z');
  savePlant(writing, { ...resolvePlant(writing, about.code), name: about.name, currency: about.currency });
  const log = { info: () => undefined, error: () => undefined };
  const reader = createReaderHost({ transport: forkTransport({ entry: entryFile('reader-child') }), log });
  const context: CoreContext = {
    reading: openReading(storeFile),
    writing,
    writer: startWriter({ storeFile, asOf: range.asOf }),
    reader,
    clock: systemClock(range.asOf),
    log,
    places: { storeFile, resourcesFolder, incomingFolder: join(folder, 'incoming'), packsFolder: join(folder, 'packs') },
    caller: { door: 'command-line', actor: 'tester', host: 'here', asOf: range.asOf },
    signal: new AbortController().signal,
  };
  for (const file of demoFiles({ resourcesFolder, from: range.from, to: range.to })) {
    const body = Readable.toWeb(Readable.from([file.bytes]));
    const { upload } = await receiveUpload(context.places, file.name, body);
    for await (const event of importFile(context, { upload, options: importOptions.parse({ plant: about.code }), mode: 'commit' })) {
      const refused = event.type === 'result' ? event.results.find((result) => result.status !== 'committed') : undefined;
      if (refused) throw new Error(`${file.name}: ${refused.status} ${JSON.stringify(refused.problems.slice(0, 2))}`);
    }
  }
  return {
    context,
    close: async () => {
      reader.close();
      await context.writer.close();
      context.reading.close();
      writing.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
