/**
 * The watch over all folders, in the core and not in a door. Of several processes on one store one watches; another takes over when it
 * ends. Which folders there are is asked of the store, so that a folder added through any door is watched at once.
 */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CoreContext } from '../core/context.ts';
import { holdAlone, type Hold } from '../store/sole.ts';
import { FolderWatch, watchPace, type OneAtATime, type WatchPace } from './watch-folder.ts';
import { foldersToLookAt, listWatchFolders, type WatchFolder } from './watch-store.ts';

export interface Watching {
  /** Ends when the file in hand is done or cancelled. */
  stop(): Promise<void>;
}

interface Running {
  watch: FolderWatch;
  options: string;
  abort: AbortController;
  ended: Promise<void>;
}

const superviseMs = 500;

export function startWatching(contextFor: (signal: AbortSignal) => CoreContext, pace: WatchPace = watchPace): Watching {
  const ending = new AbortController();
  const running = new Map<number, Running>();
  const oneAtATime = inTurn();
  let hold: Hold | null = null;
  let wake: (() => void) | null = null;
  const context = watchContext(contextFor(ending.signal));

  const start = (folder: WatchFolder): void => {
    const abort = new AbortController();
    const parts = { context: { ...context, signal: AbortSignal.any([abort.signal, ending.signal]) }, pace, oneAtATime };
    const watch = new FolderWatch(folder, parts);
    running.set(folder.folder, { watch, options: optionsOf(folder), abort, ended: watch.run() });
  };
  const end = async (folder: number): Promise<void> => {
    const one = running.get(folder);
    running.delete(folder);
    one?.abort.abort();
    await one?.ended;
  };
  const supervise = async (): Promise<void> => {
    const folders = listWatchFolders(context.reading).filter((folder) => !folder.isPaused);
    if (folders.length > 0 && hold === null) {
      hold = holdAlone(join(dirname(context.places.incomingFolder), 'watch.lock'));
      if (hold) await rm(context.places.incomingFolder, { recursive: true, force: true }); // leavings of a watch that was killed
    }
    if (hold === null) return;
    for (const [number, one] of running) {
      const folder = folders.find((candidate) => candidate.folder === number);
      if (!folder || optionsOf(folder) !== one.options) await end(number);
    }
    for (const folder of folders) if (!running.has(folder.folder)) start(folder);
    for (const number of foldersToLookAt(context.reading)) running.get(number)?.watch.hint();
  };
  const loop = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        await supervise();
      } catch (error) {
        context.log.error('watch', error); // a busy store is asked again
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, superviseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (ending.signal.aborted) wake();
      });
    }
  };
  const looping = loop();

  return {
    stop: async () => {
      ending.abort();
      wake?.();
      await looping;
      for (const number of [...running.keys()]) await end(number);
      hold?.release();
    },
  };
}

// Copies of watched files lie apart from what a door handed in: neither removes the other's.
function watchContext(context: CoreContext): CoreContext {
  const incomingFolder = join(dirname(context.places.incomingFolder), 'watched');
  return { ...context, places: { ...context.places, incomingFolder }, caller: { ...context.caller, door: 'watch' } };
}

function optionsOf(folder: WatchFolder): string {
  return JSON.stringify([folder.path, folder.plant, folder.withSubfolders]);
}

function inTurn(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => null); // its own caller hears of it
    return next;
  };
}
