/** No page complains: nothing on the console, no request that fails, at a filled and at an empty store. */
import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { pages } from '../../renderer/app/pages.ts';
import { AreaScreen } from '../pages/area.ts';
import { Frame } from '../pages/frame.ts';
import { launch } from '../support/launch.ts';
import { filledStore } from '../support/screens-store.ts';

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${String(response.status())} ${response.url()}`);
  });
  return complaints;
}

async function goThroughAll(page: Page): Promise<void> {
  const frame = new Frame(page);
  for (const { id } of pages) {
    await frame.goTo(id);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
}

test('no page of a filled store complains', async () => {
  const store = filledStore();
  const cockpit = await launch('browser', { storeFile: store.storeFile, asOf: '2026-11-05' });
  const { page } = cockpit;
  const complaints = complaintsOf(page);
  await page.reload();
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    await goThroughAll(page);
  }
  const [frame, area] = [new Frame(page), new AreaScreen(page)];
  await frame.goTo('production');
  await area.tile('Good units').click();
  await expect(area.trace).toContainText('cell');
  await frame.openPalette();
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  await page.evaluate(() => {
    console.error('planted');
  });
  await page.evaluate(() => fetch('/rpc/system.nothing', { method: 'POST' }).then((answer) => answer.status));
  expect(complaints).toEqual(expect.arrayContaining(['planted', expect.stringMatching(/^4\d\d /)]));
  await cockpit.close();
  rmSync(store.folder, { recursive: true, force: true });
});

test('no page of an empty store complains', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const complaints = complaintsOf(cockpit.page);
  await cockpit.page.reload();
  await goThroughAll(cockpit.page);
  expect(complaints).toEqual([]);
  await cockpit.close();
});
