/** The messages between a door and the core worker. Bodies travel as transferred streams; cancelling is a message. */
import type { ReadableStream } from 'node:stream/web';
import type { DoorName } from './world.ts';

export interface CoreOptions {
  storeFile: string;
  dataFolder: string; // archive and uploads lie in it
  resourcesFolder: string;
  rendererFolder: string;
  door: DoorName;
  asOf: string | null;
  logFile: string | null; // null: standard error
  /** How the reader child is started: by the core itself, or by the door (Electron's utilityProcess lives in the main process). */
  reader: 'fork' | 'door';
}

export type ToCore =
  | { type: 'request'; id: number; method: string; url: string; headers: [string, string][]; body: ReadableStream | null }
  | { type: 'cancel'; id: number }
  | { type: 'reader-message'; reader: number; message: unknown }
  | { type: 'reader-exit'; reader: number; code: number | null }
  | { type: 'close' };

export type FromCore =
  | { type: 'ready' }
  | { type: 'failed'; message: string; code: string }
  | { type: 'response'; id: number; status: number; headers: [string, string][]; body: ReadableStream | null }
  | { type: 'reader-start'; reader: number; entry: string; heapMegabytes: number }
  | { type: 'reader-post'; reader: number; message: unknown }
  | { type: 'reader-kill'; reader: number }
  | { type: 'closed' };
