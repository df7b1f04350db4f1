/**
 * `npm run up`: everything needed to run, then Plant Cockpit on the demo plant, in a demo store of its own. The desktop window
 * where an Electron runtime is; else, or with --no-open, the browser door.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime } from './electron.mjs';
import { ensureAll, foreground, main, pinnedNode, root, say, stop } from './ensure.mjs';

const folder = join(root, '.cache/demo');
const store = join(folder, 'plant-cockpit.sqlite');
// Written last: a store whose making was broken off is made anew.
const complete = join(folder, 'complete');

await main(async () => {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--no-open');
  if (unknown) stop(`npm run up takes only --no-open, found ${unknown}.`);
  ensureAll();
  await ensureDemo();
  const options = ['--store', store, '--as-of', demoDay()];
  if (process.argv.includes('--no-open')) return openDoor([...options, '--no-open']);
  const runtime = electronRuntime();
  if (runtime.path) return foreground([runtime.path, root, ...options]);
  say(`Opening in the browser: ${runtime.reason}.`);
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return openDoor(hasDisplay ? options : [...options, '--no-open']);
});

async function openDoor(options) {
  const code = await foreground([pinnedNode(), join(root, 'out/main/browser.js'), ...options]);
  return code === 130 || code === 143 ? 0 : code; // ended by Ctrl+C or a polite kill: as asked
}

async function ensureDemo() {
  if (existsSync(store) && existsSync(complete)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say('Making the demo plant (once) …');
  const code = await foreground([pinnedNode(), join(root, 'out/main/cli.js'), 'demo', '--store', store]);
  if (code !== 0) stop(`The demo plant could not be made (exit code ${String(code)}); the lines above say why.`);
  writeFileSync(complete, '');
}

/** The demo's “today”: the last day its files cover, so that its story is news whenever it is opened. */
function demoDay() {
  return JSON.parse(readFileSync(join(root, 'resources/demo/plant.json'), 'utf8')).to;
}
