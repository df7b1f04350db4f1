/** What only the desktop door has: the window, its menu, a second start, and the desktop's verbs. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { hasRealElectron, launch } from '../support/launch.ts';
import { uploadText } from '../support/launch-wire.ts';

test('the page has nothing of Node or Electron, and reaches no other host', async () => {
  const cockpit = await launch('desktop');
  const names = await cockpit.page.evaluate(() =>
    ['require', 'process', 'module', 'electron', 'ipcRenderer', 'Buffer', 'global'].filter((name) => name in globalThis),
  );
  expect(names).toEqual([]);
  expect(await cockpit.page.evaluate(() => window.isSecureContext)).toBe(true);
  await expect(cockpit.page.evaluate(() => fetch('https://example.com/', { mode: 'no-cors' }).then(() => 'answered'))).rejects.toThrow(/Failed to fetch/);
  expect(await cockpit.page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  await expect.poll(() => cockpit.app?.windows().length).toBe(1);
  await cockpit.close();
});

test('the window has the whole checklist', async () => {
  const cockpit = await launch('desktop');
  const preferences = await cockpit.app?.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0] as unknown as { preferences?: object; getLastWebPreferences?: () => object }; // the stand-in's name, Electron's name
    return contents.preferences ?? contents.getLastWebPreferences?.();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
  await cockpit.close();
});

test('the menu goes to Intake and Packs', async () => {
  const cockpit = await launch('desktop');
  const frame = new Frame(cockpit.page);
  const click = (id: string) => cockpit.app?.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click() as unknown, id);
  await click('import');
  await frame.expectCurrent('intake');
  await click('make-monthly-pack');
  await frame.expectCurrent('packs');
  await cockpit.close();
});

test('closing ends the core: the store is whole, its log merged, and what was stored is there on the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-again-'));
  const storeFile = join(folder, 'store.sqlite');
  const first = await launch('desktop', { storeFile });
  const { status } = await uploadText(first, 'a.csv', 'Date,Line,Good\n2026-01-05,L1,10\n');
  expect(status).toBe(200);
  await first.close();
  expect([existsSync(storeFile), existsSync(`${storeFile}-wal`)]).toEqual([true, false]);
  const second = await launch('desktop', { storeFile });
  await new Frame(second.page).goTo('settings');
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the window’s place is remembered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-place-'));
  const storeFile = join(folder, 'store.sqlite');
  const first = await launch('desktop', { storeFile });
  const window = await first.app?.browserWindow(first.page);
  await window?.evaluate((own: Electron.BrowserWindow) => {
    own.setBounds({ x: 40, y: 50, width: 1200, height: 700 });
  });
  await first.close();
  const second = await launch('desktop', { storeFile });
  const again = await second.app?.browserWindow(second.page);
  expect(await again?.evaluate((own: Electron.BrowserWindow) => own.getNormalBounds())).toEqual({ x: 40, y: 50, width: 1200, height: 700 });
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a second start hands its files to the first window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-second-'));
  const storeFile = join(folder, 'store.sqlite');
  const file = join(folder, 'output.csv');
  writeFileSync(file, 'Date,Line,Good\n2026-01-05,L1,10\n');
  const first = await launch('desktop', { storeFile });
  // The page may be asking already; this question takes over.
  const question = first.page.evaluate(async () => {
    const response = await fetch('/desktop/openedFiles', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    return (await response.json()) as { files: { name: string; size: number }[] }; // the door's answer
  });
  await launch('desktop', { storeFile, files: [file] }).then(
    () => {
      throw new Error('The second start opened a window of its own.');
    },
    (error: unknown) => {
      expect(String(error)).not.toContain('a window of its own');
    },
  );
  expect(await question).toMatchObject({ files: [{ name: 'output.csv', size: 32 }] });
  await new Frame(first.page).expectCurrent('intake');
  await first.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a picked file is uploaded; the page learns its name, not its path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-pick-'));
  const file = join(folder, 'picked.csv');
  writeFileSync(file, 'Date,Line,Good\n');
  const cockpit = await launch('desktop');
  await cockpit.app?.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  const answer = await cockpit.page.evaluate(async () => (await fetch('/desktop/pickFiles', { method: 'POST', body: '{}' })).text());
  expect(JSON.parse(answer)).toMatchObject({ files: [{ name: 'picked.csv', size: 15 }] });
  expect(answer).not.toContain(folder);
  const missing = await cockpit.page.evaluate(
    async () => (await fetch('/desktop/openDraft', { method: 'POST', body: JSON.stringify({ pack: 99, name: 'a.eml' }) })).json() as Promise<unknown>,
  );
  expect(missing).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  await cockpit.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a file that is no store is refused in words and left as it is', async () => {
  test.skip(hasRealElectron(), 'a native dialog nobody answers');
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-damaged-'));
  const storeFile = join(folder, 'store.sqlite');
  writeFileSync(storeFile, 'this is no database, and far too long to be a header of one'.repeat(100));
  const before = readFileSync(storeFile);
  await expect(launch('desktop', { storeFile })).rejects.toThrow(/The store is damaged/);
  expect(readFileSync(storeFile).equals(before)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
