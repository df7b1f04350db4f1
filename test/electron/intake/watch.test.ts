/** Watched folders on a real disk, through a real core: what arrives is imported once, or waits with its reason. */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/store.ts';
import { report, until, watchCore, watchedFolder, type WatchCore } from './watch-core.ts';

const one = report([{ day: '2026-10-01', line: 'Press 1', good: 900 }]);
const history = (core: WatchCore) => core.calls.intake.history.query({ limit: 10_000 });
const arrived = (core: WatchCore) => core.calls.watch.arrived.query({});
const log = (core: WatchCore) => core.calls.watch.log.query({ limit: 10_000 });

describe('a watched folder', { timeout: 60_000 }, () => {
  it('imports what is written into it, as the watch, and leaves the file alone', async () => {
    const core = await watchCore(temporaryFolder());
    const { path } = await watchedFolder(core, temporaryFolder());
    await until(
      () => core.calls.watch.folders.query({}),
      ([folder]) => folder?.state === 'watched',
    );
    writeFileSync(join(path, 'output.csv'), one);
    const began = performance.now();
    const [entry] = await until(
      () => history(core),
      (list) => list.length === 1,
    );
    const took = performance.now() - began;
    expect(entry).toMatchObject({ fileName: 'output.csv', door: 'watch', state: 'committed' });
    expect(took).toBeLessThan(10_000); // unbundled and with a cold reader; test/e2e/watch.spec.ts holds the built application to three seconds
    expect(readFileSync(join(path, 'output.csv'), 'utf8')).toBe(one);
    expect(await log(core)).toMatchObject([{ outcome: 'imported', relativePath: 'output.csv', folderPath: path, rowsNew: 1, batch: entry?.batch }]);
    expect(await core.calls.watch.folders.query({})).toMatchObject([{ waiting: 0, imported: 1, state: 'watched' }]);
    console.log(`last write to stored: ${String(Math.round(took))} ms`);
  });

  it('takes what lay there before, and does nothing twice after a restart', async () => {
    const [own, path] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(path, 'before.csv'), one);
    const first = await watchCore(own);
    await watchedFolder(first, path);
    await until(
      () => history(first),
      (list) => list.length === 1,
    );
    await first.close();
    writeFileSync(join(path, 'asleep.csv'), report([{ day: '2026-10-02', line: 'Press 1', good: 800 }]));
    copyFileSync(join(path, 'before.csv'), join(path, 'copy.csv'));
    const second = await watchCore(own);
    await until(
      () => log(second),
      (list) => list.length === 3,
    );
    expect((await history(second)).map((entry) => entry.fileName).sort()).toEqual(['asleep.csv', 'before.csv']);
    expect((await log(second)).find((entry) => entry.relativePath === 'copy.csv')).toMatchObject({ outcome: 'known' });
    await sleep(1_500);
    expect(await log(second)).toHaveLength(3);
  });

  it('takes a rewritten file again and shows what changed', async () => {
    const core = await watchCore(temporaryFolder());
    const { path } = await watchedFolder(core, temporaryFolder());
    writeFileSync(join(path, 'output.csv'), one);
    await until(
      () => history(core),
      (list) => list.length === 1,
    );
    writeFileSync(join(path, 'output.csv.tmp'), one.replace('900', '950'));
    renameSync(join(path, 'output.csv.tmp'), join(path, 'output.csv'));
    await until(
      () => history(core),
      (list) => list.length === 2,
    );
    expect((await log(core))[0]).toMatchObject({ outcome: 'imported', rowsNew: 0, rowsChanged: 1 });
    const day = new Date(Date.now() - 60_000);
    utimesSync(join(path, 'output.csv'), day, day);
    await sleep(2_000);
    expect(await history(core)).toHaveLength(2);
  });

  it('waits for a slow writer, and longer for one that pauses within a line', async () => {
    const core = await watchCore(temporaryFolder());
    const { path } = await watchedFolder(core, temporaryFolder());
    const rows = report(Array.from({ length: 40 }, (_, index) => ({ day: '2026-10-01', line: `Line ${String(index)}`, good: 1_000 + index })));
    const slow = join(path, 'slow.csv');
    writeFileSync(slow, '');
    for (let at = 0; at < rows.length; at += 100) {
      appendFileSync(slow, rows.slice(at, at + 100));
      await sleep(120);
    }
    await until(
      () => history(core),
      (list) => list.length === 1,
    );
    expect((await log(core)).map(({ outcome, rowsNew }) => [outcome, rowsNew])).toEqual([['imported', 40]]);

    const pausing = join(path, 'pausing.csv');
    const later = report([{ day: '2026-10-02', line: 'Line 1', good: 1_234 }]);
    writeFileSync(pausing, later.slice(0, -5)); // breaks off within 1234
    await sleep(2_500);
    expect(await history(core)).toHaveLength(1);
    appendFileSync(pausing, later.slice(-5));
    await until(
      () => history(core),
      (list) => list.length === 2,
    );
    expect((await log(core))[0]).toMatchObject({ outcome: 'imported', rowsNew: 1, rowsChanged: 0 });

    writeFileSync(join(path, 'unended.csv'), report([{ day: '2026-10-03', line: 'Line 1', good: 7 }]).trimEnd());
    await until(
      () => history(core),
      (list) => list.length === 3,
    ); // patience ends: some programs never end the last line
    expect(await history(core)).toHaveLength(3);
  });

  it('passes over lock files, half downloads, hidden and empty files', async () => {
    const core = await watchCore(temporaryFolder());
    const { path } = await watchedFolder(core, temporaryFolder());
    for (const name of ['~$output.xlsx', 'output.csv.tmp', 'output.csv.crdownload', 'output.csv.part', '.output.csv', 'Thumbs.db'])
      writeFileSync(join(path, name), one);
    writeFileSync(join(path, 'empty.csv'), '');
    mkdirSync(join(path, 'below'));
    writeFileSync(join(path, 'below', 'deep.csv'), one);
    writeFileSync(join(path, 'seen.csv'), report([{ day: '2026-10-09', line: 'Press 9', good: 9 }])); // positive control
    await until(
      () => log(core),
      (list) => list.length > 0,
    );
    await sleep(1_500);
    expect((await log(core)).map((entry) => entry.relativePath)).toEqual(['seen.csv']);
    await watchedFolder(core, path, true);
    await until(
      () => log(core),
      (list) => list.length > 1,
    );
    expect((await log(core))[0]).toMatchObject({ relativePath: join('below', 'deep.csv'), outcome: 'imported' });
  });

  it('lets what needs an answer wait with its reason, and takes the repaired file', async () => {
    const core = await watchCore(temporaryFolder());
    const { path } = await watchedFolder(core, temporaryFolder());
    const mended = report(['01', '02', '03', '04'].map((day) => ({ day: `2026-10-${day}`, line: 'Press 1', good: 900 })));
    writeFileSync(join(path, 'broken.csv'), mended.replace('2026-10-03', '2026-02-31'));
    writeFileSync(join(path, 'photo.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
    writeFileSync(join(path, 'unknown.csv'), 'Alpha,Beta\nx,y\nz,w\n');
    const list = await until(
      () => arrived(core),
      (files) => files.length === 3,
    );
    const broken = list.find((file) => file.relativePath === 'broken.csv');
    expect(broken).toMatchObject({ state: 'waits', needsYes: false });
    expect(broken?.reason).toContain('2026-02-31');
    expect(list.find((file) => file.relativePath === 'photo.csv')?.state).toBe('refused');
    expect(list.find((file) => file.relativePath === 'unknown.csv')?.state).toBe('waits');
    expect(list.every((file) => (file.reason ?? '').length > 10)).toBe(true);
    expect(await history(core)).toEqual([]);

    const unknown = list.find((file) => file.relativePath === 'unknown.csv')?.file ?? 0;
    rmSync(join(path, 'unknown.csv')); // its bytes are kept
    const opened = [];
    for await (const event of await core.calls.watch.open.mutate({ file: unknown })) opened.push(event);
    expect(opened).toMatchObject([{ type: 'opened', name: 'unknown.csv', upload: expect.stringMatching(/^[0-9a-f]{32}$/) as string }]);
    await core.calls.watch.leaveOut.mutate({ files: [unknown] });
    expect((await arrived(core)).map((file) => file.relativePath).sort()).toEqual(['broken.csv', 'photo.csv']);

    writeFileSync(join(path, 'broken.csv'), mended);
    await until(
      () => history(core),
      (entries) => entries.length === 1,
    );
    expect((await arrived(core)).map((file) => file.relativePath)).toEqual(['photo.csv']);
  });

  it('asks before it takes an old file or one whose import was taken back', async () => {
    const core = await watchCore(temporaryFolder());
    const { path } = await watchedFolder(core, temporaryFolder());
    const old = join(path, 'old.csv');
    const staged = join(path, 'old.tmp');
    writeFileSync(staged, one);
    const month = new Date(Date.now() - 40 * 86_400_000);
    utimesSync(staged, month, month);
    renameSync(staged, old);
    const [waiting] = await until(
      () => arrived(core),
      (files) => files.length === 1,
    );
    expect(waiting).toMatchObject({ state: 'waits', needsYes: true, reason: expect.stringContaining('40 days') as string });
    await core.calls.watch.retry.mutate({ files: [waiting?.file ?? 0] });
    const [entry] = await until(
      () => history(core),
      (list) => list.length === 1,
    );
    for await (const event of await core.calls.intake.undo.mutate({ batch: entry?.batch ?? 0 })) expect(event.type).toBe('undone');
    copyFileSync(old, join(path, 'again.csv'));
    const [again] = await until(
      () => arrived(core),
      (files) => files.length === 1,
    );
    expect(again?.reason).toContain('taken back');
    expect((await history(core)).filter((batch) => batch.state === 'committed')).toEqual([]);
    await core.calls.watch.leaveOut.mutate({ files: [again?.file ?? 0] });
    await sleep(1_200);
    expect(await arrived(core)).toEqual([]);
  });

  it('keeps asking quietly for a folder that is away, and takes it up when it is back', async () => {
    const core = await watchCore(temporaryFolder());
    const parent = temporaryFolder();
    const { path } = await watchedFolder(core, join(parent, 'share'));
    writeFileSync(join(path, 'first.csv'), one);
    await until(
      () => history(core),
      (list) => list.length === 1,
    );
    renameSync(path, `${path}.away`);
    await until(
      () => core.calls.watch.folders.query({}),
      ([folder]) => folder?.state === 'absent',
    );
    writeFileSync(join(`${path}.away`, 'meanwhile.csv'), report([{ day: '2026-10-05', line: 'Press 1', good: 5 }]));
    expect((await core.calls.watch.folders.query({}))[0]?.state).toBe('absent');
    renameSync(`${path}.away`, path);
    await until(
      () => history(core),
      (list) => list.length === 2,
    );
    rmSync(path, { recursive: true });
    mkdirSync(path);
    await sleep(500);
    writeFileSync(join(path, 'anew.csv'), report([{ day: '2026-10-06', line: 'Press 1', good: 6 }]));
    await until(
      () => history(core),
      (list) => list.length === 3,
    );
    expect((await history(core))[0]?.fileName).toBe('anew.csv');
  });

  it('pauses, goes on and ends', async () => {
    const core = await watchCore(temporaryFolder());
    const { path, folder } = await watchedFolder(core, temporaryFolder());
    await core.calls.watch.pause.mutate({ folder, paused: true });
    await sleep(700);
    writeFileSync(join(path, 'output.csv'), one);
    await sleep(2_000);
    expect(await history(core)).toEqual([]);
    await core.calls.watch.pause.mutate({ folder, paused: false });
    await until(
      () => history(core),
      (list) => list.length === 1,
    );
    await core.calls.watch.remove.mutate({ folder });
    expect(await core.calls.watch.folders.query({})).toEqual([]);
    expect(existsSync(join(path, 'output.csv'))).toBe(true);
    expect(await log(core)).toHaveLength(1);
  });

  it('refuses a folder that is not there, a file, a part of a path, and its own', async () => {
    const core = await watchCore(temporaryFolder());
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file.csv'), one);
    await expect(watchedFolder(core, folder).then(({ path }) => statSync(path).isDirectory())).resolves.toBe(true);
    const add = async (path: string) => {
      for await (const event of await core.calls.watch.add.mutate({ path })) expect(event.type).toBe('added');
    };
    await expect(add(join(folder, 'none'))).rejects.toThrow('found nothing there');
    await expect(add(join(folder, 'file.csv'))).rejects.toThrow('found a file');
    await expect(add('exports')).rejects.toThrow('whole path');
    await expect(add(join(core.storeFile, '..'))).rejects.toThrow('its own data');
    await add(`"${folder}/"`);
    expect(await core.calls.watch.folders.query({})).toHaveLength(1);
  });
});
