/**
 * Being the only one at something, across processes: a lock on a small database file beside the store. The operating system lets go of
 * it when the process dies, so that nothing stale is ever left to judge.
 */
import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Hold {
  release(): void;
}

/** Takes the lock; null while another holds it. */
export function holdAlone(file: string): Hold | null {
  mkdirSync(dirname(file), { recursive: true });
  const raw = new Database(file, { timeout: 0 });
  try {
    raw.exec('begin exclusive');
  } catch (error) {
    raw.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return {
    release: () => {
      raw.close();
    },
  };
}
