/** Fills an empty store with the demo plant: its files go through the intake one by one, like anyone's. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { Fault } from '../../shared/faults.ts';
import { demoFiles, demoPlant } from '../demo/files.ts';
import { importFile } from '../intake/import-file.ts';
import { importOptions } from '../intake/import-options.ts';
import { receiveUpload } from '../intake/uploads.ts';
import { recordAudit } from '../store/audit.ts';
import { rowOf, type ReadDb } from '../store/database.ts';
import { createPlant, resolvePlant, savePlant } from '../store/plants.ts';
import type { CoreContext } from './context.ts';
import { job, router } from './procedures.ts';

export type DemoEvent = { type: 'progress'; file: string; done: number; total: number } | { type: 'filled'; files: number; facts: number };

export const demoRouter = router({
  fill: job({ summary: 'Fills an empty store with the demo plant.', input: z.object({}).prefault({}), run: fillDemo }),
});

async function* fillDemo(_input: object, context: CoreContext): AsyncGenerator<DemoEvent, void, void> {
  requireEmpty(context.reading);
  const { resourcesFolder } = context.places;
  const about = demoPlant(resourcesFolder);
  nameThePlant(context, about);
  const files = [...demoFiles({ resourcesFolder })];
  let facts = 0;
  for (const [index, file] of files.entries()) {
    yield { type: 'progress', file: file.name, done: index, total: files.length };
    facts += await importBytes(context, { ...file, plant: about.code });
  }
  yield { type: 'filled', files: files.length, facts };
}

async function importBytes(context: CoreContext, file: { name: string; bytes: Buffer; plant: string }): Promise<number> {
  const body = Readable.toWeb(Readable.from([file.bytes])); // Node's own web stream
  const { upload } = await receiveUpload(context.places, file.name, body);
  let facts = 0;
  for await (const event of importFile(context, { upload, options: importOptions.parse({ plant: file.plant }), mode: 'commit' })) {
    if (event.type !== 'result') continue;
    for (const result of event.results) {
      if (result.status !== 'committed') throw new Error(`demo file ${file.name} was ${result.status}: ${JSON.stringify(result.problems.slice(0, 3))}`);
      facts += result.facts;
    }
  }
  return facts;
}

function nameThePlant(context: CoreContext, about: ReturnType<typeof demoPlant>): void {
  const { writing, clock, caller } = context;
  writing.transact(() => {
    createPlant(writing, about.code, clock.now());
    const plant = { ...resolvePlant(writing, about.code), name: about.name, currency: about.currency, fiscalStartMonth: about.fiscalStartMonth };
    savePlant(writing, plant);
    recordAudit(writing, { action: 'plant.save', subject: `plant ${about.code}`, detail: { new: plant }, clock, caller });
  });
}

function requireEmpty(db: ReadDb): void {
  const found = rowOf<{ imports: number; plants: number }>(
    db.get('select (select count(*) from import_batch) as imports, (select count(*) from plant) as plants'),
  );
  if ((found?.imports ?? 0) === 0 && (found?.plants ?? 0) === 0) return;
  throw new Fault('store-not-empty', `demo: expected an empty store, found ${String(found?.imports ?? 0)} imports; name another file with --store.`);
}
