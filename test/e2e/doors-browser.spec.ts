/** What only the browser door has: the session token, handed over once. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { launch } from '../support/launch.ts';

test('the token leaves the address at once and stands in no command line and no file', async () => {
  const cockpit = await launch('browser');
  const token = cockpit.headers['x-cockpit-session'] ?? '';
  expect(token).toHaveLength(43);
  await expect.poll(() => cockpit.page.url()).not.toContain(token);
  const lines = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        // A process that ended meanwhile shows nothing.
        return '';
      }
    });
  // Positive control: the look does see command lines.
  expect(lines.some((line) => line.includes('browser.js'))).toBe(true);
  expect(lines.filter((line) => line.includes(token))).toEqual([]);
  const written = readdirSync(cockpit.userData, { recursive: true, encoding: 'utf8' }).map((name) => join(cockpit.userData, name));
  const files = written.filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((path) => readFileSync(path).includes(token))).toEqual([]);
  await cockpit.close();
});

test('a reload keeps the session, a tab without the token gets the shell and no answer', async () => {
  const cockpit = await launch('browser');
  const frame = new Frame(cockpit.page);
  await frame.goTo('settings');
  await cockpit.page.reload();
  await frame.expectCurrent('settings');
  const stranger = await cockpit.page.context().browser()?.newPage();
  const response = await stranger?.goto(new URL('/', cockpit.page.url()).href);
  expect(response?.status()).toBe(200);
  const status = await stranger?.evaluate(
    async () => (await fetch('/rpc/plants.list?batch=1', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status,
  );
  expect(status).toBe(401);
  await cockpit.close();
});

test('every script and style comes from the own origin, and none is refused', async () => {
  const cockpit = await launch('browser');
  const refused: string[] = [];
  const foreign: string[] = [];
  cockpit.page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  cockpit.page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== new URL(cockpit.page.url()).origin) foreign.push(request.url());
  });
  await cockpit.page.reload();
  const frame = new Frame(cockpit.page);
  for (const page of ['intake', 'packs', 'settings', 'today'] as const) await frame.goTo(page);
  expect([refused, foreign]).toEqual([[], []]);
  await cockpit.close();
});
