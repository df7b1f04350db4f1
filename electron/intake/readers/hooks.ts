/** What a reader tells, and is told, while it works. */
import { Fault } from '../../../shared/faults.ts';

export interface ReadHooks {
  /** `done` of `total` bytes are read; called between blocks, awaited. */
  progress?: (done: number, total: number) => Promise<void>;
  /** Stops between blocks with the fault `cancelled`. */
  signal?: AbortSignal;
}

/** Every reader calls it between blocks of work. */
export async function betweenBlocks(hooks: ReadHooks, done: number, total: number): Promise<void> {
  if (hooks.signal?.aborted === true) throw new Fault('cancelled', 'Reading the file was cancelled; nothing was changed.');
  await hooks.progress?.(done, total);
}
