/** A file saved into a watched folder is on the page within three seconds of its last write; what raises a question waits for one click. */
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AreaScreen } from '../pages/area.ts';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch } from '../support/launch.ts';
import { outputFile } from '../support/screens-files.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cockpit-watch-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function openTab(page: Page, name: string): Promise<void> {
  await new Frame(page).goTo('intake');
  await page.getByRole('tab', { name, exact: true }).click();
}

async function watch(page: Page): Promise<void> {
  await openTab(page, 'Watch folders');
  await page.getByLabel('Folder to watch').fill(folder);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Watch folders' }).getByRole('row').filter({ hasText: folder })).toContainText('watched');
}

function october(good: number): string {
  return outputFile.text.replace(/^2026-10-28,B,Press 2,([^,]*),\d+/m, `2026-10-28,B,Press 2,$1,${String(good)}`);
}

test('a saved file is on the page within three seconds of its last write', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const [frame, area, intake] = [new Frame(page), new AreaScreen(page), new Intake(page)];
  await intake.choose(outputFile);
  await intake.untilPreviewed('output.csv');
  await intake.commit();
  await watch(page);
  await frame.goTo('production');
  await expect(area.tile('Good units')).toContainText('112,168');

  const took: number[] = [];
  for (let round = 1; round <= 5; round += 1) {
    // the last of the rows said 1,096 at first
    writeFileSync(join(folder, `october ${String(round)}.csv`), october(1_096 + round * 1_000));
    const began = performance.now();
    await expect(area.tile('Good units')).toContainText((112_168 + round * 1_000).toLocaleString('en-US'), { timeout: 15_000 });
    took.push(Math.round(performance.now() - began));
  }
  console.log(`last write to figure: ${took.join(', ')} ms`);
  expect([...took].sort((a, b) => a - b)[2]).toBeLessThan(3_000);

  await openTab(page, 'Watch folders');
  const log = page.getByRole('region', { name: 'Refresh log' });
  await expect(log.getByRole('row').filter({ hasText: 'october 5.csv' })).toContainText('imported');
  const [download] = await Promise.all([page.waitForEvent('download'), log.getByRole('button', { name: 'Save as CSV' }).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.split('\r\n').filter((line) => line.includes(',imported,'))).toHaveLength(5);
  await cockpit.close();
});

test('a file with a question waits with its reason, and opens in the preview', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const intake = new Intake(page);
  await watch(page);
  writeFileSync(join(folder, 'broken.csv'), outputFile.text.replace('2026-10-05,A', '2026-02-31,A'));
  writeFileSync(join(folder, 'notes.csv'), 'Alpha,Beta\nx,y\nz,w\n');
  const arrived = page.getByRole('region', { name: 'Arrived' });
  await expect(arrived.getByRole('row').filter({ hasText: 'broken.csv' })).toContainText('2026-02-31');
  await arrived.getByRole('row').filter({ hasText: 'notes.csv' }).getByRole('button', { name: 'Leave out' }).click();
  await expect(arrived.getByRole('row').filter({ hasText: 'notes.csv' })).toHaveCount(0);
  await arrived.getByRole('button', { name: 'Open the preview' }).click();
  await intake.untilPreviewed('broken.csv');
  await page.getByLabel('Leave out the 1 rejected row').check();
  await intake.commit();
  await openTab(page, 'Watch folders');
  await expect(page.getByRole('region', { name: 'Watch folders' }).getByRole('row').filter({ hasText: folder })).toBeVisible();
  await expect(arrived).toHaveCount(0);
  expect(readFileSync(join(folder, 'broken.csv'), 'utf8')).toContain('2026-02-31');
  await cockpit.close();
});

test('cells pasted from Excel become an import', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const intake = new Intake(page);
  await new Frame(page).goTo('intake');
  const paste = (text: string, html: string) =>
    page.evaluate(
      ([plain, rich]) => {
        const data = new DataTransfer();
        data.setData('text/plain', plain);
        if (rich !== '') data.setData('text/html', rich);
        (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      [text, html] as const,
    );
  await paste('only words', '');
  await expect(page.getByRole('alert')).toContainText('no table');
  await page.getByRole('button', { name: 'Paste from Excel' }).click();
  await expect(page.getByLabel('Copy the cells in Excel')).toBeFocused();
  const rows = outputFile.text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  await paste(
    rows.map((row) => row.join('\t')).join('\r\n') + '\r\n',
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: /^Clipboard \d{4}-\d\d-\d\d \d{4}\.tsv$/ });
  await expect(heading).toBeVisible();
  await intake.untilPreviewed((await heading.textContent()) ?? '');
  await expect(intake.commitButton()).toHaveText('Commit 112 rows');
  await intake.commit();
  await cockpit.close();
});
