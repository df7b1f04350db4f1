/** Inside a utility process: `process.parentPort` as Electron gives it, and none of fork's own ways to the parent. */
import { EventEmitter } from 'node:events';

class ParentPort extends EventEmitter {
  private readonly sendUp: (message: unknown) => void;

  constructor(sendUp: (message: unknown) => void) {
    super();
    this.sendUp = sendUp;
  }

  postMessage(message: unknown): void {
    this.sendUp(message);
  }
}

const send = process.send?.bind(process);
if (!send) throw new Error('This script belongs into a child of the electron stand-in.');
const port = new ParentPort((message) => {
  send(message);
});
const early: unknown[] = [];
process.on('message', (data) => {
  if (port.listenerCount('message') > 0) port.emit('message', { data, ports: [] });
  else early.push(data);
});
port.on('newListener', (name) => {
  if (name !== 'message') return;
  queueMicrotask(() => {
    for (const data of early.splice(0)) port.emit('message', { data, ports: [] });
  });
});
process.on('disconnect', () => process.exit(0));
Object.assign(process, { parentPort: port, type: 'utility', send: undefined });
