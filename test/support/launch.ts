/**
 * Starts the built application through one of its doors, on a store of its own, and gives the page a spec drives. The desktop runs on a
 * real Electron where one is installed, else on the stand-in: the same specs either way.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, chromium, type ElectronApplication, type Page } from '@playwright/test';

export const doors = ['desktop', 'browser'] as const;
export type Door = (typeof doors)[number];

export interface LaunchOptions {
  /** Default: a fresh store, removed by close(). */
  storeFile?: string;
  /** ISO day. */
  asOf?: string;
  /** Files given on the command line; the desktop door alone takes them. */
  files?: string[];
}

export interface Launched {
  door: Door;
  page: Page;
  /** The desktop's Electron; null in the browser door. */
  app: ElectronApplication | null;
  /** The process that holds the core. */
  pid: number;
  /** What a fetch of the page has to carry: the session in the browser door, nothing on the desktop. */
  headers: Record<string, string>;
  storeFile: string;
  /** The folder with everything this start wrote. */
  userData: string;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Whether the desktop runs on a real Electron here. */
export function hasRealElectron(): boolean {
  return process.env['REAL_ELECTRON'] === '1' || ['electron', 'electron.exe'].some((name) => existsSync(join(root, 'node_modules/electron/dist', name)));
}

/** Starts the desktop a second time, as a double click on the icon does: it hands its files to the window that is open, and ends. */
export async function startAgain(storeFile: string, files: readonly string[]): Promise<number | null> {
  const executable: unknown = createRequire(join(root, 'package.json'))('electron');
  if (typeof executable !== 'string') throw new Error('The electron package names no executable.');
  const second = spawn(executable, [root, '--store', storeFile, ...files], { cwd: root, stdio: 'ignore' });
  return new Promise((ended, failed) => {
    second.once('error', failed);
    second.once('exit', ended);
  });
}

/** Starts a door; whoever starts it closes it. */
export async function launch(door: Door, options: LaunchOptions = {}): Promise<Launched> {
  if (!existsSync(join(root, 'out/main/main.js'))) throw new Error('The application is not built: run `npx electron-vite build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-e2e-'));
  const storeFile = options.storeFile ?? join(folder, 'store.sqlite');
  const args = ['--store', storeFile, ...(options.asOf === undefined ? [] : ['--as-of', options.asOf])];
  const started = door === 'desktop' ? await launchDesktop([...args, ...(options.files ?? [])]) : await launchBrowser(args);
  await drawn(started.page);
  return {
    door,
    storeFile,
    userData: dirname(storeFile),
    ...started,
    close: async () => {
      await started.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The first page may still be an empty one on its way to the application. */
async function drawn(page: Page): Promise<void> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  await page
    .locator('#root > *')
    .first()
    .waitFor()
    .catch((error: unknown) => {
      throw new Error(`Nothing was drawn on ${page.url()}: ${complaints.join('; ')}`, { cause: error });
    });
}

type Started = Pick<Launched, 'page' | 'app' | 'pid' | 'headers' | 'close'>;

async function launchDesktop(args: string[]): Promise<Started> {
  if (!hasRealElectron()) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/support/electron-stand-in');
  const app = await _electron.launch({ args: [root, ...args], cwd: root });
  let said = '';
  app.process().stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const page = await app.firstWindow().catch((error: unknown) => {
    throw new Error(`The desktop opened no window; it said: ${said}`, { cause: error });
  });
  return { app, page, pid: app.process().pid ?? 0, headers: {}, close: () => app.close() };
}

async function launchBrowser(args: string[]): Promise<Started> {
  const node = join(root, 'node_modules/.bin/node');
  const server = spawn(node, [join(root, 'out/main/browser.js'), '--no-open', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<void>((done) => {
    server.once('exit', () => {
      done();
    });
  });
  const address = await firstLine(server.stdout, exited);
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: chromiumArguments });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  const token = new URL(address).hash.slice('#token='.length);
  return {
    app: null,
    page,
    pid: server.pid ?? 0,
    headers: { 'x-cockpit-session': token },
    close: async () => {
      await browser.close();
      server.kill('SIGTERM');
      await exited;
    },
  };
}

async function firstLine(stream: NodeJS.ReadableStream, exited: Promise<void>): Promise<string> {
  const lines = createInterface(stream);
  const line = new Promise<string>((found) => {
    lines.once('line', found);
  });
  const none = exited.then(() => {
    throw new Error('The browser door ended before it gave its address.');
  });
  return Promise.race([line, none]);
}
