/** The doors carry the same Request to the same core: every promise here holds through each of them. */
import { expect, test } from '@playwright/test';
import { doors, launch, type Launched } from '../support/launch.ts';
import { cpuTicks, readerPids } from '../support/launch-processes.ts';
import { startJob, uploadRandom, uploadText } from '../support/launch-wire.ts';

const header = 'Date,Shift,Line,Product,Good,Scrap\n';

/** A production report of so many rows, about 38 bytes each. */
function report(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(i / 28) % 12) + 1).padStart(2, '0');
    return `2025-${month}-${day},${String((i % 3) + 1)},Line ${String(i % 7)},P-${String(i % 5000)},${String(100 + (i % 50))},${String(i % 4)}`;
  });
  return `${header}${lines.join('\n')}\n`;
}

/** Enough to be seen at work. */
const middling = 40_000;
/** Enough to be interrupted. */
const large = 300_000;

for (const door of doors) {
  test.describe(`through the ${door} door`, () => {
    let cockpit: Launched;

    test.beforeAll(async () => {
      cockpit = await launch(door);
    });

    test.afterAll(async () => {
      await cockpit.close();
    });

    const inspect = async (name: string, rows: number) => {
      const { upload, status } = await uploadText(cockpit, name, report(rows));
      expect(status).toBe(200);
      return startJob(cockpit, 'intake.inspect', { upload, options: {} });
    };

    const finishesSmall = async (name: string) => {
      const job = await inspect(name, 20);
      await expect.poll(async () => (await job.look()).state, { timeout: 20_000 }).toBe('ended');
      expect((await job.look()).text).toContain('"type":"preview"');
    };

    test('a 5 MB upload arrives byte for byte', async () => {
      const answer = await uploadRandom(cockpit, 5_000_000);
      expect(answer).toMatchObject({ status: 200, size: 5_000_000, sha256: answer.expected });
    });

    test('progress is seen while the file is still being read', async () => {
      const job = await inspect('progress.csv', middling);
      await expect
        .poll(async () => {
          const { text, state } = await job.look();
          return state === 'running' && text.includes('"type":"progress"') && !text.includes('"type":"preview"');
        })
        .toBe(true);
      await expect.poll(async () => (await job.look()).state, { timeout: 50_000 }).toBe('ended');
      expect((await job.look()).text).toContain('"type":"preview"');
    });

    test('cancelling stops the work, and the next file is read', async () => {
      const job = await inspect('cancel.csv', large + 1);
      await expect.poll(async () => (await job.look()).text).toContain('"type":"progress"');
      await expect.poll(() => restsFor(cockpit.pid, 300), { timeout: 5_000 }).toBe(false);
      await job.abort();
      expect((await job.look()).state).toBe('failed');
      await expect.poll(() => restsFor(cockpit.pid, 500), { timeout: 5_000 }).toBe(true);
      await finishesSmall('after-cancel.csv');
    });

    test('a reader child that is killed is the file’s fault; the window lives on', async () => {
      const job = await inspect('killed.csv', large + 2);
      await expect.poll(async () => (await job.look()).text).toContain('"type":"progress"');
      const pids = readerPids(cockpit.pid);
      expect(pids.length).toBeGreaterThan(0);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await expect.poll(async () => (await job.look()).state).toBe('ended');
      expect((await job.look()).text).toContain('reader-died');
      expect(await cockpit.page.evaluate(() => document.visibilityState)).toBe('visible');
      await finishesSmall('after-kill.csv');
    });
  });
}

/** No reader child uses the processor for so long. */
async function restsFor(root: number, milliseconds: number): Promise<boolean> {
  const used = () => readerPids(root).reduce((sum, pid) => sum + cpuTicks(pid), 0);
  const before = used();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return used() - before <= 5;
}
