/** Entry of the core worker: opens the store, answers the door's requests, relays reader messages where the door starts the readers. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../shared/faults.ts';
import { createReaderHost, doorTransport, forkTransport } from '../intake/reader-host.ts';
import { sweepUploads } from '../intake/uploads.ts';
import { startWatching } from '../intake/watch.ts';
import { openReading, openStore, storeFault } from '../store/open.ts';
import { systemClock } from '../system-clock.ts';
import type { CoreContext } from './context.ts';
import type { Caller, Clock, Log, Places } from './world.ts';
import { entryFile } from './entries.ts';
import { createHandler } from './handle.ts';
import { endCompilers } from './packs-router.ts';
import type { CoreOptions, FromCore, ToCore } from './protocol.ts';
import { startWriter } from './writer.ts';

const port = parentPort;
if (!port) throw new Error('core-worker runs as a worker thread');
const options = workerData as CoreOptions; // written by core-client.ts alone
const core = port;
const post = (message: FromCore, transfer: Parameters<typeof core.postMessage>[1] = []): void => {
  core.postMessage(message, transfer);
};

try {
  start();
} catch (error) {
  const fault = storeFault(error, options.storeFile);
  post({ type: 'failed', code: fault instanceof Fault ? fault.code : 'internal', message: fault instanceof Error ? fault.message : String(fault) });
}

function start(): void {
  const clock = systemClock(options.asOf);
  const log = fileLog(options.logFile, clock);
  const places = placesOf(options);
  const writing = openStore(options.storeFile);
  const reading = openReading(options.storeFile);
  const writer = startWriter({ storeFile: options.storeFile, asOf: options.asOf });
  const child = { entry: entryFile('reader-child') };
  const transport = options.reader === 'fork' ? forkTransport(child) : doorTransport(core, child);
  const reader = createReaderHost({ transport, log });
  const caller: Caller = { door: options.door, actor: userName(), host: hostname(), asOf: options.asOf };
  const context = (signal: AbortSignal): CoreContext => ({ reading, writing, writer, reader, clock, log, places, caller, signal });
  const handle = createHandler({ context, rendererFolder: options.rendererFolder });
  const watching = options.door === 'command-line' ? null : startWatching(context); // a single command has no time to watch
  const running = new Map<number, AbortController>();

  core.on('message', (message: ToCore) => {
    switch (message.type) {
      case 'request':
        void answer(message);
        return;
      case 'cancel':
        running.get(message.id)?.abort(new Fault('cancelled', 'Cancelled; nothing was changed.'));
        return;
      case 'close':
        void close();
        return;
      case 'reader-message':
      case 'reader-exit':
        return; // the transport listens
    }
  });

  async function answer(message: Extract<ToCore, { type: 'request' }>): Promise<void> {
    const abort = new AbortController();
    running.set(message.id, abort);
    const { id, method, url, headers } = message;
    const body = message.body as ConstructorParameters<typeof Response>[0] | null; // Node's web stream is a BodyInit by another name
    const request = new Request(url, { method, headers, signal: abort.signal, ...(body ? { body, duplex: 'half' } : {}) }); // duplex is missing in the DOM-less types
    const response = await handle(request);
    const stream = response.body ? watched(response.body, () => running.delete(id)) : null;
    if (!stream) running.delete(id);
    post({ type: 'response', id, status: response.status, headers: [...response.headers], body: stream as never }, stream ? [stream as never] : []); // as above
  }

  async function close(): Promise<void> {
    for (const abort of running.values()) abort.abort(new Fault('cancelled', 'Plant Cockpit is closing; nothing was changed.'));
    const watched = watching?.stop();
    reader.close();
    await watched;
    await writer.close();
    await endCompilers();
    reading.close();
    writing.close();
    post({ type: 'closed' });
    core.close();
  }

  void sweepUploads(places, Date.parse(clock.now())).catch((error: unknown) => {
    log.error('sweep', error);
  });
  post({ type: 'ready' });
}

function watched(body: ReadableStream<Uint8Array>, ended: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        ended();
        controller.close();
      } catch (error) {
        ended();
        controller.error(error);
      }
    },
    async cancel(reason) {
      ended();
      await reader.cancel(reason);
    },
  });
}

function placesOf({ storeFile, dataFolder, resourcesFolder }: CoreOptions): Places {
  mkdirSync(dataFolder, { recursive: true });
  return {
    storeFile,
    resourcesFolder,
    incomingFolder: join(dataFolder, 'incoming'),
    packsFolder: join(dataFolder, 'packs'),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // a user without an entry in the password database has no name
    return error instanceof Error ? 'unknown' : 'nobody';
  }
}

// Events and counts only: never names, amounts or paths of the user's data.
function fileLog(file: string | null, clock: Clock): Log {
  const write = (line: Record<string, unknown>): void => {
    const text = `${JSON.stringify(line)}\n`;
    if (file === null) process.stderr.write(text);
    else appendFileSync(file, text, { mode: 0o600 });
  };
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  return {
    info: (event, fields = {}) => {
      write({ at: clock.now(), level: 'info', event, ...fields });
    },
    error: (event, error) => {
      write({ at: clock.now(), level: 'error', event, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  };
}
