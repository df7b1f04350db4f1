/**
 * The session token of the browser door. 127.0.0.1 is open to every user of the machine: this token is the only wall, so it is long,
 * compared in constant time, forgotten after twelve idle hours, and guessing is slowed down. A good token always passes, or another
 * user could lock the owner out by guessing.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type SessionVerdict = 'good' | 'bad' | 'too-many' | 'expired';

export const SESSION_HEADER = 'x-cockpit-session';
export const IDLE_LIMIT_MS = 12 * 3_600_000;
export const BAD_TRIES_PER_MINUTE = 20;

export class Session {
  /** 32 random bytes, base64url. */
  readonly token = randomBytes(32).toString('base64url');
  private readonly now: () => number;
  private readonly digest = sha256(this.token);
  private lastUse: number;
  private badTries: number[] = [];

  /** `now` in milliseconds, from any monotonic start. */
  constructor(now: () => number) {
    this.now = now;
    this.lastUse = now();
  }

  check(token: string | undefined): SessionVerdict {
    const now = this.now();
    if (token === undefined || !timingSafeEqual(sha256(token), this.digest)) {
      this.badTries = this.badTries.filter((at) => now - at < 60_000);
      if (this.badTries.length >= BAD_TRIES_PER_MINUTE) return 'too-many';
      this.badTries.push(now);
      return 'bad';
    }
    if (now - this.lastUse > IDLE_LIMIT_MS) return 'expired';
    this.lastUse = now;
    return 'good';
  }
}

// Digests have one length, so that timingSafeEqual says nothing about the token's.
function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
