/** Values repeat down a column, and reading one is work: what a text became is kept, as long as texts do repeat. */

const keptAtMost = 4_096;
const triedFirst = 2_048;
/** After so many questions a column may have ended and another begun. */
const askedAnew = 32_768;

/** `read` for texts; its answers are shared, so they must not be changed. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let asked = 0;
  let hits = 0;
  return (text) => {
    asked += 1;
    if (asked > askedAnew) asked = hits = 0;
    // a column of keys: looking up costs more than it saves
    if (asked > triedFirst && hits * 2 < asked) return read(text);
    const found = known.get(text);
    if (found !== undefined) {
      hits += 1;
      return found;
    }
    const value = read(text);
    if (known.size >= keptAtMost) known.clear();
    known.set(text, value);
    return value;
  };
}
