/** `ipcMain`: handlers for invoke, and listeners for send, with Electron's own error words. */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

class StandInIpcMain extends EventEmitter {
  handle(name: string, handler: Handler): void {
    if (handlers.has(name)) throw new Error(`Attempted to register a second handler for '${name}'`);
    handlers.set(name, handler);
  }

  removeHandler(name: string): void {
    handlers.delete(name);
  }
}

export const ipcMain = new StandInIpcMain();

/** The handler's value, or the error as Electron words it for the page. */
export async function answerInvoke(name: string, event: unknown, args: unknown[]): Promise<{ ok: true; value: unknown } | { ok: false; error: string }> {
  try {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`No handler registered for '${name}'`);
    return { ok: true, value: await handler(event, ...args) };
  } catch (error) {
    return { ok: false, error: `Error invoking remote method '${name}': ${String(error)}` };
  }
}
