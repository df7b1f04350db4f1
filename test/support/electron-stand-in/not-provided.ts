/** What the stand-in doesn't provide throws by its name: a test must never pass on something that wasn't there. */

export function notProvided(name: string): never {
  throw new Error(`electron stand-in: ${name} is not provided`);
}

/** `part` with every missing member throwing by name. Symbols and `then` stay undefined, or awaiting and printing would throw. */
export function strict<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return Reflect.get(target, key, receiver);
      return () => notProvided(`${name}.${key}`);
    },
  });
}
