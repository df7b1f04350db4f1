/** The append-only audit trail: every change of a business number in the transaction that makes it, each row hashing the one before. */
import { createHash } from 'node:crypto';
import type { Caller, Clock } from '../core/world.ts';
import { rowOf, rowsOf, type ReadDb, type WriteDb } from './database.ts';

export interface AuditEvent {
  /** 'import.commit', 'import.undo', 'plant.save' … */
  action: string;
  subject: string;
  detail: Record<string, unknown>;
  clock: Clock;
  caller: Caller;
}

interface AuditRow {
  seq: number;
  at: string;
  zone: string;
  actor: string;
  host: string;
  door: string;
  action: string;
  subject: string;
  detail: string;
  previous_hash: string;
  hash: string;
}

/** Appends one row; call it inside the transaction of the change. */
export function recordAudit(db: WriteDb, event: AuditEvent): void {
  const last = rowOf<{ seq: number; hash: string }>(db.get('select seq, hash from audit_entry order by seq desc limit 1'));
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: event.clock.now(),
    zone: event.clock.zone(),
    actor: event.caller.actor,
    host: event.caller.host,
    door: event.caller.door,
    action: event.action,
    subject: event.subject,
    detail: JSON.stringify(event.detail),
    previous_hash: last?.hash ?? '',
  };
  db.run(
    `insert into audit_entry (seq, at, zone, actor, host, door, action, subject, detail, previous_hash, hash)
     values (@seq, @at, @zone, @actor, @host, @door, @action, @subject, @detail, @previous_hash, @hash)`,
    { ...row, hash: hashOf(row) },
  );
}

/** The last hash of the chain, printed in packs as the outside witness; '' for an empty trail. */
export function auditHead(db: ReadDb): string {
  return rowOf<{ hash: string }>(db.get('select hash from audit_entry order by seq desc limit 1'))?.hash ?? '';
}

/** The first row whose hash or place in the chain is wrong, or null when the trail is whole. */
export function firstTampered(db: ReadDb): number | null {
  let previous = '';
  let expected = 1;
  for (const row of rowsOf<AuditRow>(db.all('select * from audit_entry order by seq'))) {
    if (row.seq !== expected || row.previous_hash !== previous || row.hash !== hashOf(row)) return row.seq;
    previous = row.hash;
    expected += 1;
  }
  return null;
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const parts = [row.seq, row.at, row.zone, row.actor, row.host, row.door, row.action, row.subject, row.detail, row.previous_hash];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
