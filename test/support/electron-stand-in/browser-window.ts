/** `BrowserWindow` and `webContents`' look-ups: one browser target each. */
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import type { Target } from './chromium.ts';
import { preventable } from './events.ts';
import { notProvided, strict } from './not-provided.ts';
import { chromium } from './runtime.ts';
import { session } from './session.ts';
import { StandInContents, type StandInPreferences } from './web-contents.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface WindowOptions extends Partial<Bounds> {
  show?: boolean;
  title?: string;
  minWidth?: number;
  minHeight?: number;
  webPreferences?: StandInPreferences;
}

const windows = new Map<string, StandInWindow>();

chromium.onTargetDestroyed = (targetId) => {
  windows.get(targetId)?.gone();
};
chromium.onTargetCreated = (target: Target) => {
  const opener = target.openerId === undefined ? undefined : windows.get(target.openerId);
  if (!opener || target.type !== 'page') return;
  if (opener.webContents.openHandler({ url: target.url }).action === 'deny') void chromium.send('Target.closeTarget', { targetId: target.targetId });
  else notProvided('a window opened by the page');
};
app.openWindows = () => [...windows.values()];

export class StandInWindow extends EventEmitter {
  readonly webContents: StandInContents;
  readonly options: WindowOptions;
  private readonly made: Promise<void>;
  private readonly closed = Promise.withResolvers<boolean>();
  private bounds: Bounds;
  private targetId = '';
  private visible: boolean;
  private maximized = false;
  private minimized = false;

  constructor(options: WindowOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    this.visible = options.show !== false;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new StandInContents(options.webPreferences ?? {}, session.defaultSession);
    this.webContents.once('did-finish-load', () => {
      this.emit('ready-to-show');
    });
    this.made = this.make();
    app.emit('web-contents-created', preventable({}), this.webContents);
    app.emit('browser-window-created', preventable({}), this);
  }

  private async make(): Promise<void> {
    const { width, height } = this.bounds;
    const { targetId } = (await chromium.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })) as { targetId: string }; // CDP
    this.targetId = targetId;
    windows.set(targetId, this);
    await this.webContents.attach(targetId);
  }

  async loadURL(url: string): Promise<void> {
    await this.made;
    await this.webContents.loadURL(url);
  }

  /** True when the window is gone, false when a listener prevented it. */
  async close(): Promise<boolean> {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.made;
    await chromium.send('Target.closeTarget', { targetId: this.targetId });
    return this.closed.promise;
  }

  gone(): void {
    if (!windows.delete(this.targetId)) return;
    this.webContents.gone();
    this.emit('closed');
    this.closed.resolve(true);
    if (windows.size === 0) app.lastWindowClosed();
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  show(): void {
    this.visible = true;
    this.emit('show');
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    this.emit('focus');
  }

  minimize(): void {
    this.minimized = true;
  }

  restore(): void {
    this.minimized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  maximize(): void {
    this.maximized = true;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
  }

  getBounds(): Bounds {
    return { ...this.bounds };
  }

  getNormalBounds(): Bounds {
    return this.getBounds();
  }

  static getAllWindows(): StandInWindow[] {
    return [...windows.values()];
  }

  static fromWebContents(contents: StandInContents | undefined): StandInWindow | null {
    return [...windows.values()].find((window) => window.webContents === contents) ?? null;
  }
}

export const webContents = strict('webContents', {
  getAllWebContents: () => [...windows.values()].map((window) => window.webContents),
  fromDevToolsTargetId: (targetId: string) => {
    const window = windows.get(targetId);
    return window && Object.assign(window.webContents, { close: () => void window.close() });
  },
});
