/** Before the specs: says which Electron they run on, and what that one can't show. */
import { readFileSync } from 'node:fs';
import { hasRealElectron } from './launch.ts';

const list = new URL('../../docs/only-on-real-electron.md', import.meta.url);

export default function announce(): void {
  if (hasRealElectron()) {
    process.stdout.write('Desktop specs run on a real Electron.\n');
    return;
  }
  const points = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- '));
  process.stdout.write(`Desktop specs run on the stand-in for Electron. What it can't show (docs/only-on-real-electron.md):\n${points.join('\n')}\n`);
}
