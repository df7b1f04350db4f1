/** A context for calling a router's queries on a test store, with a fixed as-of day. */
import type { CoreContext } from '../../../../electron/core/context.ts';
import type { Connection } from '../../../../electron/store/database.ts';

export function contextOf(db: Connection, asOf: string): CoreContext {
  const known: Pick<CoreContext, 'reading' | 'writing' | 'clock' | 'caller' | 'signal'> = {
    reading: db,
    writing: db,
    clock: { now: () => `${asOf}T12:00:00.000Z`, zone: () => 'UTC', today: () => asOf },
    caller: { door: 'command-line', actor: 'test', host: 'test', asOf: null },
    signal: new AbortController().signal,
  };
  return known as unknown as CoreContext; // queries reach neither the writer, the reader nor the places
}
