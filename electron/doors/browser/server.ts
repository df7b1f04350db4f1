/**
 * The browser door: the core behind http on 127.0.0.1. It refuses first (see gate.ts) and says nothing about itself while refusing:
 * no body, no version, no name. No CORS headers anywhere.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '../../core/core-client.ts';
import { answerDesktop } from '../desktop-route.ts';
import { BODY_LIMIT_BYTES, refusal } from './gate.ts';
import { Session, SESSION_HEADER } from './session.ts';

export interface BrowserDoorOptions {
  core: Pick<Core, 'handle'>;
  /** 0 or absent: a random free port. */
  port?: number;
  /** Milliseconds from any start; the tests' clock. */
  now?: () => number;
}

export interface BrowserDoor {
  /** `http://127.0.0.1:PORT/` */
  url: string;
  /** The same with the session token as fragment: whoever has it is in. */
  urlWithToken: string;
  close(): Promise<void>;
}

const guardHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

// Slow senders: a head has 10 s, a whole request (an upload) two minutes; both are checked every 2 s.
const timeouts = { headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000 };

/** Opens the door; rejects when the port is taken. */
export async function startBrowserDoor(options: BrowserDoorOptions): Promise<BrowserDoor> {
  const session = new Session(options.now ?? (() => performance.now()));
  let host = '';
  const server = createServer({ ...timeouts, requireHostHeader: false, maxHeaderSize: 16_384 }, (request, response) => {
    const status = refusal(request, host, session);
    if (status === null) void answer(options.core, request, response, `http://${host}`);
    else refuse(response, status);
  });
  server.maxConnections = 512;
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  server.on('connect', (_request, socket) => {
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  server.on('checkContinue', (request, response) => {
    const status = refusal(request, host, session);
    if (status !== null) {
      refuse(response, status);
      return;
    }
    response.writeContinue();
    void answer(options.core, request, response, `http://${host}`);
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a listening TCP server has no other kind of address
  return {
    url: `http://${host}/`,
    urlWithToken: `http://${host}/#token=${session.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...guardHeaders, 'content-length': 0, connection: 'close' });
  response.end();
}

async function answer(core: Pick<Core, 'handle'>, incoming: IncomingMessage, outgoing: ServerResponse, origin: string): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const intake = new Counted();
  try {
    const request = requestOf(incoming, origin, { signal: gone.signal, intake });
    const response = (await answerDesktop({}, request)) ?? (await core.handle(request));
    if (intake.tooLarge) {
      refuse(outgoing, 413);
      return;
    }
    const headers = { ...Object.fromEntries(response.headers), ...guardHeaders };
    outgoing.writeHead(response.status, incoming.method === 'POST' ? { ...headers, 'cache-control': 'no-store' } : headers);
    if (response.body && incoming.method !== 'HEAD')
      await pipeline(Readable.fromWeb(response.body as never), outgoing); // Node's and the fetch types' stream are one
    else outgoing.end();
  } catch {
    if (gone.signal.aborted) return;
    if (outgoing.headersSent) outgoing.destroy();
    else refuse(outgoing, intake.tooLarge ? 413 : 500);
  }
}

/** Counts a body that came without an honest content-length. */
class Counted {
  tooLarge = false;
  private bytes = 0;

  async *of(incoming: IncomingMessage): AsyncGenerator<Uint8Array> {
    for await (const chunk of incoming) {
      const bytes = chunk as Buffer; // no encoding is set on the request
      this.bytes += bytes.byteLength;
      if (this.bytes > BODY_LIMIT_BYTES) {
        this.tooLarge = true;
        throw new Error('The body is over the limit.');
      }
      yield bytes;
    }
  }
}

function requestOf(incoming: IncomingMessage, origin: string, { signal, intake }: { signal: AbortSignal; intake: Counted }): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    // The core has no use for the token: what it can't see, it can't log.
    if (name !== SESSION_HEADER) for (const one of value ?? []) headers.append(name, one);
  }
  const method = incoming.method ?? 'GET';
  const body = method === 'POST' ? ReadableStream.from(intake.of(incoming)) : null;
  return new Request(`${origin}${incoming.url ?? '/'}`, { method, headers, body, signal, duplex: 'half' });
}
