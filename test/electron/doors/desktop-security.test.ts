import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardApp, guardSession, isOurs, webPreferences } from '../../../electron/doors/desktop/security.ts';

describe('the window’s preferences', () => {
  const expected = {
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
    devTools: false,
  };

  it('are exactly the checklist', () => {
    expect(webPreferences('/app/preload.cjs', false)).toEqual(expected);
  });

  it('differ in development by the developer tools alone', () => {
    expect(webPreferences('/app/preload.cjs', true)).toEqual({ ...expected, devTools: true });
  });
});

class FakeContents extends EventEmitter {
  opened: ((details: { url: string }) => { action: string }) | null = null;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.opened = handler;
  }

  /** Whether the event was prevented. */
  ask(name: string, url: string): boolean {
    let prevented = false;
    this.emit(name, { url, preventDefault: () => (prevented = true) });
    return prevented;
  }
}

describe('every web contents', () => {
  const app = new EventEmitter();
  guardApp(app as unknown as App); // the one member guardApp uses
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);

  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    it(`${name}: our own page may, nothing else`, () => {
      expect(contents.ask(name, 'app://cockpit/#/packs')).toBe(false);
      for (const url of [
        'https://example.com/',
        'app://cockpit.evil/',
        'app://evil/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'data:text/html,x',
        'about:blank',
      ])
        expect([url, contents.ask(name, url)]).toEqual([url, true]);
    });
  }

  it('no webview is attached', () => {
    expect(contents.ask('will-attach-webview', 'app://cockpit/')).toBe(true);
  });

  it('no window is opened', () => {
    for (const url of ['app://cockpit/', 'https://example.com/', 'about:blank']) expect(contents.opened?.({ url })).toEqual({ action: 'deny' });
  });
});

type Decide<T> = (answer: T) => void;

class FakeSession extends EventEmitter {
  request: (contents: unknown, permission: string, decide: Decide<boolean>) => void = () => undefined;
  check: (contents: unknown, permission: string) => boolean = () => true;
  device: () => boolean = () => true;
  before: (details: { url: string }, decide: Decide<{ cancel: boolean }>) => void = () => undefined;
  webRequest = { onBeforeRequest: (listener: FakeSession['before']) => (this.before = listener) };

  setPermissionRequestHandler(handler: FakeSession['request']): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: FakeSession['check']): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler;
  }
}

describe('the session', () => {
  const session = new FakeSession();
  guardSession(session as unknown as Session); // the members guardSession uses

  it('grants nothing but writing text to the clipboard', () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'clipboard-read',
      'hid',
      'usb',
      'serial',
      'fileSystem',
      'unknown',
    ]) {
      const answers: boolean[] = [];
      session.request({}, permission, (answer) => answers.push(answer));
      expect([permission, ...answers, session.check({}, permission)]).toEqual([permission, false, false]);
    }
    expect(session.check({}, 'clipboard-sanitized-write')).toBe(true);
    expect(session.device()).toBe(false);
  });

  it('lets no request out', () => {
    const cancelled = (url: string) => {
      let cancel = false;
      session.before({ url }, (answer) => (cancel = answer.cancel));
      return cancel;
    };
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:80/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'app://cockpit.evil/',
      'blob:https://example.com/1',
      'ftp://x/',
    ])
      expect([url, cancelled(url)]).toEqual([url, true]);
    for (const url of ['app://cockpit/', 'app://cockpit/assets/a.js', 'blob:app://cockpit/1', 'data:image/png;base64,AA'])
      expect([url, cancelled(url)]).toEqual([url, false]);
  });

  it('lets the page download only what it made itself', () => {
    const prevented = (url: string) => {
      let answer = false;
      session.emit('will-download', { preventDefault: () => (answer = true) }, { getURL: () => url });
      return answer;
    };
    expect([prevented('blob:app://cockpit/1'), prevented('https://example.com/a.exe'), prevented('blob:app://cockpit.evil/1')]).toEqual([false, true, true]);
  });
});

it('an address is ours by its parts, not by its beginning', () => {
  expect(['app://cockpit/', 'app://cockpit', 'app://cockpit/x#y'].map(isOurs)).toEqual([true, true, true]);
  expect(['app://cockpit@evil/', 'app://cockpit.evil/', 'app:cockpit', 'xapp://cockpit/', 'not an address', ''].map(isOurs)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
});

describe('only doors/desktop makes windows and loads addresses', () => {
  const risky = /new BrowserWindow|loadURL|openExternal|ipcMain\.handle|executeJavaScript|\.loadFile\(/;
  const files = readdirSync('electron', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const using = files.filter((file) => risky.test(readFileSync(join('electron', file), 'utf8')));

  it('in one module', () => {
    expect(using).toEqual([join('doors/desktop/window.ts')]);
  });

  it('and opens nothing outside', () => {
    expect(files.filter((file) => readFileSync(join('electron', file), 'utf8').includes('openExternal'))).toEqual([]);
  });
});
