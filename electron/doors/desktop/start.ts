/** What a start of the desktop app was asked for: the store, the day, and files dropped on its icon. */
import { resolve } from 'node:path';

export interface StartWishes {
  storeFile: string | null;
  asOf: string | null;
  /** Absolute paths. */
  files: string[];
}

/** `args` without the executable and the application's folder; switches of Chromium are not ours and are passed over. */
export function startWishes(args: string[], folder: string): StartWishes {
  const wishes: StartWishes = { storeFile: null, asOf: null, files: [] };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const next = args[i + 1];
    if (arg === '--store' && next !== undefined) {
      wishes.storeFile = resolve(folder, next);
      i += 1;
    } else if (arg === '--as-of' && next !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(next)) {
      wishes.asOf = next;
      i += 1;
    } else if (!arg.startsWith('-')) wishes.files.push(resolve(folder, arg));
  }
  return wishes;
}
