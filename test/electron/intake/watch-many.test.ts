/** Many files at once, and two programs on one store: everything once, nothing twice. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/store.ts';
import { report, until, watchCore, watchedFolder } from './watch-core.ts';

it('takes 500 files written at once, each once', { timeout: 240_000 }, async () => {
  const core = await watchCore(temporaryFolder());
  const { path } = await watchedFolder(core, temporaryFolder());
  for (let index = 0; index < 500; index += 1) {
    writeFileSync(join(path, `line ${String(index)}.csv`), report([{ day: '2026-10-01', line: `Line ${String(index)}`, good: 1_000 + index }]));
  }
  const began = performance.now();
  const log = () => core.calls.watch.log.query({ limit: 10_000 });
  const outcomes = await until(log, (list) => list.length === 500, 220_000);
  console.log(`500 files in ${String(Math.round((performance.now() - began) / 100) / 10)} s`);
  expect(outcomes.filter((entry) => entry.outcome === 'imported' && entry.rowsNew === 1)).toHaveLength(500);
  expect(new Set(outcomes.map((entry) => entry.relativePath)).size).toBe(500);
  await sleep(1_500);
  expect(await log()).toHaveLength(500);
});

it('is done by one of two programs; the other takes over when the first ends', { timeout: 60_000 }, async () => {
  const own = temporaryFolder();
  const first = await watchCore(own);
  const { path } = await watchedFolder(first, temporaryFolder());
  await until(
    () => first.calls.watch.folders.query({}),
    ([folder]) => folder?.state === 'watched',
  );
  const second = await watchCore(own);
  await sleep(1_500);
  writeFileSync(join(path, 'a.csv'), report([{ day: '2026-10-01', line: 'Press 1', good: 900 }]));
  await until(
    () => second.calls.watch.log.query({}),
    (list) => list.length > 0,
  );
  await sleep(1_500);
  expect(await second.calls.watch.log.query({})).toMatchObject([{ outcome: 'imported', relativePath: 'a.csv' }]);
  expect(await second.calls.intake.history.query({})).toHaveLength(1);
  await first.close();
  writeFileSync(join(path, 'b.csv'), report([{ day: '2026-10-02', line: 'Press 1', good: 901 }]));
  await until(
    () => second.calls.watch.log.query({}),
    (list) => list.length > 1,
  );
  expect((await second.calls.watch.log.query({}))[0]).toMatchObject({ outcome: 'imported', relativePath: 'b.csv' });
  rmSync(path, { recursive: true, force: true });
});
