/** A layout nobody has seen, mapped with the keyboard alone, kept as a profile, and taken without a question the next time. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Intake } from '../pages/intake.ts';
import { launch } from '../support/launch.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Title rows, a head of two rows, days of the month as numbers, decimal commas, words of the house, a column of names. */
function notebook(month: string, from: number) {
  const states = ['fertsch', 'omgang', 'liggt'];
  const rows = Array.from({ length: 30 }, (_, index) => {
    const number = from + index;
    return [
      `Z-${String(number)}`,
      `Zahnrad ${String(index)} gewexelt`,
      String(1 + (index % 28)),
      states[index % 3] ?? '',
      `${String(1 + (index % 4))},5`,
      `Ofen ${String(1 + (index % 3))}`,
      `Meyer ${String(index % 5)}`,
    ];
  });
  const head = [
    'Nordfeld, Heft der Schlosserei;;;;;;',
    `Blatt;${month};;;;;`,
    ';;;;;;',
    'Zettel;;Zeitpunkt;;Mühe;;',
    'Kennzahl;Worum;Tagnr;Lage;Dauerle;Ofenplatz;Wer wars',
  ];
  return { name: `heft-${two(from % 100)}.csv`, text: [...head, ...rows.map((row) => row.join(';'))].join('\n') + '\n' };
}

async function pressAll(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('body > i').setLegacyMode(true).analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

test('an unseen layout is mapped, saved and committed with the keyboard alone in under two minutes, and the next file asks nothing', async () => {
  test.setTimeout(180_000);
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const intake = new Intake(page);
  const first = notebook('Oktober 2026', 1001);
  try {
    await page.getByRole('link', { name: 'Intake' }).press('Enter');
    await page.getByRole('heading', { name: 'Intake', level: 1 }).waitFor();
    const begun = Date.now();

    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files…' }).focus();
    await page.keyboard.press('Enter');
    await (await choosing).setFiles([{ name: first.name, mimeType: 'text/csv', buffer: Buffer.from(first.text) }]);
    await intake.untilPreviewed(first.name);
    await expect(intake.commitButton()).toBeDisabled();
    await expect(intake.grid()).toBeFocused();

    // the head: two rows, 4 and 5 (row 3 holds nothing)
    await pressAll(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'h', 'ArrowDown', 'Shift+H');
    await intake.untilPreviewed(first.name);
    await expect(page.locator('tr.hrow')).toHaveCount(2);

    await page.keyboard.press('k');
    await page.keyboard.type('Work orders');
    await page.keyboard.press('Enter');
    await intake.untilPreviewed(first.name);
    await page.keyboard.press('Home');
    for (const label of ['Order', 'Title', 'Created', 'Status', 'Labor hours', 'Asset']) {
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: /^Field of column/ }).waitFor();
      await page.keyboard.type(label);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('x');
    // the month stands in B2
    await pressAll(page, 'Control+Home', 'ArrowDown', 'ArrowRight', 't');
    await page.keyboard.type('Created');
    await page.keyboard.press('Enter');
    await intake.untilPreviewed(first.name);
    await expect(intake.fieldOf('G')).toContainText('personal');

    for (const word of ['done', 'inProgress', 'onHold']) {
      const asked = intake.answers.getByRole('button', { name: /^What “/ }).first();
      await expect(asked).toBeVisible();
      await tabTo(page, /^What “/);
      await page.keyboard.press('Enter');
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
      await intake.untilPreviewed(first.name);
    }
    await expect(intake.commitButton()).toHaveText('Commit 30 rows');

    await page.keyboard.press('Control+S');
    await page.getByLabel('System the file comes from').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Schlosserheft');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as profile Schlosserheft').waitFor();
    await intake.untilPreviewed(first.name);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'stored' }).last().waitFor();
    expect(Date.now() - begun).toBeLessThan(120_000);
    test.info().annotations.push({ type: 'seconds', description: String((Date.now() - begun) / 1000) });

    const second = notebook('November 2026', 2001);
    await intake.choose({ name: second.name, text: second.text });
    await intake.untilPreviewed(second.name);
    await expect(page.locator('.recognized')).toContainText('schlosserheft');
    await expect(intake.commitButton()).toHaveText('Commit 30 rows');
    await expect(intake.answers).toContainText('none');
    await expect(intake.grid()).not.toContainText('Meyer');
    await intake.commit();

    await intake.openTab('Profiles');
    const line = page.getByRole('row').filter({ hasText: 'Schlosserheft' });
    await expect(line).toContainText('confirmed');
    await expect(line).toContainText(second.name);
  } finally {
    await cockpit.close();
  }
});

/** Tab, until what has the focus has a name like this. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing named ${String(name)} takes the focus.`);
}

test('mapping shows its consequences, can be taken back step by step, and axe finds nothing', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const intake = new Intake(page);
  try {
    const file = notebook('Oktober 2026', 1001);
    await intake.choose({ name: file.name, text: file.text });
    await intake.untilPreviewed(file.name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    await page.keyboard.press('k');
    await page.keyboard.type('Work orders');
    await page.keyboard.press('Enter');
    await intake.untilPreviewed(file.name);
    await intake.mapColumn('B', 'Title');
    await intake.untilPreviewed(file.name);
    await expect(intake.fieldOf('B')).toHaveAttribute('data-field', 'title');
    await intake.grid().focus();
    await page.keyboard.press('Control+Z');
    await intake.untilPreviewed(file.name);
    await expect(intake.fieldOf('B')).not.toHaveAttribute('data-field', 'title');
    await page.keyboard.press('Control+Y');
    await intake.untilPreviewed(file.name);
    await expect(intake.fieldOf('B')).toHaveAttribute('data-field', 'title');
    // a field is dragged from the list onto a column
    await page
      .getByRole('navigation', { name: 'Fields' })
      .getByRole('listitem')
      .filter({ hasText: /^Description/ })
      .dragTo(page.locator('#field-2'));
    await intake.untilPreviewed(file.name);
    await expect(intake.fieldOf('B')).toHaveAttribute('data-field', 'description');
    await intake.fieldOf('C').click();
    expect(await findings(page), 'with the list of fields open').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(intake.grid()).toBeFocused();
  } finally {
    await cockpit.close();
  }
});

test('a sheet in which no table is found is marked by hand, and a value is taken from behind its label', async () => {
  const cockpit = await launch('browser', { asOf: '2026-11-05' });
  const { page } = cockpit;
  const intake = new Intake(page);
  try {
    const prose = Array.from({ length: 8 }, (_, index) => `Dies ist der Satz Nummer ${String(index + 1)} vor dem Verzeichnis.;`);
    const file = { name: 'heft.csv', text: [...prose, 'Halle: Nord;', 'Zeug;Bemerkt', 'Presse;gut', 'Ofen;heiß', ...prose].join('\n') + '\n' };
    await intake.choose(file);
    await intake.untilPreviewed(file.name);
    await expect(intake.answers).toContainText('Mark the row that names the columns as the head');
    expect(await findings(page)).toEqual([]);
    await expect(intake.grid()).toBeFocused();
    await pressAll(page, ...Array.from({ length: 9 }, () => 'ArrowDown'), 'h');
    await intake.untilPreviewed(file.name);
    await expect(page.locator('tr.hrow')).toContainText('Zeug');
    await pressAll(page, 'ArrowDown', 'ArrowDown', 'b');
    await intake.untilPreviewed(file.name);
    await expect(page.locator('tr.end')).toContainText('Ofen');
    await expect(intake.answers).not.toContainText('Mark the row');
    await pressAll(page, 'k');
    await page.keyboard.type('Assets');
    await page.keyboard.press('Enter');
    await intake.untilPreviewed(file.name);
    await intake.mapColumn('A', 'Asset');
    await intake.untilPreviewed(file.name);
    await page.getByLabel('One more value for all rows').selectOption({ label: 'Location' });
    await page.getByLabel('Where Location comes from').selectOption('after');
    await page.getByLabel('Label that Location stands after').fill('Saal');
    await page.keyboard.press('Enter');
    await expect(intake.answers).toContainText('Nothing stands after “Saal”');
    await page.getByLabel('Label that Location stands after').fill('Halle');
    await page.keyboard.press('Enter');
    await expect(intake.answers).toContainText('→ Nord');
    await expect(intake.commitButton()).toHaveText('Commit 2 rows');
    await intake.commit();
  } finally {
    await cockpit.close();
  }
});
