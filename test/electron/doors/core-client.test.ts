import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Core, type CoreHooks, type ReaderProcess, startCore } from '../../../electron/core/core-client.ts';
import type { CoreOptions } from '../../../electron/core/protocol.ts';

const workerFile = fileURLToPath(new URL('../../support/launch-core-worker.ts', import.meta.url));
const options: CoreOptions = {
  storeFile: '/tmp/none.sqlite',
  dataFolder: '/tmp',
  resourcesFolder: '/tmp',
  rendererFolder: '/tmp',
  door: 'browser',
  asOf: null,
  logFile: null,
  reader: 'fork',
};

describe('the core client', () => {
  let core: Core | undefined;
  const start = async (hooks: CoreHooks = {}, storeFile = options.storeFile) => (core = await startCore({ ...options, storeFile }, { workerFile, ...hooks }));
  afterEach(async () => {
    await core?.close();
    core = undefined;
  });

  it('carries method, address, headers and body in, status, headers and body out', async () => {
    const { handle } = bound(await start());
    const response = await handle(new Request('app://cockpit/echo?a=1', { method: 'POST', headers: { 'x-one': '1', origin: 'app://cockpit' }, body: 'grüße' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({
      method: 'POST',
      url: 'app://cockpit/echo?a=1',
      headers: { 'x-one': '1', origin: 'app://cockpit' },
      body: 'grüße',
    });
    expect((await handle(new Request('app://cockpit/nothing'))).status).toBe(204);
    expect(await (await handle(new Request('app://cockpit/options'))).json()).toEqual(options);
  });

  it('streams 5 MB up and down unchanged', async () => {
    const { handle } = bound(await start());
    const bytes = new Uint8Array(5_000_000).map((_, i) => i % 251);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const up = await handle(new Request('app://cockpit/sum', { method: 'POST', body: bytes }));
    expect(await up.json()).toEqual({ sha256, size: 5_000_000 });
    const down = Buffer.from(await (await handle(new Request('app://cockpit/bytes'))).arrayBuffer());
    expect(createHash('sha256').update(down).digest('hex')).toBe(sha256);
  });

  it('hands on a live stream before its end', async () => {
    const { handle } = bound(await start());
    const body = (await handle(new Request('app://cockpit/ticks'))).body;
    const began = performance.now();
    const at: number[] = [];
    for await (const chunk of body ?? []) if (chunk.byteLength > 0) at.push(performance.now() - began);
    expect(at.length).toBeGreaterThanOrEqual(5);
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(200);
  });

  it('sends a cancel when the request is aborted before the answer', async () => {
    const { handle } = bound(await start());
    const abort = new AbortController();
    const waiting = handle(new Request('app://cockpit/wait', { signal: abort.signal }));
    await sleep(30);
    abort.abort();
    expect(await (await waiting).text()).toBe('cancelled');
    expect(await (await handle(new Request('app://cockpit/cancelled'))).json()).toEqual(['1']);
  });

  it('sends a cancel when the answer’s reader goes away', async () => {
    const { handle } = bound(await start());
    const reader = (await handle(new Request('app://cockpit/ticks'))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await (await handle(new Request('app://cockpit/cancelled'))).json()).toEqual(['1']);
  });

  it('sends no cancel for an answer read to its end', async () => {
    const { handle } = bound(await start());
    const abort = new AbortController();
    await (await handle(new Request('app://cockpit/ticks', { signal: abort.signal }))).text();
    abort.abort();
    expect(await (await handle(new Request('app://cockpit/cancelled'))).json()).toEqual([]);
  });

  it('answers a request that was aborted before it began', async () => {
    const { handle } = bound(await start());
    const response = await handle(new Request('app://cockpit/echo', { signal: AbortSignal.abort() }));
    expect([response.status, await response.json()]).toEqual([499, expect.objectContaining({ code: 'cancelled' })]);
  });

  it('rejects with the core’s fault when the store can’t be opened', async () => {
    await expect(start({}, '/tmp/newer.sqlite')).rejects.toMatchObject({ name: 'Fault', code: 'store-newer' });
  });

  it('rejects when the worker ends before it is ready', async () => {
    await expect(start({ workerFile: '/nowhere/worker.js' })).rejects.toThrow(/worker\.js/);
  });

  it('answers open and later requests with `internal` when the worker dies, and says so once', async () => {
    const crashes: string[] = [];
    const { handle } = bound(await start({ onCrash: (error) => crashes.push(error.name) }));
    const waiting = handle(new Request('app://cockpit/wait'));
    const streaming = await handle(new Request('app://cockpit/ticks'));
    const text = streaming.text();
    text.catch(() => undefined);
    await handle(new Request('app://cockpit/crash'));
    expect((await waiting).status).toBe(503);
    await expect(text).rejects.toThrow('The core ended before the answer was complete.');
    const later = await handle(new Request('app://cockpit/echo'));
    expect([later.status, await later.json()]).toEqual([503, expect.objectContaining({ code: 'internal' })]);
    expect(crashes).toHaveLength(1);
  });

  it('answers twenty requests at once, each with its own', async () => {
    const { handle } = bound(await start());
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, i) => (await handle(new Request('app://cockpit/echo', { method: 'POST', body: String(i) }))).json() as Promise<unknown>,
      ),
    );
    expect(answers.map((answer) => (answer as { body: string }).body)).toEqual(Array.from({ length: 20 }, (_, i) => String(i)));
  });

  it('relays a reader child that the door started', async () => {
    const started: [string, number][] = [];
    const { handle } = bound(await start({ readers: { start: (entry, heap) => (started.push([entry, heap]), echoingReader()) } }));
    const talk = (kill: boolean, messages: unknown[]) =>
      handle(new Request('app://cockpit/reader', { method: 'POST', body: JSON.stringify({ entry: '/x/reader.js', messages, kill }) }));
    expect(await (await talk(false, ['a', 'leave'])).json()).toEqual([{ echo: 'a' }, { exit: 3 }]);
    expect(await (await talk(true, ['b'])).json()).toEqual([{ echo: 'b' }, { exit: null }]);
    expect(started).toEqual([
      ['/x/reader.js', 64],
      ['/x/reader.js', 64],
    ]);
  });
});

function bound(core: Core): { handle: (request: Request) => Promise<Response> } {
  return { handle: (request) => core.handle(request) };
}

function echoingReader(): ReaderProcess {
  let onMessage: (message: unknown) => void = () => undefined;
  let onExit: (code: number | null) => void = () => undefined;
  return {
    post: (message) => {
      if (message === 'leave') onExit(3);
      else onMessage({ echo: message });
    },
    onMessage: (listener) => (onMessage = listener),
    onExit: (listener) => (onExit = listener),
    kill: () => {
      onExit(null);
    },
  };
}
