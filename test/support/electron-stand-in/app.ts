/** `app`: life and death of the process, its folders, the single instance lock. */
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { preventable } from './events.ts';
import { takeLock } from './instance-lock.ts';
import { strict } from './not-provided.ts';
import { chromium } from './runtime.ts';

interface Closable {
  close(): Promise<boolean>;
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = new CommandLine();
  /** Set by the windows; closing them is part of quitting. */
  openWindows: () => Closable[] = () => [];
  private readonly ready: PromiseWithResolvers<void> = Promise.withResolvers();
  private readonly paths = new Map<string, string>();
  private root = '.';
  private appName = '';
  private isReadyNow = false;
  private quitting = false;

  boot(root: string): void {
    const { productName, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { productName?: string; name: string }; // npm's own file
    this.root = root;
    this.appName = productName ?? name;
    const home = homedir();
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    for (const [key, path] of Object.entries({ home, appData, temp: tmpdir(), userData: join(appData, this.appName) })) this.paths.set(key, path);
  }

  fireReady(): void {
    this.isReadyNow = true;
    this.ready.resolve();
    this.emit('ready', preventable({}), {});
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }

  isReady(): boolean {
    return this.isReadyNow;
  }

  getName(): string {
    return this.appName;
  }

  setName(name: string): void {
    this.appName = name;
  }

  getAppPath(): string {
    return this.root;
  }

  getPath(key: string): string {
    const path = this.paths.get(key);
    if (path === undefined) throw new Error(`Failed to get '${key}' path`);
    if (key === 'userData') mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(key: string, path: string): void {
    this.paths.set(key, path);
  }

  requestSingleInstanceLock(data: unknown = {}): boolean {
    const second = { argv: process.argv, folder: process.cwd(), data };
    return takeLock(this.getPath('userData'), second, ({ argv, folder, data: sent }) => this.emit('second-instance', preventable({}), argv, folder, sent));
  }

  quit(): void {
    if (this.quitting) return;
    const before = preventable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.quitting = true;
    void Promise.all(this.openWindows().map((window) => window.close())).then((closed) => {
      const will = preventable({});
      if (closed.every(Boolean)) this.emit('will-quit', will);
      if (!closed.every(Boolean) || will.defaultPrevented) this.quitting = false;
      else this.exit(0);
    });
  }

  /** Quits when the last window is gone and nobody listens for it, as Electron does. */
  lastWindowClosed(): void {
    if (this.quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  exit(code = 0): void {
    this.quitting = true;
    this.emit('quit', preventable({}), code);
    chromium.end();
    process.exit(code);
  }
}

class CommandLine {
  private readonly switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value);
  }

  hasSwitch(name: string): boolean {
    return this.switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? '';
  }
}

export const app = strict('app', new StandInApp());
