import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReading, openStore, schemaVersion } from '../../../electron/store/open.ts';
import { temporaryFolder } from '../../support/store.ts';

function pragmas(file: string, open: typeof openStore) {
  const db = open(file);
  try {
    return {
      journal: db.raw.pragma('journal_mode', { simple: true }),
      synchronous: db.raw.pragma('synchronous', { simple: true }),
      foreignKeys: db.raw.pragma('foreign_keys', { simple: true }),
      trusted: db.raw.pragma('trusted_schema', { simple: true }),
      version: db.raw.pragma('user_version', { simple: true }),
    };
  } finally {
    db.close();
  }
}

describe('opening the store', () => {
  it('sets FULL, foreign keys and no trusted schema on a reopened file too, for writing and for reading', () => {
    const file = join(temporaryFolder(), 'store.sqlite');
    const wanted = { journal: 'wal', synchronous: 2, foreignKeys: 1, trusted: 0, version: schemaVersion() };
    expect(pragmas(file, openStore)).toEqual(wanted);
    expect(pragmas(file, openStore)).toEqual(wanted);
    expect(pragmas(file, openReading)).toEqual(wanted);
  });

  it('shows why: a reopened file without our pragmas is weaker (positive control)', () => {
    const file = join(temporaryFolder(), 'store.sqlite');
    openStore(file).close();
    const bare = new Database(file);
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    bare.close();
  });

  it('runs on a SQLite that has the WAL-reset mended', () => {
    const db = openStore(join(temporaryFolder(), 'store.sqlite'));
    const version = String(db.raw.prepare('select sqlite_version()').pluck().get()).split('.').map(Number);
    db.close();
    expect((version[0] ?? 0) * 1e6 + (version[1] ?? 0) * 1e3 + (version[2] ?? 0)).toBeGreaterThanOrEqual(3_051_003);
  });

  it('refuses a newer store and leaves its bytes alone', () => {
    const file = join(temporaryFolder(), 'store.sqlite');
    openStore(file).close();
    const raw = new Database(file);
    raw.pragma('user_version = 999');
    raw.pragma('journal_mode = DELETE');
    raw.close();
    const before = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(() => openStore(file)).toThrow(/found 999; install the newer/);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(before);
  });

  it('refuses a foreign database and a file that is none', () => {
    const folder = temporaryFolder();
    const foreign = new Database(join(folder, 'other.sqlite'));
    foreign.exec('create table t (x)');
    foreign.close();
    expect(() => openStore(join(folder, 'other.sqlite'))).toThrow(/another program’s database/);
    writeFileSync(join(folder, 'text.sqlite'), 'not a database, however long it may be'.repeat(100));
    expect(() => openStore(join(folder, 'text.sqlite'))).toThrow(/damaged contents/);
  });
});
