/** How every door sets up its core: where the store lies unless a path is given, and what lies beside it. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { applicationRoot } from '../core/entries.ts';
import type { CoreOptions } from '../core/protocol.ts';

export const STORE_FILE_NAME = 'plant-cockpit.sqlite';
const APPLICATION_FOLDER = 'Plant Cockpit';

export interface DoorChoices {
  /** null: the user's own store. */
  storeFile: string | null;
  door: CoreOptions['door'];
  asOf: string | null;
  reader: CoreOptions['reader'];
}

/** The user's own store: the same file whichever door opens it (Electron's userData folder). */
export function defaultStoreFile(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): string {
  return join(userFolder(platform, environment), APPLICATION_FOLDER, STORE_FILE_NAME);
}

/** Makes the store's folder and says where everything is. */
export function coreOptions(choices: DoorChoices): CoreOptions {
  const storeFile = choices.storeFile === null ? defaultStoreFile() : resolve(choices.storeFile);
  mkdirSync(dirname(storeFile), { recursive: true });
  // Named after the store, so that two stores in one folder share nothing.
  const dataFolder = `${storeFile}-files`;
  const root = applicationRoot();
  return {
    storeFile,
    dataFolder,
    resourcesFolder: join(root, 'resources'),
    rendererFolder: join(root, 'out/renderer'),
    door: choices.door,
    asOf: choices.asOf,
    logFile: join(dataFolder, 'plant-cockpit.log'),
    reader: choices.reader,
  };
}

function userFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (platform === 'win32') return environment['APPDATA'] ?? join(home, 'AppData/Roaming');
  if (platform === 'darwin') return join(home, 'Library/Application Support');
  return environment['XDG_CONFIG_HOME'] ?? join(home, '.config');
}
