/** The second way out of an empty store: the demo plant, with a count and a way to stop. */
import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch } from '../support/launch.ts';

test('the demo plant comes in with a count, can be stopped, and is not offered again', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-03' });
  const { page } = cockpit;
  const [frame, intake] = [new Frame(page), new Intake(page)];
  await page.getByRole('button', { name: 'Open the demo plant' }).click();
  await expect(page.getByText(/^[2-9] of 5\d\d files · /)).toBeVisible();
  await frame.goTo('settings'); // leaving stops nothing
  await frame.goTo('today');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'The demo plant is not complete' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await frame.expectCurrent('intake');
  await expect(intake.history.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
  await frame.goTo('today');
  await expect(page.getByRole('button', { name: 'Open the demo plant' })).toBeHidden();
  await cockpit.close();
});
