/** From an empty store to figures that can be followed to their cells, through the screen alone. */
import { expect, test } from '@playwright/test';
import { AreaScreen } from '../pages/area.ts';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch } from '../support/launch.ts';
import { budgetFile, ledgerFile, ordersFile, outputFile } from '../support/screens-files.ts';

test('an empty store asks for files, and the first one fills its page', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const [frame, intake, area] = [new Frame(page), new Intake(page), new AreaScreen(page)];
  await expect(page.getByRole('heading', { name: 'Drop last month’s files here' })).toBeVisible();
  await page.getByLabel('Plant name').fill('Northfield');
  await page.getByLabel('Currency').selectOption('EUR');

  await intake.choose(outputFile);
  await intake.untilPreviewed('output.csv');
  await expect(intake.fieldOf('A')).toHaveAttribute('data-field', 'date');
  await expect(intake.commitButton()).toHaveText('Commit 112 rows');
  await intake.commit();
  await expect(frame.periodBar).toContainText('Northfield');
  await expect(intake.history.getByRole('row').filter({ hasText: 'output.csv' })).toContainText('112');

  await frame.goTo('production');
  // Σ good = Σ over 28 days of 4 × (900 + 7 × day) = 4 × (25,200 + 7 × 406)
  await expect(area.tile('Good units')).toContainText('112,168');
  await area.tile('Good units').click();
  await expect(area.trace).toContainText('output.csv');
  await expect(area.trace).toContainText(/cell [A-Z]+\d+/);
  await page.keyboard.press('Escape');
  await expect(area.trace).toBeHidden();

  await frame.goTo('intake');
  await intake.history.getByRole('button', { name: 'Undo' }).click();
  await intake.history.getByRole('button', { name: 'Take it back' }).click();
  await expect(intake.history.getByRole('row').filter({ hasText: 'output.csv' })).toContainText('undone');
  await cockpit.close();
});

test('a rejected row needs a repair or consent, and the button says how many rows', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const intake = new Intake(cockpit.page);
  const broken = { name: 'orders.csv', text: ordersFile.text.replace('2026-10-01,2026-10-15', '2026-10-01,2026-02-31') };
  await intake.drop(broken);
  await intake.untilPreviewed('orders.csv');
  await expect(intake.answers).toContainText('Not a date');
  await expect(intake.commitButton()).toBeDisabled();
  await cockpit.page.getByLabel('Leave out the 1 rejected row').check();
  await expect(intake.commitButton()).toHaveText('Commit 23 rows');
  await intake.commit();
  await cockpit.close();
});

test('a column can be mapped by hand, and a second look at the same file finds nothing new', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const [intake, frame] = [new Intake(cockpit.page), new Frame(cockpit.page)];
  const renamed = { name: 'renamed.csv', text: outputFile.text.replace('Good', 'Xyz') };
  await intake.choose(renamed);
  await intake.untilPreviewed('renamed.csv');
  await expect(intake.fieldOf('E')).toHaveAttribute('data-field', '');
  await intake.mapColumn('E', 'Good');
  await intake.untilPreviewed('renamed.csv');
  await expect(intake.fieldOf('E')).toHaveAttribute('data-field', 'good');
  await intake.commit();
  await frame.goTo('intake');
  await cockpit.page.getByRole('button', { name: 'Put renamed.csv away' }).click();
  await intake.choose(outputFile);
  await intake.untilPreviewed('output.csv');
  await expect(intake.commitButton()).toHaveText('Nothing new to commit');
  await cockpit.close();
});

test('budget and ledger make variances with sign and letter', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const [intake, frame, area] = [new Intake(cockpit.page), new Frame(cockpit.page), new AreaScreen(cockpit.page)];
  for (const file of [budgetFile, ledgerFile]) {
    await intake.choose(file);
    await intake.untilPreviewed(file.name);
    await intake.commit();
    await frame.goTo('intake');
    await cockpit.page.getByRole('button', { name: `Put ${file.name} away` }).click();
  }
  await frame.goTo('budget');
  await expect(frame.periodBar).toContainText('October 2026');
  // Repair parts in October: 6,200 actual − 5,000 budget
  await expect(area.tiles).toContainText('U');
  await expect(area.grid).toContainText('6400');
  await cockpit.close();
});
