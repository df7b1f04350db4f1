/** What a reader tells, and is told, while it works. */
import { Fault } from '../../../shared/faults.ts';

export interface ReadHooks {
  /** `done` of `total` bytes are read; called between blocks, awaited. */
  progress?: (done: number, total: number) => Promise<void>;
  /** Stops between blocks with the fault `cancelled`. */
  signal?: AbortSignal;
  /** What earlier files of the same archive have used up already, and which archive we are in: limits hold for all of them together. */
  spent?: Spent;
}

export interface Spent {
  /** Filled cells. */
  cells: number;
  /** Cells including the empty ones between them. */
  grid: number;
  /** Bytes unpacked. */
  inflated: number;
  /** How many archives we are inside of. */
  archives: number;
}

export function nothingSpent(): Spent {
  return { cells: 0, grid: 0, inflated: 0, archives: 0 };
}

/** Every reader calls it between blocks of work. */
export async function betweenBlocks(hooks: ReadHooks, done: number, total: number): Promise<void> {
  if (hooks.signal?.aborted === true) throw new Fault('cancelled', 'Reading the file was cancelled; nothing was changed.');
  await hooks.progress?.(done, total);
}
