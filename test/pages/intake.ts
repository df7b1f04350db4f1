/** Intake as a reader of the screen finds it: choosing files, the preview with its answers, the commit, the history. */
import type { Locator, Page } from '@playwright/test';
import type { PlantFile } from '../support/screens-files.ts';

export class Intake {
  readonly page: Page;
  readonly preview: Locator;
  readonly consequences: Locator;
  readonly answers: Locator;
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    this.preview = page.getByRole('region', { name: 'The file as it is' });
    this.consequences = page.getByRole('region', { name: 'Commit will' });
    this.answers = page.getByRole('complementary', { name: 'What needs an answer' });
    this.history = page.getByRole('region', { name: 'Import history' });
  }

  /** Hands files to the first file chooser of the page. */
  async choose(...files: PlantFile[]): Promise<void> {
    await this.page
      .locator('main input[type="file"]')
      .first()
      .setInputFiles(files.map((file) => ({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) })));
  }

  /** Drops a file on the window as a file manager does. */
  async drop(file: PlantFile): Promise<void> {
    const transfer = await this.page.evaluateHandle((given) => {
      const made = new DataTransfer();
      made.items.add(new File([given.text], given.name, { type: 'text/csv' }));
      return made;
    }, file);
    await this.page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await this.page.getByText('Drop to read the file').waitFor();
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  async untilPreviewed(name: string): Promise<void> {
    await this.page.getByRole('heading', { name, level: 1 }).waitFor();
    await this.page.locator('main.preview:not([aria-busy="true"])').waitFor();
  }

  commitButton(): Locator {
    return this.consequences.getByRole('button', { name: /Commit|Nothing new/ });
  }

  /** Commits the file shown and waits for its result. */
  async commit(): Promise<void> {
    await this.commitButton().click();
    await this.page.getByRole('status').filter({ hasText: 'stored' }).last().waitFor();
  }

  /** The button over a column that names its field; opens the list of fields. */
  fieldOf(letter: string): Locator {
    return this.preview.getByRole('button', { name: `Field of column ${letter}:` });
  }

  /** Sends a column to a field by its label, as a user who types would. */
  async mapColumn(letter: string, label: string): Promise<void> {
    await this.fieldOf(letter).click();
    await this.page.getByRole('combobox', { name: `Field of column ${letter}` }).fill(label);
    await this.page.keyboard.press('Enter');
  }

  /** The rows of the file, one stop for the keyboard. */
  grid(): Locator {
    return this.page.getByRole('grid', { name: 'Cells of the file' });
  }

  /** Goes to a view of Intake: Names, Profiles, History … */
  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }
}
