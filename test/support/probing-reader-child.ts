/**
 * The real reader child, with a look at its own global objects before every final answer: a file that changed them is reported as an
 * error inside the program. Asked to read “pollute”, it changes them itself, so that a test can see the look find something.
 */
import '../../electron/intake/reader-child.ts';

const probe = Object.freeze({ untouched: true });
const names = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((object) => Reflect.ownKeys(object).length);
const send = process.send?.bind(process);

process.on('message', (message: { fileName?: string }) => {
  if (message.fileName === 'pollute') Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true });
});

process.send = (message: { type: string; id: number }): boolean => {
  const found = message.type === 'done' || message.type === 'fault' ? changed() : null;
  if (found === null) return send?.(message) ?? false;
  return send?.({ type: 'fault', id: message.id, fault: { code: 'internal', title: '', message: `changed: ${found}` } }) ?? false;
};

function changed(): string | null {
  if (Object.keys(Object.prototype).length > 0) return `Object.prototype has ${Object.keys(Object.prototype).join(', ')}`;
  if (!Object.isFrozen(probe) || JSON.stringify(probe) !== '{"untouched":true}' || Object.keys({}).length > 0) return 'the probe';
  const now = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((object) => Reflect.ownKeys(object).length);
  return now.some((count, index) => count !== names[index]) ? 'a built-in prototype' : null;
}
