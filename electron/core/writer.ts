/** The core's side of the writer thread: one session an import; blocks go over as they arrive. */
import { Worker } from 'node:worker_threads';
import { Fault } from '../../shared/faults.ts';
import type { PackedBlock, TableReport } from '../../shared/intake/interpretation.ts';
import type { ApplyOutcome, ApplyRequest } from '../intake/apply.ts';
import type { Caller } from './world.ts';
import { entryFile } from './entries.ts';
import type { FromWriter, ToWriter, WriterOptions } from './writer-worker.ts';

export interface WriterSession {
  /** The bytes go over for good. */
  post(block: PackedBlock): void;
  apply(request: Omit<ApplyRequest, 'tables'>, reports: TableReport[]): Promise<ApplyOutcome>;
  /** Forgets what was posted. */
  drop(): void;
}

export interface Writer {
  session(): WriterSession;
  undo(batch: number, caller: Caller): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: FromWriter): void;
  reject(error: unknown): void;
}

// Small answers share a buffer with others, which can't be handed over.
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}

/** Starts the writer thread on first use; it stays until close. */
export function startWriter(options: WriterOptions): Writer {
  let worker: Worker | null = null;
  let sessions = 0;
  const waiting = new Map<number, Waiting>();

  const started = (): Worker => {
    if (worker) return worker;
    const fresh = new Worker(entryFile('writer-worker'), { workerData: options });
    fresh.on('message', (message: FromWriter) => {
      if (message.type === 'closed') return;
      const pending = waiting.get(message.session);
      waiting.delete(message.session);
      if (message.type === 'fault') pending?.reject(message.fault ? new Fault(message.fault.code, message.fault.message) : new Error(message.message));
      else pending?.resolve(message);
    });
    fresh.on('error', (error) => {
      failAll(error);
    });
    fresh.on('exit', () => {
      worker = null;
      failAll(new Error('the writer thread ended'));
    });
    worker = fresh;
    return fresh;
  };
  const failAll = (error: unknown): void => {
    for (const pending of waiting.values()) pending.reject(error);
    waiting.clear();
  };
  const post = (message: ToWriter): void => {
    started().postMessage(message);
  };
  const ask = (session: number, message: ToWriter): Promise<FromWriter> =>
    new Promise((resolve, reject) => {
      waiting.set(session, { resolve, reject });
      post(message);
    });

  return {
    session() {
      const session = ++sessions;
      return {
        post: (block) => {
          const bytes = ownBytes(block.bytes);
          started().postMessage({ type: 'block', session, block: { ...block, bytes } } satisfies ToWriter, [bytes.buffer]);
        },
        apply: async (request, reports) => {
          const answer = await ask(session, { type: 'apply', session, request: { ...request, reports } });
          if (answer.type !== 'applied') throw new Error(`the writer answered ${answer.type}`);
          return answer.outcome;
        },
        drop: () => {
          post({ type: 'drop', session });
        },
      };
    },
    async undo(batch, caller) {
      const session = ++sessions;
      await ask(session, { type: 'undo', session, batch, caller });
    },
    async close() {
      const current = worker;
      if (!current) return;
      const ended = new Promise<void>((resolve) => {
        current.once('exit', () => {
          resolve();
        });
      });
      post({ type: 'close' });
      await ended;
    },
  };
}
