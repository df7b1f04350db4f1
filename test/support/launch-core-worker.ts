/**
 * A core worker for the tests of the doors: speaks the protocol, answers a few addresses and knows nothing of the product, so that the
 * doors are tested by themselves.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { CoreOptions, FromCore, ToCore } from '../../electron/core/protocol.ts';

const port = parentPort;
if (!port) throw new Error('This script is a worker thread.');
const options = workerData as CoreOptions; // what startCore hands over
const cancels = new Map<number, AbortController>();
const cancelled: string[] = [];
const readerMessages: unknown[] = [];
let readerChanged = () => {};

function post(message: FromCore, transfer: ReadableStream[] = []): void {
  port?.postMessage(message, transfer as never); // the DOM's and Node's stream are one, in two type worlds
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/sum') {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of request.body ?? []) {
      hash.update(chunk);
      size += chunk.byteLength;
    }
    return Response.json({ sha256: hash.digest('hex'), size });
  }
  if (pathname === '/echo') {
    return Response.json({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: await request.text() });
  }
  if (pathname === '/bytes') return new Response(new Uint8Array(5_000_000).map((_, i) => i % 251));
  if (pathname === '/ticks') return new Response(ticks(request.signal), { headers: { 'content-type': 'application/jsonl' } });
  if (pathname === '/wait') {
    await new Promise<void>((resolve) => {
      request.signal.addEventListener('abort', () => {
        resolve();
      });
    });
    return new Response('cancelled');
  }
  if (pathname === '/cancelled') return Response.json(cancelled);
  if (pathname === '/nothing') return new Response(null, { status: 204 });
  if (pathname === '/options') return Response.json(options);
  if (pathname === '/crash') throw new CrashRequest();
  if (pathname === '/reader') return readerTalk(request);
  if (pathname === '/') return new Response('<!doctype html><title>shell</title><h1>shell</h1>', { headers: { 'content-type': 'text/html' } });
  return new Response('not here', { status: 404 });
}

class CrashRequest extends Error {}

function ticks(signal: AbortSignal): ReadableStream<Uint8Array> {
  let i = 0;
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify({ i: ++i })}\n`));
        if (i === 10) {
          clearInterval(timer);
          controller.close();
        }
      }, 50);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
      });
    },
    cancel() {
      clearInterval(timer);
    },
  });
}

async function readerTalk(request: Request): Promise<Response> {
  const { entry, messages, kill } = (await request.json()) as { entry: string; messages: unknown[]; kill: boolean }; // the test's own words
  readerMessages.length = 0;
  post({ type: 'reader-start', reader: 1, entry, heapMegabytes: 64 });
  for (const message of messages) post({ type: 'reader-post', reader: 1, message });
  if (kill) post({ type: 'reader-kill', reader: 1 });
  await new Promise<void>((resolve) => {
    readerChanged = () => {
      if (readerMessages.some((message) => typeof message === 'object' && message !== null && 'exit' in message)) resolve();
    };
  });
  return Response.json(readerMessages);
}

port.on('message', (message: ToCore) => {
  switch (message.type) {
    case 'request': {
      const { id, method, url, headers, body } = message;
      const abort = new AbortController();
      cancels.set(id, abort);
      const init = { method, headers, body: body as unknown as BodyInit | null, duplex: 'half', signal: abort.signal }; // a transferred stream is a body
      void answer(new Request(url, init as RequestInit)).then(
        // duplex is missing in the DOM's types
        (response) => {
          post(
            { type: 'response', id, status: response.status, headers: [...response.headers], body: response.body as never },
            response.body ? [response.body] : [],
          ); // one stream, two type worlds
        },
        (error: unknown) => {
          if (error instanceof CrashRequest) throw error;
          post({ type: 'response', id, status: 500, headers: [], body: null });
        },
      );
      return;
    }
    case 'cancel':
      cancelled.push(String(message.id));
      cancels.get(message.id)?.abort();
      return;
    case 'reader-message':
      readerMessages.push(message.message);
      readerChanged();
      return;
    case 'reader-exit':
      readerMessages.push({ exit: message.code });
      readerChanged();
      return;
    case 'close':
      post({ type: 'closed' });
      return;
  }
});

if (options.storeFile.endsWith('newer.sqlite'))
  post({ type: 'failed', code: 'store-newer', message: 'newer.sqlite: written by a newer version; update Plant Cockpit.' });
else post({ type: 'ready' });
