/** A file that nobody may read now: tried again quietly, shown as locked after a while, imported when it is free. */
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { CoreContext } from '../../../electron/core/context.ts';
import { applicationRoot, entryFile } from '../../../electron/core/entries.ts';
import { startWriter } from '../../../electron/core/writer.ts';
import { createReaderHost, forkTransport } from '../../../electron/intake/reader-host.ts';
import { listArrived, listOutcomes, saveWatchFolder } from '../../../electron/intake/watch-store.ts';
import { startWatching } from '../../../electron/intake/watch.ts';
import { watchPace } from '../../../electron/intake/watch-folder.ts';
import { openReading } from '../../../electron/store/open.ts';
import { systemClock } from '../../../electron/system-clock.ts';
import { freshStore, temporaryFolder } from '../../support/store.ts';
import { report, until } from './watch-core.ts';

function coreIn(folder: string): CoreContext {
  const { db, file } = freshStore();
  const errors: unknown[] = [];
  const log = {
    info: () => undefined,
    error: (event: string, error: unknown) => {
      errors.push(event, error);
    },
  };
  const writer = startWriter({ storeFile: file, asOf: null });
  const reader = createReaderHost({ transport: forkTransport({ entry: entryFile('reader-child') }), log });
  const reading = openReading(file);
  onTestFinished(async () => {
    reader.close();
    await writer.close();
    reading.close();
    expect(errors).toEqual([]);
  });
  const places = {
    storeFile: file,
    packsFolder: join(folder, 'packs'),
    incomingFolder: join(folder, 'incoming'),
    resourcesFolder: join(applicationRoot(), 'resources'),
  };
  const caller = { door: 'browser', actor: 'tester', host: hostname(), asOf: null } as const;
  return { reading, writing: db, writer, reader, clock: systemClock(null), log, places, caller, signal: new AbortController().signal };
}

// root reads everything: for as long as the file is locked the test is nobody.
function lock(path: string): () => void {
  const mode = statSync(path).mode;
  chmodSync(path, 0o000);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  return () => {
    if (isRoot) process.seteuid?.(0);
    chmodSync(path, mode);
  };
}

it.skipIf(process.platform === 'win32')('waits for a locked file and takes it when it is free', { timeout: 40_000 }, async () => {
  const [own, path] = [temporaryFolder(), temporaryFolder()];
  const context = coreIn(own);
  for (const folder of [own, path]) chmodSync(folder, 0o777);
  mkdirSync(join(own, 'watched'), { mode: 0o777 });
  chmodSync(join(own, 'watched'), 0o777);
  const file = join(path, 'open in Excel.csv');
  writeFileSync(file, report([{ day: '2026-10-01', line: 'Press 1', good: 900 }]));
  context.writing.transact(() => saveWatchFolder(context.writing, { path, plant: null, withSubfolders: false, at: context.clock.now() }));
  const unlock = lock(file);
  const watching = startWatching((signal) => ({ ...context, signal }), { ...watchPace, lockedMs: 800, sharedMs: 500 });
  try {
    const [waiting] = await until(
      () => Promise.resolve(listArrived(context.reading)),
      (files) => files.length > 0,
      10_000,
    );
    expect(waiting).toMatchObject({ state: 'locked', relativePath: 'open in Excel.csv', reason: expect.stringContaining('another program') as string });
  } finally {
    unlock();
  }
  const outcomes = await until(
    () => Promise.resolve(listOutcomes(context.reading, { folderPath: path, limit: 10 })),
    (list) => list.length === 2,
  );
  expect(outcomes.map(({ outcome, rowsNew }) => [outcome, rowsNew])).toEqual([
    ['imported', 1],
    ['locked', 0],
  ]);
  expect(listArrived(context.reading)).toEqual([]);
  expect(existsSync(file)).toBe(true);
  await watching.stop();
});
