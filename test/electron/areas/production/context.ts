/** A context for calling a router on a test store: fixed clock, everything else plain. */
import type { CoreContext } from '../../../../electron/core/context.ts';
import type { Connection } from '../../../../electron/store/database.ts';

export function contextOf(db: Connection, asOf: string): CoreContext {
  return {
    reading: db,
    writing: db,
    clock: { now: () => `${asOf}T12:00:00.000Z`, zone: () => 'UTC', today: () => asOf },
    log: { info: () => undefined, error: () => undefined },
    places: { storeFile: '', archiveFolder: '', incomingFolder: '', resourcesFolder: '' },
    caller: { door: 'command-line', actor: 'test', host: 'test', asOf: null },
    signal: new AbortController().signal,
  };
}
