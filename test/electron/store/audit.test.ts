import { describe, expect, it } from 'vitest';
import { auditHead, firstTampered, recordAudit } from '../../../electron/store/audit.ts';
import type { Connection } from '../../../electron/store/database.ts';
import { freshStore } from '../../support/store.ts';

const clock = { now: () => '2026-10-31T12:00:00.000Z', zone: () => 'Europe/Berlin', today: () => '2026-10-31' };
const caller = { door: 'command-line' as const, actor: 'tester', host: 'pc', asOf: null };

function filled(): Connection {
  const { db } = freshStore();
  for (let row = 1; row <= 5; row += 1) recordAudit(db, { action: 'test', subject: `row ${String(row)}`, detail: { row }, clock, caller });
  return db;
}

// the triggers are the first wall; whoever takes them down is seen by the chain
function unguarded(db: Connection): Connection {
  db.raw.exec('drop trigger audit_entry_is_append_only_update; drop trigger audit_entry_is_append_only_delete');
  return db;
}

describe('the audit trail', () => {
  it('is whole as written and has a head', () => {
    const db = filled();
    expect(firstTampered(db)).toBeNull();
    expect(auditHead(db)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('can’t be changed or deleted', () => {
    const db = filled();
    expect(() => db.run(`update audit_entry set detail = '{}' where seq = 2`)).toThrow(/append-only/);
    expect(() => db.run('delete from audit_entry where seq = 5')).toThrow(/append-only/);
  });

  it.each([
    ['an edit', `update audit_entry set detail = '{"row":9}' where seq = 3`, 3],
    ['a deletion', 'delete from audit_entry where seq = 3', 4],
    ['a swap', 'update audit_entry set seq = case seq when 2 then -3 else -2 end where seq in (2, 3); update audit_entry set seq = -seq where seq < 0', 2],
  ])('shows %s', (_name, sql, at) => {
    const db = unguarded(filled());
    db.raw.exec(sql);
    expect(firstTampered(db)).toBe(at);
  });

  it('shows a cut tail against a head noted elsewhere', () => {
    const db = unguarded(filled());
    const noted = auditHead(db);
    db.raw.exec('delete from audit_entry where seq = 5');
    expect(firstTampered(db)).toBeNull();
    expect(auditHead(db)).not.toBe(noted);
  });
});
