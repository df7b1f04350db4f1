/**
 * The only process that parses bytes nobody has vouched for. It knows neither store nor door: a request comes in, answers go out, and
 * if a file kills it, nothing else dies. The same entry runs under child_process.fork and under Electron's utilityProcess.
 */
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { gunzip } from 'node:zlib';
import { cellText, type ReadFile } from '../../shared/intake/cells.ts';
import type { ChildAnswer, InterpretRequest, PeekRequest } from '../../shared/intake/interpretation.ts';
import { Fault, type FaultBody } from '../../shared/faults.ts';
import { unreachable } from '../../shared/kit/unreachable.ts';
import { interpretFile } from './interpret.ts';
import { limits, overLimit } from './limits.ts';
import { readBytes } from './readers/read.ts';
import { answerWindow, type HostMessage } from './reader-wire.ts';

const inflate = promisify(gunzip);

interface Port {
  post(answer: ChildAnswer): void;
  onMessage(listener: (message: HostMessage) => void): void;
}

// Electron's typings belong to the door; here only the two members this entry uses.
interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: HostMessage }) => void): unknown;
}

function openPort(): Port {
  // utilityProcess adds parentPort to process; Node's typings don't know it.
  const parentPort = (process as { parentPort?: ElectronParentPort }).parentPort;
  if (parentPort) {
    return {
      post: (answer) => {
        parentPort.postMessage(answer);
      },
      onMessage: (listener) =>
        parentPort.on('message', (event) => {
          listener(event.data);
        }),
    };
  }
  // Without a host there is nobody to read for, however deep in a file this is.
  process.on('disconnect', () => process.exit());
  return {
    post: (answer) => {
      process.send?.(answer);
    },
    onMessage: (listener) =>
      process.on('message', (message) => {
        listener(message as HostMessage); // the host alone writes to this channel
      }),
  };
}

const port = openPort();
const cancelled = new Map<number, AbortController>();
let unacknowledged = 0;
let waiting: (() => void) | null = null;
let last: { path: string; file: ReadFile } | null = null;

port.onMessage((message) => {
  switch (message.type) {
    case 'ack':
      unacknowledged--;
      waiting?.();
      return;
    case 'cancel':
      cancelled.get(message.id)?.abort();
      return;
    case 'interpret':
      void answer(message, interpret);
      return;
    case 'peek':
      void answer(message, peek);
      return;
    default:
      unreachable(message);
  }
});

async function answer<R extends InterpretRequest | PeekRequest>(request: R, work: (request: R, signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  cancelled.set(request.id, controller);
  try {
    await work(request, controller.signal);
  } catch (error) {
    await post({ type: 'fault', id: request.id, fault: faultBody(error, request.fileName) });
  } finally {
    cancelled.delete(request.id);
  }
}

async function interpret(request: InterpretRequest, signal: AbortSignal): Promise<void> {
  const { id } = request;
  const file = await open(request, signal, (done, total) => post({ type: 'progress', id, stage: 'read', done, total }));
  for (const part of interpretFile(file, request)) {
    stopIfCancelled(signal);
    await post(request.packed === true ? packed(part) : part);
  }
  stopIfCancelled(signal);
  await post({ type: 'done', id });
}

// Serialised once: the core hands the bytes on to the writer as they are.
function packed(answer: ChildAnswer): ChildAnswer {
  if (answer.type !== 'facts') return answer;
  return { type: 'packed-facts', id: answer.id, packed: { table: answer.block.table, bytes: serialize(answer.block) } };
}

async function peek(request: PeekRequest, signal: AbortSignal): Promise<void> {
  const file = await open(request, signal, turn);
  const texts = request.cells.map(({ sheet, row, column }) => rawText(file, sheet, { row, column }));
  await post({ type: 'peeked', id: request.id, texts });
  await post({ type: 'done', id: request.id });
}

// null: there is no such sheet.
function rawText(file: ReadFile, sheetIndex: number, place: { row: number; column: number }): string | null {
  const rows = file.sheets[sheetIndex]?.rows;
  if (!rows) return null;
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (!row) break;
    if (row.number === place.row) return cellText(row.cells[place.column - 1] ?? null);
    if (row.number < place.row) low = middle + 1;
    else high = middle - 1;
  }
  return '';
}

// Traces ask for the same file again and again; one file is kept.
async function open(request: { path: string }, signal: AbortSignal, progress: (done: number, total: number) => Promise<void>): Promise<ReadFile> {
  if (last?.path === request.path) return last.file;
  last = null;
  const file = await readBytes(await load(request.path), { signal, progress });
  last = { path: request.path, file };
  return file;
}

async function load(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw overLimit(`The file has ${size.toLocaleString('en-US')} bytes`, limits.fileBytes);
  const bytes = await readFile(path);
  if (!path.endsWith('.gz')) return bytes;
  return inflate(bytes, { maxOutputLength: limits.fileBytes + 1 });
}

// Waits until the host has dealt with earlier answers, and lets a waiting cancel in.
async function post(message: ChildAnswer): Promise<void> {
  unacknowledged++;
  port.post(message);
  await turn();
  while (unacknowledged >= answerWindow) {
    await new Promise<void>((resolve) => {
      waiting = resolve;
    });
    waiting = null;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Fault('cancelled', 'The import was cancelled; nothing was changed.');
}

function faultBody(error: unknown, fileName: string): FaultBody {
  const { code, title, message } = asFault(error).body;
  return { code, title, message: message.includes(fileName) ? message : `${fileName}: ${message}` };
}

function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new Fault('file-missing', 'The file is no longer where it was put: choose it again.', { cause: error });
  if (code === 'ERR_BUFFER_TOO_LARGE') return overLimit('The archived file unpacks to too many bytes', limits.fileBytes);
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR')
    return new Fault('file-corrupt', 'The archived copy can’t be unpacked: restore it from a backup.', { cause: error });
  return new Fault('internal', `Reading stopped on an error inside the program (${error instanceof Error ? (error.stack ?? error.message) : String(error)}).`);
}
