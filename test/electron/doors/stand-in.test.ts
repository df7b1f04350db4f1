/** The stand-in for Electron, driven as Playwright drives Electron, with an application of a few lines. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import type { BrowserWindow } from 'electron';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCodec } from '../../support/electron-stand-in/codec.ts';

const main = `
import { app, BrowserWindow, ipcMain, Menu, protocol, utilityProcess } from 'electron';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }]);
app.setPath('userData', process.env.TRY_USER_DATA);
globalThis.seconds = [];
globalThis.navigations = [];
let cancelled = 0;
const ticks = () => { let timer; return new ReadableStream({ start(c) { timer = setInterval(() => c.enqueue(new TextEncoder().encode('tick')), 30); }, cancel() { cancelled += 1; clearInterval(timer); } }); };
async function handle(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/sum') { const hash = createHash('sha256'); for await (const chunk of request.body) hash.update(chunk); return new Response(hash.digest('hex')); }
  if (pathname === '/ticks') return new Response(ticks());
  if (pathname === '/cancelled') return new Response(String(cancelled));
  if (pathname === '/fail') throw new Error('no');
  if (pathname === '/who') return Response.json({ url: request.url, origin: request.headers.get('origin'), host: request.headers.get('host') });
  return new Response('<!doctype html><h1>page</h1><a id="out" href="https://example.com/">out</a><a id="in" href="/two">in</a>', { headers: { 'content-type': 'text/html' } });
}
if (!app.requestSingleInstanceLock({ files: ['b'] })) app.quit();
else {
  app.on('second-instance', (event, argv, folder, data) => globalThis.seconds.push({ argv: argv.slice(1), data }));
  app.on('window-all-closed', () => app.quit());
  let asked = false;
  app.on('will-quit', (event) => { if (asked) return; asked = true; event.preventDefault(); setTimeout(() => app.quit(), 50); });
  app.whenReady().then(async () => {
    protocol.handle('app', handle);
    ipcMain.handle('echo', (event, value) => value);
    ipcMain.handle('fail', () => { throw new TypeError('bad'); });
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'quit', role: 'quit' }, { id: 'zoom', role: 'zoomIn' }] }]));
    globalThis.forkChild = (argv) => {
      const child = utilityProcess.fork(join(import.meta.dirname, 'child.js'), [], { execArgv: argv, stdio: 'ignore' });
      const said = [];
      return new Promise((resolve) => {
        child.on('message', (message) => { said.push(message); if (message.pid) { child.postMessage(new Map([['a', 1]])); } if (message.got) child.kill(); });
        child.on('exit', (code) => resolve({ said, code, ended: child.pid === undefined }));
        child.postMessage('early');
      });
    };
    const window = new BrowserWindow({ width: 900, height: 700, webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') } });
    window.webContents.on('will-navigate', (event) => { globalThis.navigations.push(event.url); if (!event.url.startsWith('app://cockpit/')) event.preventDefault(); });
    globalThis.openings = [];
    window.webContents.setWindowOpenHandler(({ url }) => { globalThis.openings.push(url); return { action: 'deny' }; });
    await window.loadURL('app://cockpit/');
  });
}
`;

const preload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('api', { answer: 42, list: [1], echo: (value) => ipcRenderer.invoke('echo', value), fail: () => ipcRenderer.invoke('fail'), nobody: () => ipcRenderer.invoke('nobody'), roundTrip: async () => { const back = await ipcRenderer.invoke('echo', { date: new Date(5), map: new Map([[1, undefined]]) }); return back.date.getTime() === 5 && back.map.has(1); } });
let missing; try { contextBridge.exposeInIsolatedWorld(1, 'x', {}); } catch (error) { missing = error.message; }
contextBridge.exposeInMainWorld('missing', missing);
`;

const child = `
process.parentPort.on('message', ({ data }) => { if (data === 'early') process.parentPort.postMessage({ pid: process.pid, send: typeof process.send, type: process.type, argv: process.execArgv }); else process.parentPort.postMessage({ got: data.get('a') }); });
`;

const folder = mkdtempSync(join(tmpdir(), 'stand-in-test-'));
const standIn = resolve('test/support/electron-stand-in');
let app: ElectronApplication;
let page: Page;

const start = () => _electron.launch({ args: [folder], env: { ...(process.env as Record<string, string>), TRY_USER_DATA: join(folder, 'data') } }); // no value is missing in one's own environment

beforeAll(async () => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn;
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'try', type: 'module', main: 'main.js' }));
  writeFileSync(join(folder, 'main.js'), main);
  writeFileSync(join(folder, 'preload.cjs'), preload);
  writeFileSync(join(folder, 'child.js'), child);
  app = await start();
  page = await app.firstWindow();
  await page.getByRole('heading', { name: 'page' }).waitFor();
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('app://', () => {
  it('is a secure page whose requests carry the app:// address and origin', async () => {
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    expect(await page.evaluate(async () => (await fetch('/who?a=1', { method: 'POST' })).json() as Promise<unknown>)).toEqual({
      url: 'app://cockpit/who?a=1',
      origin: 'app://cockpit',
      host: null,
    });
  });

  it('streams 5 MB up', async () => {
    const expected = createHash('sha256')
      .update(new Uint8Array(5_000_000).map((_, i) => i % 253))
      .digest('hex');
    const sum = await page.evaluate(async () => {
      const bytes = new Uint8Array(5_000_000).map((_, i) => i % 253);
      return (await fetch('/sum', { method: 'POST', body: new Blob([bytes]) })).text();
    });
    expect(sum).toBe(expected);
  });

  it('streams an answer live, and going away cancels it', async () => {
    const ticks = await page.evaluate(async () => {
      const reader = (await fetch('/ticks', { method: 'POST' })).body?.getReader();
      const began = performance.now();
      const at: number[] = [];
      for (let i = 0; i < 4; i += 1) {
        await reader?.read();
        at.push(performance.now() - began);
      }
      await reader?.cancel();
      return at;
    });
    expect((ticks[3] ?? 0) - (ticks[0] ?? 0)).toBeGreaterThan(40);
    await expect.poll(() => page.evaluate(async () => (await fetch('/cancelled')).text())).toBe('1');
  });

  it('turns a handler that throws into a failed fetch', async () => {
    await expect(page.evaluate(() => fetch('/fail', { method: 'POST' }).then(() => 'answered'))).rejects.toThrow(/Failed to fetch/);
  });

  it('reaches no other host', async () => {
    await expect(page.evaluate(() => fetch('https://example.com/', { mode: 'no-cors' }).then(() => 'answered'))).rejects.toThrow(/Failed to fetch/);
  });
});

describe('the preload', () => {
  it('runs in a world of its own and exposes frozen data and functions', async () => {
    const seen = await page.evaluate(() => {
      const { api } = window as unknown as { api: { answer: number; list: number[] } }; // exposed by the preload above
      const bare = globalThis as Record<string, unknown>;
      return [
        api.answer,
        api.list,
        Object.isFrozen(api),
        typeof bare['require'],
        typeof bare['process'],
        typeof bare['__standInPost'],
        typeof bare['__standInReceive'],
      ];
    });
    expect(seen).toEqual([42, [1], true, 'undefined', 'undefined', 'undefined', 'undefined']);
  });

  it('talks to the main process, structured clone and Electron’s error words included', async () => {
    const call = (name: string, value?: unknown) =>
      page.evaluate(
        ([method, argument]) => (window as unknown as { api: Record<string, (value: unknown) => unknown> }).api[String(method)]?.(argument),
        [name, value],
      ); // as above
    expect(await call('echo', { a: [1, 'é'] })).toEqual({ a: [1, 'é'] });
    expect(await call('roundTrip')).toBe(true);
    await expect(call('fail')).rejects.toThrow("Error invoking remote method 'fail': TypeError: bad");
    await expect(call('nobody')).rejects.toThrow("No handler registered for 'nobody'");
  });

  it('meets a named refusal where the stand-in has nothing', async () => {
    expect(await page.evaluate(() => (window as unknown as { missing: string }).missing)).toBe(
      'electron stand-in: contextBridge.exposeInIsolatedWorld is not provided',
    );
  });
});

describe('the codec', () => {
  const codec = makeCodec();

  it('carries what structured clone carries', () => {
    const value = { u: undefined, n: NaN, z: -0, i: Infinity, b: 5n, d: new Date(7), m: new Map([['k', new Set([1])]]), bytes: new Uint8Array([1, 255]) };
    expect(codec.decode(JSON.parse(JSON.stringify(codec.encode(value))))).toEqual(value);
    expect(codec.decode(codec.encode(new RangeError('far')))).toMatchObject({ name: 'RangeError', message: 'far' });
  });

  it('refuses functions and symbols', () => {
    expect(() => codec.encode({ f: () => 1 })).toThrow('An object could not be cloned.');
    expect(() => codec.encode(Symbol('s'))).toThrow('An object could not be cloned.');
  });
});

describe('navigation', () => {
  it('asks will-navigate for what the page does, and obeys', async () => {
    await page.locator('#out').click();
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { navigations: string[] }).navigations)).toEqual(['https://example.com/']);
    expect(await page.title()).toBe('');
    await page.locator('#in').click();
    await page.waitForURL(/\/two$/);
  });

  it('asks the handler for a window the page opens, and opens none', async () => {
    expect(await page.evaluate(() => window.open('/two') === null)).toBe(true);
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { openings: string[] }).openings)).toEqual(['app://cockpit/two']);
    expect(app.windows()).toHaveLength(1);
    expect(await page.evaluate(() => '__standInOpen' in globalThis)).toBe(false);
  });
});

describe('the main process', () => {
  it('throws by name for what is not provided', async () => {
    await expect(app.evaluate(({ app: own }) => (own as unknown as { setJumpList: (list: unknown) => void }).setJumpList([]))).rejects.toThrow(
      'electron stand-in: app.setJumpList is not provided',
    );
    await expect(app.evaluate(({ dialog }) => dialog.showOpenDialog({}))).rejects.toThrow('dialog.showOpenDialog was called; answer it first');
    await expect(app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('zoom')?.click() as unknown)).rejects.toThrow(
      'the menu role zoomIn is not provided',
    );
  });

  it('lets a test answer a dialog', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/a'] });
    });
    expect(await app.evaluate(({ dialog }) => dialog.showOpenDialog({}))).toEqual({ canceled: false, filePaths: ['/a'] });
  });

  it('gives the window of a page', async () => {
    const window = await app.browserWindow(page);
    // Playwright types the window loosely.
    expect(await window.evaluate((own: BrowserWindow) => [own.isVisible(), own.getBounds().width])).toEqual([true, 900]);
  });

  it('forks a utility process as a real child that knows only parentPort', async () => {
    const outcome = (await app.evaluate(() =>
      (globalThis as unknown as { forkChild: (argv: string[]) => Promise<unknown> }).forkChild(['--max-old-space-size=64']),
    )) as { said: Record<string, unknown>[]; code: number; ended: boolean }; // the application above
    expect(outcome.said).toEqual([
      { pid: expect.any(Number) as number, send: 'undefined', type: 'utility', argv: expect.arrayContaining(['--max-old-space-size=64']) as string[] },
      { got: 1 },
    ]);
    expect([outcome.code, outcome.ended]).toEqual([1, true]);
  });

  it('gives a second start’s words to the first, and the second ends', async () => {
    const second = await start().catch((error: unknown) => error);
    if (second instanceof Error) expect(second.message).toMatch(/closed|exited|Process|disconnected/);
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { seconds: unknown[] }).seconds))
      .toEqual([{ argv: [folder], data: { files: ['b'] } }]);
  });

  it('quits by its menu, waiting where will-quit was prevented, and starts again on the same data', async () => {
    const closed = app.waitForEvent('close');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click() as unknown).catch(() => undefined);
    await closed;
    app = await start();
    page = await app.firstWindow();
    await page.getByRole('heading', { name: 'page' }).waitFor();
  });
});
