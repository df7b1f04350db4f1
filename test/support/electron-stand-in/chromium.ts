/**
 * Debian's Chromium behind the stand-in, spoken to over a pipe: when this process dies, however it dies, the pipe closes and Chromium
 * ends itself. Playwright joins the same browser over the port that Chromium prints.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface Target {
  targetId: string;
  type: string;
  url: string;
  openerId?: string;
}

/** What Chromium reports; the stand-in reads only fields that the protocol names. */
export type CdpParameters = object;
export type CdpListener = (method: string, parameters: CdpParameters) => void;

interface Pending {
  method: string;
  resolve: (result: object) => void;
  reject: (error: Error) => void;
}

const always = [
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--force-color-profile=srgb',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
];

export class Chromium {
  onTargetCreated: (target: Target) => void = () => undefined;
  onTargetDestroyed: (targetId: string) => void = () => undefined;
  onGone: () => void = () => undefined;
  private readonly profile = mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
  private readonly pending = new Map<number, Pending>();
  private readonly sessions = new Map<string, CdpListener>();
  private child: ChildProcess | null = null;
  private ending = false;
  private lastId = 0;

  /** Starts with every host but the carrier's unresolvable; resolves when Chromium listens. */
  async start(carrierPort: number): Promise<void> {
    const args = [
      ...always,
      `--user-data-dir=${this.profile}`,
      `--host-resolver-rules=MAP cockpit.test 127.0.0.1:${String(carrierPort)}, MAP * ~NOTFOUND`,
      '--unsafely-treat-insecure-origin-as-secure=http://cockpit.test',
      ...(process.env['STAND_IN_HEADED'] ? [] : ['--headless=new']),
    ];
    const child = spawn(process.env['STAND_IN_CHROMIUM'] ?? '/usr/bin/chromium', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
    this.child = child;
    process.on('exit', () => {
      this.end();
    });
    this.listen(child.stdio[4] as Readable); // spawned as a pipe above
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`Chromium ended with exit code ${String(code)}`));
      });
      createInterface(child.stderr as Readable).on('line', (line) => {
        // spawned as a pipe above
        if (!line.startsWith('DevTools listening on ws:')) return;
        // Playwright waits for this very line.
        process.stderr.write(`${line}\n`);
        resolve();
      });
    });
    await this.send('Target.setDiscoverTargets', { discover: true });
  }

  send(method: string, parameters: object = {}, sessionId?: string): Promise<object> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      this.pending.set(id, { method, resolve, reject });
      const out = this.child?.stdio[3] as Writable; // spawned as a pipe
      out.write(`${JSON.stringify({ id, method, params: parameters, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  join(sessionId: string, listener: CdpListener): void {
    this.sessions.set(sessionId, listener);
  }

  leave(sessionId: string): void {
    this.sessions.delete(sessionId);
  }

  end(): void {
    if (this.ending) return;
    this.ending = true;
    this.child?.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private listen(pipe: Readable): void {
    let rest = '';
    pipe.setEncoding('utf8');
    pipe.on('data', (text: string) => {
      const parts = (rest + text).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.receive(JSON.parse(part) as CdpMessage); // Chromium's own words
    });
    pipe.on('close', () => {
      if (!this.ending) this.onGone();
    });
  }

  private receive(message: CdpMessage): void {
    if ('id' in message) {
      const waiting = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
      else waiting?.resolve(message.result);
    } else if (message.sessionId) this.sessions.get(message.sessionId)?.(message.method, message.params);
    else if (message.method === 'Target.targetCreated') this.onTargetCreated((message.params as { targetInfo: Target }).targetInfo);
    else if (message.method === 'Target.targetDestroyed') this.onTargetDestroyed((message.params as { targetId: string }).targetId); // CDP, as above
  }
}

type CdpMessage = { id: number; result: object; error?: { message: string } } | { method: string; params: CdpParameters; sessionId?: string };
