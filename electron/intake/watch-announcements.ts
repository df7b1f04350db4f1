/**
 * Hearing that something in a folder changed: only ever a hint to list it again. A folder that can’t announce anything is listed every
 * few seconds instead.
 */
import { watch } from 'chokidar';
import { basename } from 'node:path';
import { isPassedOver } from './watch-listing.ts';

export interface Announcements {
  /** Whether changes are announced; false from the moment the system refuses. */
  isHeard(): boolean;
  end(): void;
}

export function listenTo(folder: { path: string; withSubfolders: boolean }, onChange: () => void): Announcements {
  let heard = true;
  const watcher = watch(folder.path, {
    ignoreInitial: true,
    followSymlinks: false,
    ...(folder.withSubfolders ? {} : { depth: 0 }),
    ignored: (path) => path !== folder.path && isPassedOver(basename(path)),
  });
  watcher.on('all', onChange);
  watcher.on('ready', onChange); // what came while the listening began
  watcher.on('error', () => {
    heard = false;
    onChange();
  });
  return {
    isHeard: () => heard,
    end: () => {
      void watcher.close();
    },
  };
}

/** For folders whose changes nobody announces. */
export const silence: Announcements = {
  isHeard: () => false,
  end: () => {
    return;
  },
};
