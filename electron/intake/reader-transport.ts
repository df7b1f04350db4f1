/** How a reader child is started and spoken to: forked by the core itself, or by the door (Electron's utilityProcess lives in the main process). */
import { fork } from 'node:child_process';
import type { ChildAnswer } from '../../shared/intake/interpretation.ts';
import { readerHeapMegabytes } from './limits.ts';
import type { HostMessage } from './reader-wire.ts';

export interface ReaderProcess {
  post(message: HostMessage): void;
  onMessage(listener: (answer: ChildAnswer) => void): void;
  /** Called once, however the child ends; `reason` is an exit code or signal, for the log. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
  /** A child that is not busy doesn't keep this process alive. */
  busy(busy: boolean): void;
}

export interface ReaderTransport {
  start(): ReaderProcess;
}

export interface ReaderEntry {
  /** Absolute path of reader-child's script. */
  entry: string;
  /** Cap of its JavaScript heap. */
  heapMegabytes?: number;
}

// What the operating system needs to start a process, and nothing that says who the user is.
const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG', 'ELECTRON_RUN_AS_NODE'];

/** A child of this process. Node's permission model keeps it from writing files, starting programs and loading native code. */
export function forkTransport({ entry, heapMegabytes = readerHeapMegabytes }: ReaderEntry): ReaderTransport {
  return {
    start: () => {
      const env = Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
      const child = fork(entry, [], {
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${String(heapMegabytes)}`, '--permission', '--allow-fs-read=*', '--disable-warning=ExperimentalWarning'],
        env,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      return {
        post: (message) => {
          // A child that has just died says so through `exit`.
          if (child.connected) child.send(message, () => undefined);
        },
        onMessage: (listener) => {
          child.on('message', (message) => {
            listener(message as ChildAnswer); // reader-child.ts sends nothing else
          });
        },
        onExit: (listener) => {
          let ended = false;
          const end = (reason: string): void => {
            if (!ended) listener(reason);
            ended = true;
          };
          child.on('exit', (code, signal) => {
            end(signal ?? `exit code ${String(code)}`);
          });
          child.on('error', (error) => {
            end(error.message);
          });
        },
        kill: () => {
          child.kill('SIGKILL');
        },
        busy: (busy) => {
          if (busy) {
            child.ref();
            child.channel?.ref();
          } else {
            child.unref();
            child.channel?.unref();
          }
        },
      };
    },
  };
}

/** The messages of electron/core/protocol.ts this transport needs. */
export type DoorRequest =
  | { type: 'reader-start'; reader: number; entry: string; heapMegabytes: number }
  | { type: 'reader-post'; reader: number; message: unknown }
  | { type: 'reader-kill'; reader: number };

/** The worker's parentPort. Foreign messages pass by. */
export interface DoorPort {
  postMessage(message: DoorRequest): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

export function doorTransport(port: DoorPort, { entry, heapMegabytes = readerHeapMegabytes }: ReaderEntry): ReaderTransport {
  let lastReader = 0;
  const readers = new Map<number, { message: (answer: ChildAnswer) => void; exit: (reason: string) => void }>();
  port.on('message', (message) => {
    const relayed = relayedMessage(message);
    if (!relayed) return;
    const reader = readers.get(relayed.reader);
    if (relayed.type === 'reader-message') {
      // The door relays what reader-child.ts sent, unchanged.
      reader?.message(relayed.message as ChildAnswer);
    } else {
      readers.delete(relayed.reader);
      reader?.exit(`exit code ${String(relayed.code)}`);
    }
  });
  return {
    start: () => {
      const reader = ++lastReader;
      const listeners: { message: (answer: ChildAnswer) => void; exit: (reason: string) => void } = { message: () => undefined, exit: () => undefined };
      readers.set(reader, listeners);
      port.postMessage({ type: 'reader-start', reader, entry, heapMegabytes });
      return {
        post: (message) => {
          port.postMessage({ type: 'reader-post', reader, message });
        },
        onMessage: (listener) => {
          listeners.message = listener;
        },
        onExit: (listener) => {
          listeners.exit = listener;
        },
        kill: () => {
          port.postMessage({ type: 'reader-kill', reader });
        },
        busy: () => undefined,
      };
    },
  };
}

type Relayed = { type: 'reader-message'; reader: number; message: unknown } | { type: 'reader-exit'; reader: number; code: number | null };

function relayedMessage(message: unknown): Relayed | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  if (message.type !== 'reader-message' && message.type !== 'reader-exit') return null;
  // The two are written only by the door's relay, in the shape of protocol.ts.
  return message as Relayed;
}
