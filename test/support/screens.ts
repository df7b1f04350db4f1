/**
 * Takes every page as a picture, at both sizes, light and dark, so that they can be looked at: `npx node test/support/screens.ts`.
 * Options: --store FILE (default: the small plant of screens-files.ts), --as-of DAY, --out FOLDER (default artifacts/screens).
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { pages } from '../../renderer/app/pages.ts';
import { AreaScreen } from '../pages/area.ts';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch } from './launch.ts';
import { ordersFile } from './screens-files.ts';
import { filledStore } from './screens-store.ts';

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

const { values } = parseArgs({
  options: { store: { type: 'string' }, 'as-of': { type: 'string', default: '2026-11-05' }, out: { type: 'string', default: 'artifacts/screens' } },
});

const made = values.store === undefined ? filledStore() : null;
const storeFile = values.store ?? made?.storeFile ?? '';
mkdirSync(values.out, { recursive: true });
const cockpit = await launch('browser', { storeFile, asOf: values['as-of'] });
try {
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await cockpit.page.setViewportSize(size);
      await cockpit.page.emulateMedia({ colorScheme });
      await shoot(cockpit.page, (name) => join(values.out, `${name}-${String(size.width)}-${colorScheme}.png`));
    }
  }
} finally {
  await cockpit.close();
  if (made) rmSync(made.folder, { recursive: true, force: true });
}

async function shoot(page: Page, pathOf: (name: string) => string): Promise<void> {
  const [frame, area, intake] = [new Frame(page), new AreaScreen(page), new Intake(page)];
  for (const { id } of pages) {
    await frame.goTo(id);
    await page.waitForTimeout(600); // grids and charts draw after their data
    await page.screenshot({ path: pathOf(id) });
  }
  await frame.goTo('budget');
  await area.tiles.getByRole('button').first().click();
  await area.trace.getByText('in the file').waitFor();
  await page.screenshot({ path: pathOf('trace') });
  await page.keyboard.press('Escape');
  await frame.openPalette();
  await page.waitForTimeout(400); // it fades in
  await page.screenshot({ path: pathOf('palette') });
  await page.keyboard.press('Escape');
  await frame.goTo('intake');
  await intake.choose(ordersFile);
  await intake.untilPreviewed(ordersFile.name);
  await page.screenshot({ path: pathOf('preview') });
  await page.getByRole('button', { name: 'Discard' }).click();
}
