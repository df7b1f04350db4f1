/**
 * The preload's side, as source for the page. The preload runs in an isolated world with `require('electron')`; what contextBridge
 * exposes crosses to the page's world by DOM events whose detail Chromium clones. Values are plain data and functions that answer with a
 * promise; anything richer throws. Both functions are self-contained.
 */
import type { Codec } from './codec.ts';

/** The page's world: waits for what the preload exposes and puts it, frozen, on the window. */
export function exposeInPage(channel: string): void {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const fire = (detail: unknown) => window.dispatchEvent(new CustomEvent(`${channel}:call`, { detail }));
  const revive = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return Object.freeze(value.map(revive));
    if ('__function' in value) {
      const name = value.__function;
      return (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          const id = ++last;
          waiting.set(id, { resolve, reject });
          fire({ id, name, args });
        });
    }
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)])));
  };
  window.addEventListener(`${channel}:expose`, (event) => {
    const { key, api } = (event as CustomEvent<{ key: string; api: unknown }>).detail; // fired below
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key, { value: revive(api), enumerable: true, writable: false, configurable: false });
  });
  window.addEventListener(`${channel}:answer`, (event) => {
    const { id, ok, value } = (event as CustomEvent<{ id: number; ok: boolean; value: unknown }>).detail; // fired below
    const call = waiting.get(id);
    waiting.delete(id);
    if (ok) call?.resolve(value);
    else call?.reject(new Error(String(value)));
  });
}

interface WorldParts {
  channel: string;
  binding: string;
  codec: Codec;
  info: Record<string, unknown>;
}

/** The isolated world: `require` and `process` for the preload, and the receiver that the main process calls. */
export function makePreloadWorld({ channel, binding, codec, info }: WorldParts): { require: (name: string) => unknown; process: unknown } {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  const absent = (name: string) => () => {
    throw new Error(`electron stand-in: ${name} is not provided`);
  };
  const world = globalThis as unknown as Record<string, (argument: unknown) => void>; // the binding and the receiver live on it
  const post = (message: object) => world[binding]?.(JSON.stringify(message));
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const ipcRenderer = {
    invoke: (name: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const message = { type: 'invoke', id: ++last, name, args: codec.encode(args) };
        waiting.set(last, { resolve, reject });
        post(message);
      }),
    send: (name: string, ...args: unknown[]) => {
      post({ type: 'send', name, args: codec.encode(args) });
    },
    on(name: string, listener: Listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return this;
    },
    removeListener(name: string, listener: Listener) {
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((one) => one !== listener),
      );
      return this;
    },
    sendSync: absent('ipcRenderer.sendSync'),
    postMessage: absent('ipcRenderer.postMessage'),
  };
  world['__standInReceive'] = (argument) => {
    const message = argument as { type: string; id: number; ok: boolean; name: string; value: unknown }; // sent by WebContents
    if (message.type === 'result') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) call?.resolve(codec.decode(message.value));
      else call?.reject(new Error(String(message.value)));
      return;
    }
    for (const listener of listeners.get(message.name) ?? []) listener({ sender: ipcRenderer }, ...(codec.decode(message.value) as unknown[])); // an array by encode
  };
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const flatten = (value: unknown, path: string): unknown => {
    if (typeof value === 'function') {
      functions.set(path, value as (...args: unknown[]) => unknown); // typeof says so
      return { __function: path };
    }
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((one, i) => flatten(one, `${path}.${String(i)}`));
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, flatten(one, `${path}.${key}`)]));
  };
  window.addEventListener(`${channel}:call`, (event) => {
    const { id, name, args } = (event as CustomEvent<{ id: number; name: string; args: unknown[] }>).detail; // fired by exposeInPage
    const answer = (ok: boolean, value: unknown) => window.dispatchEvent(new CustomEvent(`${channel}:answer`, { detail: { id, ok, value } }));
    void Promise.resolve()
      .then(() => functions.get(name)?.(...args))
      .then(
        (value) => answer(true, value),
        (error: unknown) => answer(false, error instanceof Error ? error.message : String(error)),
      );
  });
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      window.dispatchEvent(new CustomEvent(`${channel}:expose`, { detail: { key, api: flatten(api, key) } }));
    },
    exposeInIsolatedWorld: absent('contextBridge.exposeInIsolatedWorld'),
  };
  const electron: Record<string, unknown> = { contextBridge, ipcRenderer };
  const provided = new Proxy(electron, { get: (parts, name) => (typeof name === 'symbol' || name in parts ? parts[name as string] : absent(name)()) }); // a string by then
  return {
    require: (name) => {
      if (name === 'electron' || name === 'electron/renderer') return provided;
      throw new Error(`module not found: ${name}`);
    },
    process: Object.freeze({ ...info, contextIsolated: true, sandboxed: true, type: 'renderer', env: {}, argv: [] }),
  };
}
