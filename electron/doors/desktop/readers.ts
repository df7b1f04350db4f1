/** Starts the reader child as Electron's utility process: the runAsNode fuse is off, so the core can't fork one itself. */
import { utilityProcess } from 'electron';
import type { ReaderStarter } from '../../core/core-client.ts';

export const utilityReaders: ReaderStarter = {
  start(entry, heapMegabytes) {
    const child = utilityProcess.fork(entry, [], {
      execArgv: [`--max-old-space-size=${String(heapMegabytes)}`],
      serviceName: 'Plant Cockpit reader',
      stdio: 'ignore',
    });
    return {
      post: (message) => {
        child.postMessage(message);
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', listener);
      },
      kill: () => {
        child.kill();
      },
    };
  },
};
