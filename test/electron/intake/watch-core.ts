/** A real core on a store of its own with watched folders on the disk, for the specs of the watch. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startCore } from '../../../electron/core/core-client.ts';
import { callsThrough, type Calls } from '../../../electron/doors/command-line/calls.ts';
import { coreOptions } from '../../../electron/doors/core-options.ts';

export interface WatchCore {
  calls: Calls;
  storeFile: string;
  close: () => Promise<void>;
}

/** Starts a core as the browser door does; closed with the test unless the test did. */
export async function watchCore(folder: string): Promise<WatchCore> {
  mkdirSync(join(folder, 'own'), { recursive: true });
  const storeFile = join(folder, 'own', 'store.sqlite');
  const core = await startCore(coreOptions({ storeFile, door: 'browser', asOf: null, reader: 'fork' }));
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= core.close());
  onTestFinished(close);
  return { calls: callsThrough(core), storeFile, close };
}

/** Watches a fresh folder beside the store; answers its path and number. */
export async function watchedFolder(core: WatchCore, path: string, withSubfolders = false): Promise<{ path: string; folder: number }> {
  mkdirSync(path, { recursive: true });
  const events: { type: string; folder?: number }[] = [];
  for await (const event of await core.calls.watch.add.mutate({ path, withSubfolders })) events.push(event);
  return { path, folder: events[0]?.folder ?? 0 };
}

/** Asks until the answer is as hoped, or gives the last answer after so long. */
export async function until<T>(ask: () => Promise<T>, hoped: (answer: T) => boolean, withinMs = 15_000): Promise<T> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    if (hoped(answer) || performance.now() - began > withinMs) return answer;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** A production report: one row a line, `good` units each. */
export function report(rows: { day: string; line: string; good: number }[]): string {
  return ['Date,Shift,Line,Product,Good,Scrap', ...rows.map(({ day, line, good }) => `${day},A,${line},AX-1,${String(good)},3`)].join('\n') + '\n';
}
