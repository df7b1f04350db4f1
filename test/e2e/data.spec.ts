/** Intake's data: a dataset looked at and found in, a cell followed to its file, and an export that changes nothing when it comes back. */
import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch } from '../support/launch.ts';
import { filledStore } from '../support/screens-store.ts';

test('stored rows are shown, found and followed, and an export comes back unchanged', async () => {
  test.setTimeout(120_000);
  const store = filledStore();
  const cockpit = await launch('browser', { storeFile: store.storeFile, asOf: '2026-11-05' });
  try {
    const { page } = cockpit;
    const [frame, intake] = [new Frame(page), new Intake(page)];
    await frame.goTo('intake');
    await page.getByRole('tab', { name: 'Data' }).click();
    await page
      .getByRole('navigation', { name: 'Datasets' })
      .getByRole('button', { name: /^Production output/ })
      .click();
    const rows = page.getByRole('region', { name: 'Production output' });
    await expect(rows.getByRole('gridcell').first()).toBeVisible();

    await rows.getByRole('gridcell', { name: 'Press 1' }).first().click();
    const trace = page.getByRole('complementary', { name: 'Where does this number come from' });
    await expect(trace).toContainText('text Press 1');
    await trace.getByRole('button', { name: 'Close' }).click();

    await rows.getByRole('searchbox').fill('no such thing');
    await expect(rows.getByText('No row holds “no such thing”.')).toBeVisible();
    await rows.getByRole('searchbox').fill('');

    const downloading = page.waitForEvent('download');
    await rows.getByRole('button', { name: 'CSV' }).click();
    const saved = await downloading;
    expect(saved.suggestedFilename()).toMatch(/^Production output .*\.csv$/u);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text).toContain('"Plant (production.output)","Source","Date"');

    await page.getByRole('tab', { name: 'Import' }).click();
    await intake.choose({ name: 'back again.csv', text });
    await intake.untilPreviewed('back again.csv');
    await expect(intake.commitButton()).toContainText('Nothing new');
  } finally {
    await cockpit.close();
    rmSync(store.folder, { recursive: true, force: true });
  }
});
