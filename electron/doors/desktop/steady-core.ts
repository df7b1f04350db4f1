/** A core that is started again when its worker dies: the window lives on. A core that keeps dying is given up. */
import { type Core, type CoreHooks, startCore } from '../../core/core-client.ts';
import type { CoreOptions } from '../../core/protocol.ts';

const RESTARTS = 3;
const WITHIN_MS = 10 * 60_000;

export interface SteadyCoreHooks extends Omit<CoreHooks, 'onCrash'> {
  onGivenUp: (error: Error) => void;
  /** Milliseconds from any start. */
  now?: () => number;
}

/** Starts the core; later crashes restart it, at most three times in ten minutes. */
export async function startSteadyCore(options: CoreOptions, hooks: SteadyCoreHooks): Promise<Core> {
  const now = hooks.now ?? (() => performance.now());
  const crashes: number[] = [];
  let closing = false;
  const start = () => startCore(options, { ...hooks, onCrash: restart });
  let current: Promise<Core> = start();
  await current;

  function restart(error: Error): void {
    if (closing) return;
    crashes.push(now());
    if (crashes.filter((at) => now() - at < WITHIN_MS).length > RESTARTS) {
      hooks.onGivenUp(error);
      return;
    }
    const next = start();
    next.catch((failure: unknown) => {
      hooks.onGivenUp(failure instanceof Error ? failure : error);
    });
    current = next;
  }

  return {
    handle: async (request) => (await current).handle(request),
    close: async () => {
      closing = true;
      await (await current).close();
    },
  };
}
