/** Lets `import … from 'electron'` find the stand-in; in a worker thread it throws, as Electron does. */
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const standIn = new URL(isMainThread ? './electron.ts' : './worker-guard.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && !specifier.startsWith('electron/')) return next(specifier, context);
    return { url: standIn, format: 'module-typescript', shortCircuit: true };
  },
});
