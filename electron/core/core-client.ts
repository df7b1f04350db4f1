/**
 * The door's side of the core worker: carries a Request in and a Response out, bodies as transferred streams, cancelling as a message.
 * It knows nothing of what a request means. Where the door has to start the reader child (Electron's utilityProcess lives in the
 * main process), it relays that child's messages.
 */
import { Worker } from 'node:worker_threads';
import { Fault, faults, isFaultCode, type FaultBody } from '../../shared/faults.ts';
import { unreachable } from '../../shared/kit/unreachable.ts';
import { entryFile } from './entries.ts';
import type { CoreOptions, FromCore, ToCore } from './protocol.ts';

/** A reader child, whichever way its door started it. */
export interface ReaderProcess {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once; null when a signal ended the child. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** How a door starts a reader child: `entry` is the script's absolute path. */
export interface ReaderStarter {
  start(entry: string, heapMegabytes: number): ReaderProcess;
}

export interface CoreHooks {
  /** Needed where `options.reader` is `door`. */
  readers?: ReaderStarter;
  /** The worker ended without being asked to; every open request has been answered with `internal`. */
  onCrash?: (error: Error) => void;
  /** The worker's script; the core's own unless a test brings another. */
  workerFile?: string;
}

export interface Core {
  /** Never rejects for a fault: faults are answers. Aborting `request.signal`, or cancelling the answer's body, cancels the work. */
  handle(request: Request): Promise<Response>;
  /** Ends the worker after it has closed the store. */
  close(): Promise<void>;
}

const CLOSE_PATIENCE_MS = 10_000;

/** Starts the core worker and waits until its store is open; rejects with the core's Fault when it can't be. */
export async function startCore(options: CoreOptions, hooks: CoreHooks = {}): Promise<Core> {
  const worker = new Worker(hooks.workerFile ?? entryFile('core-worker'), { workerData: options, name: 'core' });
  const client = new CoreClient(worker, hooks);
  await client.ready;
  return client;
}

interface OpenRequest {
  answer: (response: Response) => void;
  forget: () => void;
  /** Ends the request when the worker is gone: a transferred stream would wait for ever. */
  fail: () => void;
}

class CoreClient implements Core {
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private readonly hooks: CoreHooks;
  private readonly open = new Map<number, OpenRequest>();
  private readonly readers = new Map<number, ReaderProcess>();
  private readonly exited: Promise<void>;
  private lastId = 0;
  private state: 'starting' | 'running' | 'closing' | 'gone' = 'starting';

  constructor(worker: Worker, hooks: CoreHooks) {
    this.worker = worker;
    this.hooks = hooks;
    const started: PromiseWithResolvers<void> = Promise.withResolvers();
    const exited: PromiseWithResolvers<void> = Promise.withResolvers();
    this.ready = started.promise;
    this.exited = exited.promise;
    let crash: Error | null = null;
    worker.on('message', (message: FromCore) => {
      if (message.type === 'ready') {
        this.state = 'running';
        started.resolve();
      } else if (message.type === 'failed') {
        this.state = 'closing';
        started.reject(isFaultCode(message.code) ? new Fault(message.code, message.message) : new Error(message.message));
        void worker.terminate();
      } else this.receive(message);
    });
    worker.on('error', (error) => {
      crash = error instanceof Error ? error : new Error(String(error));
    });
    worker.on('exit', (code) => {
      const error = crash ?? new Error(`The core ended with exit code ${code}.`);
      const unexpected = this.state === 'running';
      this.state = 'gone';
      started.reject(error);
      this.forgetAll();
      exited.resolve();
      if (unexpected) hooks.onCrash?.(error);
    });
  }

  handle(request: Request): Promise<Response> {
    if (this.state !== 'running') return Promise.resolve(notThere());
    if (request.signal.aborted) return Promise.resolve(faultResponse('cancelled', 'The request was cancelled before it began.'));
    const id = ++this.lastId;
    const { promise, resolve } = Promise.withResolvers<Response>();
    const cancel = () => {
      this.post({ type: 'cancel', id });
    };
    request.signal.addEventListener('abort', cancel, { once: true });
    this.open.set(id, {
      answer: resolve,
      forget: () => {
        request.signal.removeEventListener('abort', cancel);
      },
      fail: () => {
        resolve(notThere());
      },
    });
    const { method, url, body } = request;
    const message: ToCore = { type: 'request', id, method, url, headers: [...request.headers], body };
    this.worker.postMessage(message, body ? [body] : []);
    return promise;
  }

  async close(): Promise<void> {
    if (this.state === 'running' || this.state === 'starting') {
      this.state = 'closing';
      this.post({ type: 'close' });
    }
    const patience = setTimeout(() => void this.worker.terminate(), CLOSE_PATIENCE_MS);
    await this.exited;
    clearTimeout(patience);
  }

  private receive(message: Exclude<FromCore, { type: 'ready' | 'failed' }>): void {
    switch (message.type) {
      case 'response':
        this.respond(message);
        return;
      case 'reader-start':
        this.startReader(message.reader, message.entry, message.heapMegabytes);
        return;
      case 'reader-post':
        this.readers.get(message.reader)?.post(message.message);
        return;
      case 'reader-kill':
        this.readers.get(message.reader)?.kill();
        return;
      case 'closed':
        // The store is closed; whatever keeps the thread alive after that must not keep the door waiting.
        void this.worker.terminate();
        return;
      default:
        unreachable(message);
    }
  }

  private respond(message: Extract<FromCore, { type: 'response' }>): void {
    const request = this.open.get(message.id);
    if (!request) {
      void message.body?.cancel();
      return;
    }
    const done = () => {
      request.forget();
      this.open.delete(message.id);
    };
    const cancelled = () => {
      this.post({ type: 'cancel', id: message.id });
      done();
    };
    const init = { status: message.status, headers: message.headers };
    if (!message.body) {
      done();
      request.answer(new Response(null, init));
      return;
    }
    const { body, fail } = watched(message.body, done, cancelled);
    request.fail = fail;
    request.answer(new Response(body, init));
  }

  private startReader(reader: number, entry: string, heapMegabytes: number): void {
    if (!this.hooks.readers) throw new Error('The core asked its door for a reader child, but this door starts none.');
    const child = this.hooks.readers.start(entry, heapMegabytes);
    this.readers.set(reader, child);
    child.onMessage((message) => {
      this.post({ type: 'reader-message', reader, message });
    });
    child.onExit((code) => {
      this.readers.delete(reader);
      this.post({ type: 'reader-exit', reader, code });
    });
  }

  private post(message: ToCore): void {
    if (this.state !== 'gone') this.worker.postMessage(message);
  }

  private forgetAll(): void {
    for (const child of this.readers.values()) child.kill();
    this.readers.clear();
    for (const request of this.open.values()) {
      request.forget();
      request.fail();
    }
    this.open.clear();
  }
}

type Body = NonNullable<Extract<FromCore, { type: 'response' }>['body']>;

/** The same bytes, noticing the end: the core learns of a reader that went away even where its door passes on no abort signal. */
function watched(source: Body, done: () => void, cancelled: () => void): { body: Body; fail: () => void } {
  const reader = source.getReader();
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(done);
  const body: Body = new ReadableStream(
    {
      async pull(controller) {
        try {
          const next = await Promise.race([reader.read(), gone.promise]);
          if (next.done) {
            done();
            controller.close();
          } else controller.enqueue(next.value);
        } catch (error) {
          done();
          controller.error(error);
        }
      },
      async cancel(reason) {
        cancelled();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return {
    body,
    fail: () => {
      gone.reject(new Error('The core ended before the answer was complete.'));
    },
  };
}

function notThere(): Response {
  return faultResponse('internal', 'The core is not running; start Plant Cockpit again.');
}

function faultResponse(code: FaultBody['code'], message: string): Response {
  const body: FaultBody = { code, title: faults[code].title, message };
  return Response.json(body, { status: code === 'internal' ? 503 : faults[code].http });
}
