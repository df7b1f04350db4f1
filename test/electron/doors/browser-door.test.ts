import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInBrowser } from '../../../electron/doors/browser/open-in-browser.ts';
import { type BrowserDoor, startBrowserDoor } from '../../../electron/doors/browser/server.ts';
import { Session } from '../../../electron/doors/browser/session.ts';
import { exchange, send } from './raw-http.ts';

const seen: Request[] = [];
const signals: AbortSignal[] = [];
const core = {
  async handle(request: Request): Promise<Response> {
    seen.push(request);
    signals.push(request.signal);
    const { pathname } = new URL(request.url);
    if (pathname === '/upload') {
      const hash = createHash('sha256');
      for await (const chunk of request.body ?? []) hash.update(chunk);
      return Response.json({ sha256: hash.digest('hex') });
    }
    if (pathname === '/rpc/ticks') return new Response(ticks());
    if (pathname === '/rpc/boom') throw new Error('a path: /secret/place');
    return new Response('<title>shell</title>', { headers: { 'content-type': 'text/html' } });
  },
};

let door: BrowserDoor;
let port = 0;
let token = '';
let otherToken = '';
let clock = 0;

beforeAll(async () => {
  door = await startBrowserDoor({ core, now: () => clock });
  port = Number(new URL(door.url).port);
  token = new URL(door.urlWithToken).hash.slice('#token='.length);
  otherToken = new Session(() => 0).token;
});

afterAll(() => door.close());

const hosts = ['exact', 'localhost', 'ipv6', 'evil', 'rebind', 'no port', 'missing', 'twice'] as const;
const origins = ['exact', 'none', 'null', 'other port', 'evil', 'longer', 'twice'] as const;
const tokens = ['good', 'none', 'wrong', 'prefix', 'longer', 'other session', 'in query', 'in cookie', 'twice'] as const;

function hostHeaders(kind: (typeof hosts)[number]): [string, string][] {
  const exact: [string, string] = ['Host', `127.0.0.1:${String(port)}`];
  switch (kind) {
    case 'exact':
      return [exact];
    case 'localhost':
      return [['Host', `localhost:${String(port)}`]];
    case 'ipv6':
      return [['Host', `[::1]:${String(port)}`]];
    case 'evil':
      return [['Host', 'evil.example']];
    case 'rebind':
      return [['Host', `127.0.0.1.evil.example:${String(port)}`]];
    case 'no port':
      return [['Host', '127.0.0.1']];
    case 'missing':
      return [];
    case 'twice':
      return [exact, exact];
  }
}

function originHeaders(kind: (typeof origins)[number]): [string, string][] {
  const exact: [string, string] = ['Origin', `http://127.0.0.1:${String(port)}`];
  switch (kind) {
    case 'exact':
      return [exact];
    case 'none':
      return [];
    case 'null':
      return [['Origin', 'null']];
    case 'other port':
      return [['Origin', `http://127.0.0.1:${String(port === 65_535 ? port - 1 : port + 1)}`]];
    case 'evil':
      return [['Origin', 'http://evil.example']];
    case 'longer':
      return [['Origin', `http://127.0.0.1:${String(port)}.evil.example`]];
    case 'twice':
      return [exact, exact];
  }
}

function tokenPlace(kind: (typeof tokens)[number]): { headers: [string, string][]; query: string } {
  const header = (value: string): [string, string] => ['x-cockpit-session', value];
  switch (kind) {
    case 'good':
      return { headers: [header(token)], query: '' };
    case 'none':
      return { headers: [], query: '' };
    case 'wrong':
      return { headers: [header(`A${token.slice(1, -1)}_`)], query: '' };
    case 'prefix':
      return { headers: [header(token.slice(0, -1))], query: '' };
    case 'longer':
      return { headers: [header(`${token}A`)], query: '' };
    case 'other session':
      return { headers: [header(otherToken)], query: '' };
    case 'in query':
      return { headers: [], query: `?token=${token}&x-cockpit-session=${token}` };
    case 'in cookie':
      return { headers: [['Cookie', `token=${token}; x-cockpit-session=${token}`]], query: '' };
    case 'twice':
      return { headers: [header(token), header(token)], query: '' };
  }
}

/** One POST with everything right but what is given. */
function post(change: { target?: string; type?: string; body?: string; token?: string } = {}) {
  clock += 61_000;
  const headers: [string, string][] = [
    ...hostHeaders('exact'),
    ...originHeaders('exact'),
    ['x-cockpit-session', change.token ?? token],
    ['Content-Type', change.type ?? 'application/json'],
  ];
  return exchange(port, { method: 'POST', target: change.target ?? '/rpc/x', headers, body: change.body ?? '{}' });
}

describe('who gets in', () => {
  for (const host of hosts)
    for (const origin of origins)
      it(`POST, Host ${host}, Origin ${origin}, any token: only all three exact pass`, async () => {
        for (const kind of tokens) {
          clock += 61_000;
          const before = seen.length;
          const { headers, query } = tokenPlace(kind);
          const all: [string, string][] = [...hostHeaders(host), ...originHeaders(origin), ...headers, ['Content-Type', 'application/json']];
          const answer = await exchange(port, { method: 'POST', target: `/rpc/x${query}`, headers: all, body: '{}' });
          const expected = host !== 'exact' ? 421 : origin !== 'exact' ? 403 : kind !== 'good' ? 401 : 200;
          expect([kind, answer.status], `token ${kind}`).toEqual([kind, expected]);
          expect(seen.length - before, 'reached the core').toBe(expected === 200 ? 1 : 0);
          expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
          if (expected !== 200) expect(answer.body).toBe('');
        }
      });

  for (const host of hosts)
    for (const origin of origins)
      it(`GET of the shell, Host ${host}, Origin ${origin}`, async () => {
        const answer = await exchange(port, { method: 'GET', target: '/', headers: [...hostHeaders(host), ...originHeaders(origin)] });
        expect(answer.status).toBe(host !== 'exact' ? 421 : origin === 'exact' || origin === 'none' ? 200 : 403);
      });

  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT'])
    it(`${method} is refused, token or not`, async () => {
      const { headers } = tokenPlace('good');
      const answer = await exchange(port, { method, target: '/rpc/x', headers: [...hostHeaders('exact'), ...originHeaders('exact'), ...headers] });
      expect(answer.status).toBe(405);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control') || name === 'allow')).toEqual([]);
    });

  for (const host of hosts)
    it(`an upgrade is refused before anything else, Host ${host}`, async () => {
      const before = seen.length;
      const headers: [string, string][] = [
        ...hostHeaders(host),
        ...originHeaders('exact'),
        ...tokenPlace('good').headers,
        ['Connection', 'Upgrade'],
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Version', '13'],
        ['Sec-WebSocket-Key', randomBytes(16).toString('base64')],
      ];
      const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      expect((await send(port, `GET / HTTP/1.1\r\n${head}\r\n`)).status).toBe(403);
      expect(seen.length).toBe(before);
    });

  it('the procedures have no GET', async () => {
    for (const target of ['/rpc/x', '/rpc', '/upload?name=a', '/file']) {
      const answer = await exchange(port, { method: 'GET', target, headers: [...hostHeaders('exact'), ...tokenPlace('good').headers] });
      expect([target, answer.status]).toEqual([target, 405]);
    }
  });

  it('an absolute or relative target is refused', async () => {
    for (const target of ['http://evil.example/', 'evil', '*']) {
      expect((await exchange(port, { method: 'GET', target, headers: hostHeaders('exact') })).status).toBe(400);
    }
  });

  it('content types: JSON for procedures, bytes for uploads alone', async () => {
    const cases: [string, string, number][] = [
      ['/rpc/x', 'application/json', 200],
      ['/rpc/x', 'application/json; charset=utf-8', 200],
      ['/rpc/x', 'text/plain', 415],
      ['/rpc/x', 'application/x-www-form-urlencoded', 415],
      ['/rpc/x', 'multipart/form-data; boundary=application/json', 415],
      ['/rpc/x', 'application/octet-stream', 415],
      ['/file', 'application/octet-stream', 415],
      ['/upload?name=a', 'application/octet-stream', 200],
      ['/upload?name=a', 'application/json', 415],
    ];
    for (const [target, type, status] of cases) expect([target, type, (await post({ target, type })).status]).toEqual([target, type, status]);
  });
});

describe('where it listens', () => {
  it('on 127.0.0.1 alone', () => {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const listening = ['tcp', 'tcp6'].flatMap((family) => readFileSync(`/proc/net/${family}`, 'utf8').split('\n'));
    const ours = listening.map((line) => line.trim().split(/\s+/)).filter(([, local, , state]) => local?.endsWith(`:${hex}`) === true && state === '0A');
    expect(ours.map(([, local]) => local)).toEqual([`0100007F:${hex}`]);
  });
});

describe('the token', () => {
  it('has 256 random bits and stands in the fragment alone', () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(token).not.toBe(otherToken);
    expect(door.url).toBe(`http://127.0.0.1:${String(port)}/`);
    expect(door.urlWithToken).toBe(`${door.url}#token=${token}`);
  });

  it('is not handed on to the core', async () => {
    await post();
    expect(JSON.stringify([...(seen.at(-1)?.headers ?? [])])).not.toContain(token);
  });

  it('after 20 bad tries in a minute the next is 429, the owner still gets in, and a minute later it is 401 again', async () => {
    clock += 61_000;
    const atOnce = (value: string) => {
      clock -= 61_000;
      return post({ token: value });
    };
    for (let i = 0; i < 20; i += 1) expect((await atOnce('guess')).status).toBe(401);
    expect((await atOnce('guess')).status).toBe(429);
    expect((await atOnce(token)).status).toBe(200);
    expect((await atOnce('guess')).status).toBe(429);
    expect((await post({ token: 'guess' })).status).toBe(401);
  });

  it('expires after 12 idle hours, not after 12 busy ones', () => {
    let now = 0;
    const session = new Session(() => now);
    for (let hour = 1; hour <= 13; hour += 1) {
      now = hour * 3_600_000;
      expect(session.check(session.token)).toBe('good');
    }
    now += 12 * 3_600_000;
    expect(session.check(session.token)).toBe('good');
    now += 12 * 3_600_000 + 1;
    expect(session.check(session.token)).toBe('expired');
  });
});

describe('opening the browser', () => {
  it('goes through a page only its owner can read; the token stands in no command line', async () => {
    const launched: string[][] = [];
    await openInBrowser(door.urlWithToken, (command, args) => {
      launched.push([command, ...args]);
      return Promise.resolve();
    });
    expect(JSON.stringify(launched)).not.toContain(token);
    const page = fileURLToPath(launched[0]?.at(-1) ?? '');
    expect(statSync(page).mode & 0o777).toBe(0o600);
    expect(readFileSync(page, 'utf8')).toContain(door.urlWithToken);
  });
});

describe('what passes through', () => {
  it('5 MB arrive unchanged', async () => {
    const bytes = randomBytes(5_000_000);
    const response = await fetch(`${door.url}upload?name=a.bin`, {
      method: 'POST',
      headers: { origin: door.url.slice(0, -1), 'x-cockpit-session': token, 'content-type': 'application/octet-stream' },
      body: new Blob([new Uint8Array(bytes)]),
    });
    expect(await response.json()).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('a body over 100 MB is refused, announced or not', async () => {
    const headers = `Host: 127.0.0.1:${String(port)}\r\nOrigin: ${door.url.slice(0, -1)}\r\nx-cockpit-session: ${token}\r\nContent-Type: application/octet-stream\r\n`;
    const announced = await send(port, `POST /upload HTTP/1.1\r\n${headers}Content-Length: ${String(100 * 1024 * 1024 + 1)}\r\n\r\n`);
    expect(announced.status).toBe(413);
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        if (sent > 110 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { origin: door.url.slice(0, -1), 'x-cockpit-session': token, 'content-type': 'application/octet-stream' },
      body: endless,
      duplex: 'half',
    };
    const outcome = await fetch(`${door.url}upload`, init).then(
      (response) => response.status,
      () => 'connection closed',
    );
    expect([413, 'connection closed']).toContain(outcome);
  });

  it('an answer arrives live, and going away cancels', async () => {
    const abort = new AbortController();
    const response = await fetch(`${door.url}rpc/ticks`, {
      method: 'POST',
      headers: { origin: door.url.slice(0, -1), 'x-cockpit-session': token, 'content-type': 'application/json' },
      body: '{}',
      signal: abort.signal,
    });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const signal = signals.at(-1);
    expect(signal?.aborted).toBe(false);
    abort.abort();
    for (let i = 0; i < 100 && signal?.aborted !== true; i += 1) await sleep(20);
    expect(signal?.aborted).toBe(true);
  });

  it('a failure inside says nothing outside', async () => {
    const answer = await post({ target: '/rpc/boom' });
    expect([answer.status, answer.body]).toEqual([500, '']);
  });

  it('names no server, and guards every answer', async () => {
    for (const answer of [await post(), await post({ token: 'x' }), await exchange(port, { method: 'GET', target: '/', headers: hostHeaders('exact') })]) {
      expect(answer.headers.has('server') || answer.headers.has('x-powered-by')).toBe(false);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('the desktop’s verbs are refused by name, the capabilities say so', async () => {
    const capabilities = await exchange(port, { method: 'GET', target: '/desktop/capabilities', headers: hostHeaders('exact') });
    expect(JSON.parse(capabilities.body.match(/\{.*\}/)?.[0] ?? '')).toEqual({
      reveal: false,
      openDraft: false,
      saveAs: false,
      pickFiles: false,
      pickFolder: false,
      openedFiles: false,
    });
    const answer = await post({ target: '/desktop/saveAs' });
    expect([answer.status, answer.body]).toEqual([501, expect.stringContaining('saveAs')]);
    expect((await post({ target: '/desktop/explode' })).status).toBe(404);
  });
});

describe('many and slow', () => {
  it('200 sockets that never finish their head don’t keep the owner out', async () => {
    const slow = Array.from({ length: 200 }, () => {
      const socket = connect(port, '127.0.0.1', () => socket.write('POST /rpc/x HTTP/1.1\r\nHost: 127.'));
      socket.on('error', () => undefined);
      return socket;
    });
    await sleep(200);
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const began = performance.now();
      expect((await post()).status).toBe(200);
      times.push(performance.now() - began);
    }
    expect(times.sort((a, b) => a - b)[18]).toBeLessThan(500);
    for (const socket of slow) socket.destroy();
  });

  it('a head that takes longer than ten seconds is cut off', async () => {
    const began = performance.now();
    const answer = await send(port, 'POST /rpc/x HTTP/1.1\r\nHost: 127.');
    expect([400, 408]).toContain(answer.status);
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 20_000);
});

function ticks(): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => {
        controller.enqueue(new TextEncoder().encode('tick\n'));
      }, 20);
    },
    cancel() {
      clearInterval(timer);
    },
  });
}
