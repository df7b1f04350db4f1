/** The frame around every page, as a reader of the screen finds it: by role and name. */
import type { Locator, Page } from '@playwright/test';
import { pages, type PageId } from '../../renderer/app/pages.ts';

export class Frame {
  readonly page: Page;
  readonly rail: Locator;
  readonly periodBar: Locator;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rail = page.getByRole('navigation', { name: 'Areas' });
    this.periodBar = page.getByRole('region', { name: 'Plant and period' });
    this.main = page.getByRole('main');
  }

  /** Goes to a page by the rail and waits until it is the current one. */
  async goTo(id: PageId): Promise<void> {
    await this.link(id).click();
    await this.expectCurrent(id);
  }

  /** Waits until the rail marks this page as the current one and its content is there. */
  async expectCurrent(id: PageId): Promise<void> {
    await this.rail
      .locator('[aria-current="page"]')
      .filter({ hasText: labelOf(id) })
      .waitFor();
    await this.page.locator('main:not([aria-busy="true"])').first().waitFor();
  }

  /** The command palette, opened by its key. */
  async openPalette(): Promise<Locator> {
    await this.page.keyboard.press('Control+K');
    const palette = this.page.getByRole('dialog');
    await palette.waitFor();
    return palette;
  }

  private link(id: PageId): Locator {
    return this.rail.getByRole('link', { name: labelOf(id) });
  }
}

function labelOf(id: PageId): string {
  return pages.find((page) => page.id === id)?.label ?? id;
}
