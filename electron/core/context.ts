/** What a procedure may know about the world: clock, ids, log and places come from here, so that a fixed clock gives the same bytes. */
import type { ReaderHost } from '../intake/reader-host.ts';
import type { Connection } from '../store/database.ts';
import type { Writer } from './writer.ts';
import type { Caller, Clock, Log, Places } from './world.ts';

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
