/** Which Electron runtime this machine can open a window with, and the one line that says why not. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, say } from './ensure.mjs';

const downloadSeconds = 90;

/** `{ path }` of the runtime's executable, or `{ path: null, reason }`. Tries the download once per Electron version. */
export function electronRuntime() {
  const blocked = whyNoWindow();
  if (blocked) return { path: null, reason: blocked };
  if (installedRuntime()) return { path: installedRuntime() };
  const tried = join(root, '.cache/electron-download');
  const version = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;
  if (existsSync(tried) && readFileSync(tried, 'utf8') === version) {
    return { path: null, reason: 'the Electron runtime could not be downloaded before (npx install-electron tries again)' };
  }
  say(`Fetching the Electron runtime ${version} …`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(tried, version);
  spawnSync(pinnedNode(), [join(root, 'node_modules/electron/install.js')], { cwd: root, stdio: 'ignore', timeout: downloadSeconds * 1000, windowsHide: true });
  if (installedRuntime()) return { path: installedRuntime() };
  return { path: null, reason: 'the Electron runtime is not here and could not be downloaded' };
}

/** The executable under node_modules/electron/dist, or of ELECTRON_OVERRIDE_DIST_PATH (Electron's own variable); null when there is none. */
export function installedRuntime() {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist');
  const file = join(folder, names[process.platform] ?? 'electron');
  return existsSync(file) ? file : null;
}

function whyNoWindow() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  if (process.getuid() === 0) return 'Electron keeps its sandbox, and that does not run as root';
  return null;
}
