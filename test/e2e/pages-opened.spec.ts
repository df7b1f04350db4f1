/** Files that come from outside the page lead to their preview, as a dropped file does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch, startAgain } from '../support/launch.ts';
import { ordersFile, outputFile } from '../support/screens-files.ts';

test('files of the start and of a second start are previewed and can be committed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cockpit-opened-'));
  const storeFile = join(folder, 'store.sqlite');
  const [output, orders] = [outputFile, ordersFile].map((file) => {
    writeFileSync(join(folder, file.name), file.text);
    return join(folder, file.name);
  });
  const cockpit = await launch('desktop', { storeFile, asOf: '2026-11-05', files: [output ?? ''] });
  const [frame, intake] = [new Frame(cockpit.page), new Intake(cockpit.page)];
  await frame.expectCurrent('intake');
  await intake.untilPreviewed(outputFile.name);
  await expect(intake.commitButton()).toHaveText('Commit 112 rows');
  await intake.commit();
  await cockpit.page.getByRole('button', { name: `Put ${outputFile.name} away` }).click();

  await frame.goTo('production');
  expect(await startAgain(storeFile, [orders ?? ''])).toBe(0);
  await frame.expectCurrent('intake');
  await intake.untilPreviewed(ordersFile.name);
  await cockpit.close();
  rmSync(folder, { recursive: true, force: true });
});
