/** An area page as a reader of the screen finds it: tiles, charts, grid, and where a number comes from. */
import type { Locator, Page } from '@playwright/test';

export class AreaScreen {
  readonly page: Page;
  readonly tiles: Locator;
  readonly grid: Locator;
  readonly trace: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tiles = page.getByRole('region', { name: 'Key figures' });
    this.grid = page.locator('.grid');
    this.trace = page.getByRole('complementary', { name: 'Where does this number come from' });
  }

  tile(name: string): Locator {
    return this.tiles.getByRole('button').filter({ hasText: name }).first();
  }

  /** A cell by the text of its row's first cell and its column's field. */
  cell(row: string, field: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: row }).first().locator(`[col-id="${field}"]`);
  }
}
