/** The main process: starts Chromium, loads the application's main module, fires `ready`, as Electron does. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { carrier, chromium } from './runtime.ts';

const LOADING_LIMIT_MS = 15_000;

function fatal(error: unknown): never {
  process.stderr.write(`A JavaScript error occurred in the main process\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  chromium.end();
  process.exit(1);
}

/** Electron and Playwright's loader leave the application's path as the first argument; switches before it are Chromium's. */
function applicationArguments(): string[] {
  const rest = process.argv.slice(1).filter((argument) => argument !== fileURLToPath(import.meta.url));
  const first = rest.findIndex((argument) => !argument.startsWith('-'));
  return first < 0 ? ['.'] : rest.slice(first);
}

function entryOf(path: string): { root: string; entry: string } {
  if (statSync(path).isDirectory()) {
    const { main } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { main: string }; // npm's own file
    return { root: path, entry: join(path, main) };
  }
  let root = dirname(path);
  while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root);
  return { root, entry: path };
}

async function boot(): Promise<void> {
  const loader = process.env['STAND_IN_REQUIRE'];
  delete process.env['STAND_IN_REQUIRE'];
  if (loader !== undefined) createRequire(import.meta.url)(loader);
  const args = applicationArguments();
  process.argv = [process.argv[0] ?? '', ...args];
  const { root, entry } = entryOf(resolve(args[0] ?? '.'));
  app.boot(root);
  chromium.onGone = () => {
    process.stderr.write('electron stand-in: Chromium went away\n');
    app.exit(1);
  };
  await chromium.start(await carrier.listen());
  const late = setTimeout(() => {
    fatal(new Error('the main module has not finished loading: a top-level await on app.whenReady() never resolves in Electron'));
  }, LOADING_LIMIT_MS);
  await import(pathToFileURL(entry).href);
  clearTimeout(late);
  app.fireReady();
}

Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process.versions, 'electron', { value: 'stand-in', enumerable: true });
boot().catch(fatal);
