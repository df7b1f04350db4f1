/**
 * Chance that repeats: the same seed and topic give the same numbers on every machine (sfc32, seeded by FNV-1a). Each topic has a
 * stream of its own, so that a change in one file of the demo leaves the others byte-equal.
 */
export interface Chance {
  /** 0 ≤ x < 1. */
  unit(): number;
  /** from ≤ x < to. */
  between(from: number, to: number): number;
  /** Whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True with the given probability. */
  happens(probability: number): boolean;
  /** Around 1, with the given standard deviation; cut at three of them. */
  around(deviation: number): number;
  pick<T>(choices: readonly T[]): T;
}

export function chanceOf(seed: string, topic: string): Chance {
  const next = sfc32(fnv1a(`${seed}/${topic}`));
  const chance: Chance = {
    unit: next,
    between: (from, to) => from + (to - from) * next(),
    whole: (from, to) => Math.floor(from + (to - from + 1) * next()),
    happens: (probability) => next() < probability,
    around: (deviation) => {
      // The sum of twelve uniform numbers is close enough to normal, and needs no logarithm that differs between machines.
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += next();
      return 1 + Math.max(-3, Math.min(3, sum)) * deviation;
    },
    pick: (choices) => {
      const choice = choices[Math.floor(next() * choices.length)];
      if (choice === undefined) throw new RangeError('nothing to pick from');
      return choice;
    },
  };
  return chance;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [seed, seed ^ 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}
