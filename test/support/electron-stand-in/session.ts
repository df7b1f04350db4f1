/** `session` and `protocol`. Guards are kept, and shown to whoever asks; what Chromium itself would ask them is on the hand-check list. */
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import type { SchemeHandler } from './carrier.ts';
import { notProvided, strict } from './not-provided.ts';
import { carrier } from './runtime.ts';

const privileged = new Set<string>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) {
      if (scheme !== 'app') notProvided(`the scheme ${scheme}`);
      privileged.add(scheme);
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!app.isReady()) throw new Error('protocol.handle needs the app to be ready');
    if (!privileged.has(scheme)) notProvided(`protocol.handle of the unregistered scheme ${scheme}`);
    if (carrier.handler) throw new Error('The scheme has been registered');
    carrier.handler = handler;
  },
});

class StandInSession extends EventEmitter {
  readonly guards = new Map<string, unknown>();
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: unknown) => {
      this.guards.set('onBeforeRequest', listener);
    },
  });

  setPermissionRequestHandler(handler: unknown): void {
    this.guards.set('permissionRequest', handler);
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.guards.set('permissionCheck', handler);
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.guards.set('devicePermission', handler);
  }
}

export const session = strict('session', { defaultSession: strict('session.defaultSession', new StandInSession()) });
