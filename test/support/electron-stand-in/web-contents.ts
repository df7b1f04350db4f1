/** `webContents`: one page of the browser, its navigation guards, its isolated preload world and the messages with it. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { carried, uncarried } from './carrier.ts';
import type { CdpParameters } from './chromium.ts';
import { makeCodec } from './codec.ts';
import { preventable } from './events.ts';
import { answerInvoke, ipcMain } from './ipc-main.ts';
import { notProvided } from './not-provided.ts';
import { exposeInPage, makePreloadWorld } from './preload-world.ts';
import { chromium } from './runtime.ts';

const WORLD = 'electron-stand-in-preload';
const BINDING = '__standInPost';
const OPEN_BINDING = '__standInOpen';
const codec = makeCodec();

export interface StandInPreferences {
  preload?: string;
  [name: string]: unknown;
}

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

interface Worded {
  type: 'invoke' | 'send';
  id: number;
  name: string;
  args: unknown;
}

export class StandInContents extends EventEmitter {
  readonly preferences: StandInPreferences;
  readonly session: unknown;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  private readonly expected = new Set<string>();
  private sessionId = '';
  private world: string | null = null;
  private url = '';
  private destroyed = false;

  constructor(preferences: StandInPreferences, session: unknown) {
    super();
    this.preferences = preferences;
    this.session = session;
  }

  async attach(targetId: string): Promise<void> {
    const { sessionId } = (await chromium.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }; // CDP
    this.sessionId = sessionId;
    chromium.join(sessionId, (method, parameters) => {
      this.hear(method, parameters);
    });
    await Promise.all([
      this.cdp('Page.enable'),
      this.cdp('Runtime.enable'),
      this.cdp('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] }),
    ]);
    await this.guardOpening();
    if (this.preferences.preload) await this.addPreload(this.preferences.preload);
  }

  async loadURL(url: string): Promise<void> {
    const address = carried(url);
    this.expected.add(address.split('#')[0] ?? address);
    const loaded = new Promise<void>((resolve) => {
      this.once('did-finish-load', resolve);
    });
    const answer = (await this.cdp('Page.navigate', { url: address })) as { errorText?: string; loaderId?: string }; // CDP
    if (answer.errorText) throw new Error(`${answer.errorText.replace('net::', '')} (-2) loading '${url}'`);
    // Without a loader only the part behind # changed, and nothing is loaded.
    if (answer.loaderId) await loaded;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return this.url;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  send(name: string, ...args: unknown[]): void {
    this.deliver({ type: 'event', name, value: codec.encode(args) });
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const answer = (await this.cdp('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true })) as EvaluateAnswer; // CDP
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'the script threw');
    return answer.result.value;
  }

  gone(): void {
    this.destroyed = true;
    chromium.leave(this.sessionId);
    this.emit('destroyed');
  }

  private cdp(method: string, parameters: object = {}): Promise<object> {
    return chromium.send(method, parameters, this.sessionId);
  }

  // Asked before a window is made: one that is made and closed again under a debugger can leave its opener waiting.
  private async guardOpening(): Promise<void> {
    await this.cdp('Runtime.addBinding', { name: OPEN_BINDING });
    await this.cdp('Page.addScriptToEvaluateOnNewDocument', {
      source: `{const ask=globalThis.${OPEN_BINDING};delete globalThis.${OPEN_BINDING};window.open=(url='')=>{ask(new URL(url,location.href).href);return null}}`,
    });
  }

  private opening(url: string): void {
    if (this.openHandler({ url: uncarried(url) }).action !== 'deny') notProvided('a window opened by the page');
  }

  private async addPreload(file: string): Promise<void> {
    const channel = `stand-in-${randomUUID()}`;
    const info = { platform: process.platform, arch: process.arch, versions: { ...process.versions } };
    const parts = `{channel:${JSON.stringify(channel)},binding:'${BINDING}',codec:(${makeCodec.toString()})(),info:${JSON.stringify(info)}}`;
    const isolated = `if(window===top){const {require,process}=(${makePreloadWorld.toString()})(${parts});const module={exports:{}};
(function(require,module,exports,process){${readFileSync(file, 'utf8')}
})(require,module,module.exports,process)}`;
    await this.cdp('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
    await this.cdp('Page.addScriptToEvaluateOnNewDocument', { source: `if(window===top)(${exposeInPage.toString()})(${JSON.stringify(channel)})` });
    await this.cdp('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source: isolated });
  }

  private hear(method: string, parameters: CdpParameters): void {
    const told = parameters as Told; // CDP's words for the methods below
    switch (method) {
      case 'Runtime.executionContextCreated':
        if (told.context.name === WORLD) this.world = told.context.uniqueId;
        return;
      case 'Runtime.executionContextsCleared':
        this.world = null;
        return;
      case 'Runtime.bindingCalled':
        if (told.name === OPEN_BINDING) this.opening(told.payload);
        else if (told.name === BINDING) void this.receive(JSON.parse(told.payload) as Worded); // the preload world's own words
        return;
      case 'Page.frameNavigated':
        if (!told.frame.parentId) this.navigated(told.frame.url);
        return;
      case 'Page.navigatedWithinDocument':
        this.url = uncarried(told.url);
        return;
      case 'Page.loadEventFired':
        this.emit('did-finish-load', preventable({}));
        return;
      case 'Fetch.requestPaused':
        void this.guardNavigation(told).catch(() => {
          if (!this.destroyed) throw new Error('electron stand-in: a paused navigation could not be answered');
        });
    }
  }

  private navigated(url: string): void {
    this.url = uncarried(url);
    this.emit('did-navigate', preventable({}), this.url);
  }

  // What the main process asked for is not a navigation of the page.
  private async guardNavigation({ requestId, request }: Told): Promise<void> {
    if (!this.expected.delete(request.url.split('#')[0] ?? '')) {
      const event = preventable({ url: uncarried(request.url), isMainFrame: true });
      this.emit('will-navigate', event, event.url);
      if (event.defaultPrevented) {
        await this.cdp('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
    }
    await this.cdp('Fetch.continueRequest', { requestId });
  }

  private async receive(message: Worded): Promise<void> {
    const event = preventable({ sender: this, senderFrame: { url: this.url, origin: this.url ? new URL(this.url).origin : '' } });
    const args = codec.decode(message.args) as unknown[]; // ipcRenderer sends an array
    if (message.type === 'send') {
      ipcMain.emit(message.name, event, ...args);
      return;
    }
    const result = await answerInvoke(message.name, event, args);
    this.deliver(
      result.ok
        ? { type: 'result', id: message.id, ok: true, value: codec.encode(result.value) }
        : { type: 'result', id: message.id, ok: false, value: result.error },
    );
  }

  private deliver(message: object): void {
    if (!this.world || this.destroyed) return;
    void this.cdp('Runtime.evaluate', { expression: `__standInReceive(${JSON.stringify(message)})`, uniqueContextId: this.world });
  }
}

interface EvaluateAnswer {
  result: { value: unknown };
  exceptionDetails?: { exception?: { description: string } };
}

interface Told {
  context: { name: string; uniqueId: string };
  name: string;
  payload: string;
  frame: { parentId?: string; url: string };
  url: string;
  requestId: string;
  request: { url: string };
}
