/** What a procedure may know about the world: clock, ids, log and places come from here, so that a fixed clock gives the same bytes. */
import type { ReaderHost } from '../intake/reader-host.ts';
import type { Connection } from '../store/database.ts';
import type { Writer } from './writer.ts';

export interface Clock {
  /** UTC instant, ISO 8601 with milliseconds. */
  now(): string;
  /** IANA zone of the machine. */
  zone(): string;
  /** Today's local ISO day, or `--as-of`. */
  today(): string;
}

export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean | null>): void;
  error(event: string, error: unknown): void;
}

export interface Places {
  /** The SQLite file. */
  storeFile: string;
  /** Packs made, by their content. */
  packsFolder: string;
  /** Uploads not yet committed. */
  incomingFolder: string;
  /** resources/ of the application. */
  resourcesFolder: string;
}

export type DoorName = 'desktop' | 'browser' | 'command-line';

export interface Caller {
  door: DoorName;
  /** Operating-system user. */
  actor: string;
  host: string;
  /** The “today” of every calculation; null for the clock's own. */
  asOf: string | null;
}

export interface CoreContext {
  /** Read-only connection. */
  reading: Connection;
  /** For short commands; long writes go to the writer thread. */
  writing: Connection;
  /** The writer thread: import commits, undo. */
  writer: Writer;
  /** Reads untrusted files in a child process. */
  reader: ReaderHost;
  clock: Clock;
  log: Log;
  places: Places;
  caller: Caller;
  /** Aborted when the request is. */
  signal: AbortSignal;
}
