/** Names nobody knows, answered on the screen: a suggestion with the keyboard, a cluster at once, a name chosen, and one answer taken back. */
import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { Intake } from '../pages/intake.ts';
import { launch } from '../support/launch.ts';
import { outputFile, type PlantFile } from '../support/screens-files.ts';

const later: PlantFile = {
  name: 'output-november.csv',
  text: [
    'Date,Shift,Line,Product,Good,Scrap,Target,Planned minutes,Run minutes',
    '2026-11-02,A,PRESS-01,AX-100,900,10,1000,480,430',
    '2026-11-02,A,Press 02,AX-200,800,10,1000,480,430',
    '2026-11-02,A,press_2,AX-200,700,10,1000,480,430',
    '2026-11-02,A,Oven,AX-300,600,10,1000,480,430',
  ].join('\n'),
};

test('names of a later file wait, and one answer settles all their rows', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const [frame, intake] = [new Frame(page), new Intake(page)];
  for (const file of [outputFile, later]) {
    await intake.choose(file);
    await intake.untilPreviewed(file.name);
    await intake.commit();
    await frame.goTo('intake');
    await page.getByRole('button', { name: `Put ${file.name} away` }).click();
  }
  await frame.goTo('today');
  await expect(page.getByText('4 names nobody knows yet: 4 rows count as Unassigned.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Areas' }).getByLabel('4 waiting')).toBeVisible();
  await page.getByRole('link', { name: 'Answer the names' }).click();

  const lines = page.getByRole('region', { name: 'Waiting lines' });
  await expect(lines.getByRole('row')).toHaveCount(5);

  // the keyboard alone
  await lines.getByRole('button', { name: '“PRESS-01” is Press 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(lines.getByRole('row')).toHaveCount(4);
  // the next name is at hand
  await expect(lines.getByRole('button', { name: '“Press 02” is Press 2' })).toBeFocused();

  // two spellings of one line at once
  await lines.getByRole('button', { name: 'Tick all 2' }).click();
  await lines.getByRole('button', { name: '“press_2” is Press 2' }).click();
  await expect(lines.getByRole('row')).toHaveCount(2);

  await lines.getByRole('button', { name: 'Another…: “Oven”' }).click();
  await page.getByLabel('Name that “Oven” is').fill('Press 1');
  await page.getByRole('button', { name: 'It is', exact: true }).click();
  await expect(page.getByText('No name waits.')).toBeVisible();

  const answered = page.getByRole('region', { name: 'Answered names' });
  await expect(answered.getByRole('row')).toHaveCount(5);
  await answered.getByRole('button', { name: 'Take back the answer to “Oven”' }).click();
  await lines.getByRole('button', { name: 'New name: “Oven”' }).click();
  await expect(page.getByText('No name waits.')).toBeVisible();
  await expect(answered.getByRole('row').filter({ hasText: 'Oven' })).toContainText('a name of its own');
  await cockpit.close();
});
