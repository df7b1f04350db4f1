/** The desktop door's entry. No top-level await: Electron waits for this module before it is ready. */
import { join } from 'node:path';
import { app, dialog, protocol, session, shell, type BrowserWindow } from 'electron';
import { Fault, faults } from '../shared/faults.ts';
import { applicationRoot } from './core/entries.ts';
import type { Core } from './core/core-client.ts';
import { coreOptions } from './doors/core-options.ts';
import { desktopVerbsOf } from './doors/desktop/desktop.ts';
import { routes, setMenu } from './doors/desktop/menu.ts';
import { OpenedFiles } from './doors/desktop/opened-files.ts';
import { requestHandler, schemePrivileges } from './doors/desktop/protocol.ts';
import { utilityReaders } from './doors/desktop/readers.ts';
import { guardApp, guardSession } from './doors/desktop/security.ts';
import { startWishes, type StartWishes } from './doors/desktop/start.ts';
import { startSteadyCore } from './doors/desktop/steady-core.ts';
import { type UploadedFile, uploadPath } from './doors/desktop/upload-path.ts';
import { goTo, openWindow } from './doors/desktop/window.ts';

const development = !app.isPackaged;
const wishes = startWishes(process.argv.slice(development ? 2 : 1), process.cwd());

async function main(): Promise<void> {
  await app.whenReady();
  guardSession(session.defaultSession);
  const core = await startSteadyCore(coreOptions({ storeFile: storeFile(), door: 'desktop', asOf: wishes.asOf, reader: 'door' }), {
    readers: utilityReaders,
    onGivenUp: giveUp,
  });
  closeWithApp(core);
  let window: BrowserWindow | null = null;
  const opened = new OpenedFiles();
  const draftsFolder = join(app.getPath('userData'), 'drafts');
  const desktop = desktopVerbsOf({ dialog, shell, core, opened, draftsFolder, window: () => window });
  protocol.handle('app', requestHandler(core, desktop));
  setMenu({
    development,
    goTo: (route) => {
      if (window) void goTo(window, route);
    },
  });
  window = await openWindow({
    preload: join(applicationRoot(), 'out/preload/preload.cjs'),
    placeFile: join(app.getPath('userData'), 'window.json'),
    development,
  });
  window.on('closed', () => {
    window = null;
  });
  app.on('second-instance', (_event, _argv, _folder, second) => {
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    void importFiles({ window, core, opened }, filesOf(second));
  });
  await importFiles({ window, core, opened }, wishes.files);
}

interface Intake {
  window: BrowserWindow;
  core: Core;
  opened: OpenedFiles;
}

/** Files given on the command line or dropped on the icon: uploaded as the page would, then the page's Intake takes them over. */
async function importFiles({ window, core, opened }: Intake, files: string[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const uploaded: UploadedFile[] = [];
    for (const file of files) uploaded.push(await uploadPath(core, file));
    opened.add(uploaded);
  } catch (error) {
    dialog.showErrorBox('The file can’t be opened', error instanceof Error ? error.message : String(error));
    return;
  }
  await goTo(window, routes.intake);
}

function storeFile(): string {
  return wishes.storeFile ?? join(app.getPath('userData'), 'plant-cockpit.sqlite');
}

function filesOf(second: unknown): string[] {
  const files = (second as { files?: unknown } | null)?.files; // our own second start sent it; checked on the next line
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}

function closeWithApp(core: Core): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function giveUp(error: unknown): void {
  const fault = error instanceof Fault ? error : null;
  dialog.showErrorBox(fault ? faults[fault.code].title : 'Plant Cockpit can’t go on', error instanceof Error ? error.message : String(error));
  app.exit(fault ? faults[fault.code].exit : 1);
}

function begin(started: StartWishes): void {
  app.setName('Plant Cockpit');
  // A store of its own is an instance of its own: its lock, window place and drafts lie beside it.
  if (started.storeFile !== null) app.setPath('userData', `${started.storeFile}.desktop`);
  if (!app.requestSingleInstanceLock({ files: started.files })) {
    app.quit();
    return;
  }
  guardApp(app);
  app.on('window-all-closed', () => {
    app.quit();
  });
  main().catch(giveUp);
}

protocol.registerSchemesAsPrivileged(schemePrivileges);
begin(wishes);
