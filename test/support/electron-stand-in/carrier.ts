/**
 * Carries app://cockpit/x as http://cockpit.test/x: Chromium resolves that host to this loopback server, which hands the handler a Request
 * with the app:// address and Origin, and streams both bodies. As in Electron, a page that goes away cancels the answer's body and nothing
 * more: the handler's request has no signal of its own.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { notProvided } from './not-provided.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const CARRIED = 'http://cockpit.test';
const SCHEME = 'app://cockpit';

export class Carrier {
  handler: SchemeHandler | null = null;

  /** Listens on loopback; resolves to the port. */
  async listen(): Promise<number> {
    const server = createServer((incoming, outgoing) => {
      void this.carry(incoming, outgoing);
    });
    server.requestTimeout = 0;
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    server.unref();
    return (server.address() as AddressInfo).port; // a listening TCP server has no other kind of address
  }

  private async carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.headers.host !== 'cockpit.test' || !this.handler) {
      outgoing.writeHead(421).end();
      return;
    }
    try {
      const response = await this.handler(requestOf(incoming));
      outgoing.writeHead(response.status, [...response.headers].flat());
      outgoing.flushHeaders();
      if (response.body)
        await pipeline(Readable.fromWeb(response.body as WebStream), outgoing); // Node's and the fetch types' stream are one
      else outgoing.end();
    } catch {
      // Electron shows a page ERR_FAILED; a cut connection is what Chromium turns into one.
      outgoing.destroy();
    }
  }
}

export function carried(url: string): string {
  if (url === SCHEME || url.startsWith(`${SCHEME}/`)) return CARRIED + url.slice(SCHEME.length);
  return /^(about|data|blob):/.test(url) ? url : notProvided(`loading ${url}`);
}

export function uncarried(url: string): string {
  return url === CARRIED || url.startsWith(`${CARRIED}/`) ? SCHEME + url.slice(CARRIED.length) : url;
}

function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (name === 'host' || name === 'connection') continue;
    for (const value of values ?? []) headers.append(name, name === 'origin' || name === 'referer' ? uncarried(value) : value);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (Readable.toWeb(incoming) as WebStream<Uint8Array>) : null; // bytes: no encoding is set
  return new Request(SCHEME + (incoming.url ?? '/'), { method, headers, ...(body ? { body, duplex: 'half' } : {}) } as RequestInit); // duplex is missing in the DOM's types
}
