/** P8 and P10: the built application through the browser door: address to first figure, page to page, memory at rest. */
import { readFileSync, readdirSync } from 'node:fs';
import { launch } from '../support/launch.ts';
import { lastDay } from './big-store.ts';
import { median, type Measured } from './procedures.ts';

const pages = ['Production', 'Budget', 'Staffing', 'Maintenance'] as const;
// Today's letters carry figures too.
const figure = '.val';

export interface PageFigures {
  times: Measured[];
  /** Resident megabytes of the process with the core; null where the system does not tell. */
  megabytes: number | null;
}

export async function measurePages(storeFile: string): Promise<PageFigures> {
  const launched = await launch('browser', { storeFile, asOf: lastDay });
  try {
    const { page } = launched;
    const first: number[] = [];
    const between: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      await page.reload({ waitUntil: 'commit' });
      await page.locator(figure).first().waitFor();
      first.push(performance.now() - started);
    }
    // Twice around: the first lap loads each page's code and fills its grid for the first time.
    for (let lap = 0; lap < 3; lap += 1) {
      for (const name of pages) {
        const started = performance.now();
        await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name }).click();
        await page.locator(`h1:has-text("${name}")`).waitFor();
        await page.locator(figure).first().waitFor();
        if (lap > 0) between.push(performance.now() - started);
      }
    }
    await page.waitForTimeout(5_000);
    return {
      times: [
        { name: 'P8 address to first figure', milliseconds: median(first), goal: 1_200 },
        { name: 'P8 page to page', milliseconds: median(between), goal: 150 },
      ],
      megabytes: residentMegabytes(launched.pid),
    };
  } finally {
    await launched.close();
  }
}

function residentMegabytes(pid: number): number | null {
  if (!readdirSync('/').includes('proc')) return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
