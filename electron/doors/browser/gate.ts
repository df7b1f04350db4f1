/**
 * Who gets in through the browser door. Exact Host (against rebinding), exact Origin on POST (against other pages), token (against other
 * users), known content type (against forms). The static shell carries nothing private and needs the Host alone.
 */
import type { IncomingMessage } from 'node:http';
import { SESSION_HEADER, type Session } from './session.ts';

export const BODY_LIMIT_BYTES = 100 * 1024 * 1024;

/** The status of a refusal, or null for a request that may pass. */
export function refusal(request: IncomingMessage, host: string, session: Session): number | null {
  if (only(request, 'host') !== host) return 421;
  // An absolute target (as for a proxy) would name a host of its own.
  if (request.url?.startsWith('/') !== true) return 400;
  const origins = all(request, 'origin');
  const foreign = origins.some((origin) => origin !== `http://${host}`) || origins.length > 1;
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (foreign) return 403;
    return isShell(request.url) ? null : 405;
  }
  if (request.method !== 'POST') return 405;
  if (foreign || origins.length === 0) return 403;
  switch (session.check(only(request, SESSION_HEADER))) {
    case 'too-many':
      return 429;
    case 'bad':
    case 'expired':
      return 401;
    case 'good':
      return bodyRefusal(request, request.url);
  }
}

function bodyRefusal(request: IncomingMessage, url: string): number | null {
  const expected = url.split('?')[0] === '/upload' ? 'application/octet-stream' : 'application/json';
  const type = only(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== expected) return 415;
  return Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES ? 413 : null;
}

function isShell(url: string): boolean {
  return !/^\/(rpc|upload|file)(\/|\?|$)/.test(url);
}

function all(request: IncomingMessage, name: string): string[] {
  const raw = request.rawHeaders;
  return raw.filter((_, i) => i % 2 === 1 && raw[i - 1]?.toLowerCase() === name);
}

// Node keeps the first of two Host headers; two of them are a trick, so neither counts.
function only(request: IncomingMessage, name: string): string | undefined {
  const values = all(request, name);
  return values.length === 1 ? values[0] : undefined;
}
