import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startSteadyCore } from '../../../electron/doors/desktop/steady-core.ts';
import { startWishes } from '../../../electron/doors/desktop/start.ts';
import type { CoreOptions } from '../../../electron/core/protocol.ts';
import { defaultStoreFile } from '../../../electron/doors/core-options.ts';

describe('what a start was asked for', () => {
  it('nothing', () => {
    expect(startWishes([], '/home/me')).toEqual({ storeFile: null, asOf: null, files: [] });
  });

  it('store, day and files, from the folder it was started in', () => {
    expect(startWishes(['--store', 'a.sqlite', 'x.csv', '--as-of', '2026-10-31', '/tmp/y.xlsx'], '/home/me')).toEqual({
      storeFile: '/home/me/a.sqlite',
      asOf: '2026-10-31',
      files: ['/home/me/x.csv', '/tmp/y.xlsx'],
    });
  });

  it('passes over Chromium’s switches and a day that is none', () => {
    expect(startWishes(['--no-sandbox', '--user-data-dir=/x', '--as-of', 'soon', '--store'], '/')).toEqual({ storeFile: null, asOf: null, files: ['/soon'] });
  });
});

it('the user’s own store is one file, whichever door opens it', () => {
  expect(defaultStoreFile('win32', { APPDATA: 'C:/Users/me/AppData/Roaming' })).toBe('C:/Users/me/AppData/Roaming/Plant Cockpit/plant-cockpit.sqlite');
  expect(defaultStoreFile('linux', { XDG_CONFIG_HOME: '/home/me/.config' })).toBe('/home/me/.config/Plant Cockpit/plant-cockpit.sqlite');
  expect(defaultStoreFile('darwin', {})).toMatch(/Library\/Application Support\/Plant Cockpit\/plant-cockpit\.sqlite$/);
});

describe('a core that dies', () => {
  const workerFile = fileURLToPath(new URL('../../support/launch-core-worker.ts', import.meta.url));
  const options: CoreOptions = {
    storeFile: '/tmp/none.sqlite',
    dataFolder: '/tmp',
    resourcesFolder: '/tmp',
    rendererFolder: '/tmp',
    door: 'desktop',
    asOf: null,
    logFile: null,
    reader: 'door',
  };

  it('is started again three times in ten minutes, then given up', async () => {
    const givenUp: string[] = [];
    let now = 0;
    const core = await startSteadyCore(options, { workerFile, now: () => now, onGivenUp: (error) => givenUp.push(error.name) });
    const crash = () => core.handle(new Request('app://cockpit/crash'));
    const alive = async () => (await core.handle(new Request('app://cockpit/nothing'))).status === 204;
    for (let i = 0; i < 3; i += 1) {
      expect((await crash()).status).toBe(503);
      expect(await alive()).toBe(true);
    }
    now = 11 * 60_000;
    await crash();
    expect([await alive(), givenUp]).toEqual([true, []]);
    for (let i = 0; i < 3; i += 1) await crash();
    expect(givenUp).toEqual(['Error']);
    expect(await alive()).toBe(false);
    await core.close();
  });
});
