/**
 * The single instance lock, in the userData folder. Asking is synchronous, as in Electron: a file names the owner's process, a second
 * start leaves its words beside it, and the owner looks for them.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SecondStart {
  argv: string[];
  folder: string;
  data: unknown;
}

const LOOK_EVERY_MS = 50;

/** True for the owner; a second start's words reach the owner's `onSecond`. */
export function takeLock(userData: string, second: SecondStart, onSecond: (start: SecondStart) => void): boolean {
  const folder = join(userData, 'stand-in-lock');
  mkdirSync(folder, { recursive: true });
  const owner = join(folder, 'owner');
  if (!claim(owner) && isAlive(Number(readFileSync(owner, 'utf8')))) {
    const part = join(folder, `${String(process.pid)}.part`);
    writeFileSync(part, JSON.stringify(second));
    renameSync(part, join(folder, `${String(process.pid)}.json`));
    return false;
  }
  writeFileSync(owner, String(process.pid));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  setInterval(() => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const words = readFileSync(join(folder, name), 'utf8');
      rmSync(join(folder, name));
      onSecond(JSON.parse(words) as SecondStart); // a second start wrote it, above
    }
  }, LOOK_EVERY_MS).unref();
  return true;
}

function claim(owner: string): boolean {
  try {
    writeFileSync(owner, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
