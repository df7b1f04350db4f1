/** Every page: nothing for axe to find in light and dark, nothing cut off at twice the size, everything reached by the keyboard. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { pages } from '../../renderer/app/pages.ts';
import { AreaScreen } from '../pages/area.ts';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch, type Launched } from '../support/launch.ts';
import { ordersFile } from '../support/screens-files.ts';
import { filledStore } from '../support/screens-store.ts';

test.describe.configure({ mode: 'serial' });

let cockpit: Launched;
let store: ReturnType<typeof filledStore>;

test.beforeAll(async () => {
  store = filledStore();
  cockpit = await launch('browser', { storeFile: store.storeFile, asOf: '2026-11-05' });
});

test.afterAll(async () => {
  await cockpit.close();
  rmSync(store.folder, { recursive: true, force: true });
});

async function findings(page: Page): Promise<string[]> {
  // Fluent's focus-trap markers alone are left out; legacy mode, because the launched page owns its context.
  const { violations } = await new AxeBuilder({ page }).exclude('body > i').setLegacyMode(true).analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${colorScheme}`, async () => {
    const { page } = cockpit;
    const [frame, area, intake] = [new Frame(page), new AreaScreen(page), new Intake(page)];
    await page.emulateMedia({ colorScheme });
    for (const { id } of pages) {
      await frame.goTo(id);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await findings(page), id).toEqual([]);
    }
    await frame.goTo('production');
    await area.tile('Good units').click();
    await expect(area.trace).toContainText('cell');
    expect(await findings(page), 'trace').toEqual([]);
    await frame.openPalette();
    expect(await findings(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await frame.goTo('intake');
    await intake.choose(ordersFile);
    await intake.untilPreviewed(ordersFile.name);
    expect(await findings(page), 'preview').toEqual([]);
    await page.getByRole('button', { name: 'Discard' }).click();
  });
}

test('axe does find what is wrong', async () => {
  const { page } = cockpit;
  await new Frame(page).goTo('settings');
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="data:," id="planted">'));
  expect(await findings(page)).toEqual(expect.arrayContaining([expect.stringContaining('#planted')]));
  await page.evaluate(() => document.querySelector('#planted')?.remove());
});

test('nothing runs out of the window, at once or at twice the size', async () => {
  const { page } = cockpit;
  const frame = new Frame(page);
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(viewport);
    for (const { id } of pages) {
      await frame.goTo(id);
      const overflow = await page.evaluate(() => [document.documentElement.scrollWidth - window.innerWidth, document.querySelector('main') ? 0 : 1]);
      expect(overflow, `${id} at ${String(viewport.width)}`).toEqual([0, 0]);
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('the keyboard goes to a page, a period and a row', async () => {
  const { page } = cockpit;
  const [frame, area] = [new Frame(page), new AreaScreen(page)];
  await frame.goTo('today');
  await frame.openPalette();
  await page.keyboard.type('produc');
  await page.keyboard.press('Enter');
  await frame.expectCurrent('production');
  await frame.openPalette();
  await page.keyboard.type('september 2026');
  await page.keyboard.press('Enter');
  await expect(frame.periodBar).toContainText('September 2026');
  await page.getByRole('button', { name: 'Next period' }).press('Enter');
  await expect(frame.periodBar).toContainText('October 2026');
  await frame.openPalette();
  await page.keyboard.type('press 2');
  await page.keyboard.press('Enter');
  await expect(area.grid.locator('.row-picked')).toContainText('Press 2');
});

test('Ctrl+C copies a block with heads as Excel takes it', async () => {
  const { page } = cockpit;
  const [frame, area] = [new Frame(page), new AreaScreen(page)];
  await frame.goTo('production');
  await area.cell('Press 1', 'good').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(area.grid).toContainText('Selected 2 cells');
  await page.evaluate(() => {
    document.addEventListener(
      'copy',
      (event) => {
        document.body.dataset['copied'] = event.clipboardData?.getData('text/plain') ?? '';
      },
      { once: true },
    );
  });
  await page.keyboard.press('Control+C');
  const copied = await page.evaluate(() => document.body.dataset['copied'] ?? '');
  const lines = copied.split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]?.[0]).toContain('Good');
  expect(lines[1]?.[0]).toBe('56084');
  expect(lines).toHaveLength(2);
});

test('Copy table takes the whole table as it is shown', async () => {
  const { page } = cockpit;
  const [frame, area] = [new Frame(page), new AreaScreen(page)];
  await frame.goTo('production');
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
  await area.grid.getByRole('button', { name: 'Copy table' }).click();
  await expect(area.grid).toContainText(/Copied \d+ rows with heads/);
  const lines = (await page.evaluate(() => document.body.dataset['copied'] ?? '')).split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual(expect.arrayContaining(['Line, product', 'Good']));
  expect(lines.at(-1)?.slice(0, 2)).toEqual(['Plant', '112168']);
});
