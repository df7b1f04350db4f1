/**
 * Documents to PDF with Typst in WebAssembly, inside a worker that stays warm for two minutes after the last pack and then gives its
 * memory back. The one function that knows the engine.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../shared/faults.ts';
import { entryFile } from '../core/entries.ts';
import type { PackDocument } from './pack-document.ts';
import { withBreaks } from './printable-text.ts';
import type { FromTypst, ToTypst, TypstOptions } from './typst-protocol.ts';

export interface PdfCompiler {
  /** PDF bytes of a document: the same document gives the same bytes. Faults: cancelled. */
  compilePdf: (document: PackDocument, signal: AbortSignal) => Promise<Uint8Array>;
  /** Ends the worker; a later compilePdf starts a new one. */
  close: () => Promise<void>;
}

const warmMs = 120_000;
const longestCompileMs = 120_000;
const templates = ['theme.typ', 'charts.typ', 'components.typ', 'monthly.typ'];

export function fontFiles(resourcesFolder: string): string[] {
  return ['SourceSans3-Regular.ttf', 'SourceSans3-SemiBold.ttf'].map((name) => join(resourcesFolder, 'fonts', name));
}

export function createPdfCompiler(resourcesFolder: string): PdfCompiler {
  let worker: Worker | null = null;
  let cooling: NodeJS.Timeout | null = null;
  let waiting = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let nextId = 1;

  const end = async (ending: Worker | null): Promise<void> => {
    if (worker === ending) worker = null;
    await ending?.terminate();
  };
  const warm = (): Worker => {
    if (cooling) clearTimeout(cooling);
    cooling = null;
    worker ??= startWorker(resourcesFolder);
    return worker;
  };
  const cool = (): void => {
    if (waiting > 0 || !worker) return;
    const idle = worker;
    cooling = setTimeout(() => void end(idle), warmMs);
    cooling.unref();
  };

  const compile = async (document: PackDocument, signal: AbortSignal): Promise<Uint8Array> => {
    if (signal.aborted) throw cancelled();
    const used = warm();
    try {
      return await ask(used, { id: nextId++, json: new TextEncoder().encode(JSON.stringify(withBreaks(document))) }, signal);
    } catch (error) {
      // A compile can't be interrupted: whoever waits no longer ends the worker.
      await end(used);
      throw error;
    }
  };
  const settled = (): void => {
    waiting--;
    cool();
  };

  // One document after the other: the compiler holds one at a time.
  return {
    compilePdf(document, signal) {
      waiting++;
      const made = queue.then(() => compile(document, signal));
      queue = made.then(settled, settled);
      return made;
    },
    async close() {
      if (cooling) clearTimeout(cooling);
      cooling = null;
      await end(worker);
    },
  };
}

function startWorker(resourcesFolder: string): Worker {
  const options: TypstOptions = {
    wasmFile: createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm'),
    fontFiles: fontFiles(resourcesFolder),
    sources: templates.map((name) => ({ path: `/${name}`, file: join(resourcesFolder, 'packs', name) })),
    main: '/monthly.typ',
  };
  const worker = new Worker(entryFile('typst-worker'), { workerData: options });
  worker.unref();
  return worker;
}

function ask(worker: Worker, message: ToTypst, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const settle = (work: () => void): void => {
      stop.abort();
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      work();
    };
    const onMessage = (reply: FromTypst): void => {
      if (reply.id !== message.id) return;
      settle(() => {
        if (reply.type === 'made') resolve(reply.bytes);
        else reject(new Error(`typesetting failed: ${reply.message}`));
      });
    };
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(signal.aborted ? cancelled() : new Error('the typesetting worker ended')));
    const timer = setTimeout(() => settle(() => reject(new Error('typesetting took too long'))), longestCompileMs);
    signal.addEventListener('abort', () => settle(() => reject(cancelled())), { signal: stop.signal });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // Keeps the process alive while somebody waits.
    worker.ref();
    worker.postMessage(message);
  });
}

function cancelled(): Fault {
  return new Fault('cancelled', 'The pack was cancelled; nothing was written.');
}
