/**
 * The desktop shell's security checklist as code, for every window and every web contents: nothing outside this folder may make a
 * window or load an address. The page is our own, but it shows what strangers wrote into files.
 */
import type { App, Session, WebContents, WebPreferences } from 'electron';

export const ORIGIN = 'app://cockpit';

/** Every preference that weakens or strengthens a page, said aloud even where Electron's default agrees today. */
export function webPreferences(preload: string, development: boolean): WebPreferences {
  return {
    preload,
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
    // The spell checker fetches dictionaries from the network.
    spellcheck: false,
    enableWebSQL: false,
    devTools: development,
  };
}

/** Guards every web contents there will ever be, whoever makes it. */
export function guardApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
}

export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No permission, no device, no screen; no request but to our own scheme; no download but of what our page made. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(allowedPermissions.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isLocal(details.url) });
  });
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) event.preventDefault();
  });
}

// Copying a block of cells is a click's own act; nothing else is needed.
const allowedPermissions = new Set(['clipboard-sanitized-write']);

/** Parsed, never compared by its beginning alone: `app://cockpit.evil/` begins alike. */
export function isOurs(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === 'app:' && host === 'cockpit';
  } catch {
    return false;
  }
}

function isLocal(url: string): boolean {
  return isOurs(url) || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:') || url.startsWith('devtools:');
}
