/**
 * Opens the browser on the door. The address carries the token, and a command line can be read by every user of the machine: so the
 * browser gets a local page that only its owner can read, and that page goes on to the address.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Starts a program without waiting for it; rejects when it can't be started. */
export type Launcher = (command: string, args: string[]) => Promise<void>;

const PAGE_LIFETIME_MS = 60_000;

/** Opens `urlWithToken` in the user's browser; rejects when no browser can be started. */
export async function openInBrowser(urlWithToken: string, launch: Launcher = launchDetached): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plant-cockpit-'));
  const page = join(folder, 'open.html');
  writeFileSync(page, redirectPage(urlWithToken), { mode: 0o600, flag: 'wx' });
  const forget = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  setTimeout(forget, PAGE_LIFETIME_MS).unref();
  process.once('exit', forget);
  const { command, args } = opener(process.platform);
  await launch(command, [...args, pathToFileURL(page).href]);
}

function redirectPage(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Plant Cockpit</title>
<script>location.replace(${JSON.stringify(url)})</script>
<noscript><p>Plant Cockpit needs JavaScript.</p></noscript>
`;
}

function opener(platform: NodeJS.Platform): { command: string; args: string[] } {
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  if (platform === 'darwin') return { command: 'open', args: [] };
  return { command: 'xdg-open', args: [] };
}

function launchDetached(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
