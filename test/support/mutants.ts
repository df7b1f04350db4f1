/** Damages bytes in the ways files get damaged, and in a few that only malice finds. The same seed gives the same mutants. */
export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return {
    // mulberry32
    below: (limit) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
    },
  };
}

const insertions = [
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  'ZZZ99999999',
  '<c r="A1"><v>1</v></c>',
  '</row>',
  '<row>',
  '&#x110000;',
  '&lt',
  '\0',
  '\ufeff',
  '"',
  '\r',
  '<![CDATA[',
  '<!--',
  '-->',
  ']]>',
  '1e999',
  '-',
  ';;;;;;',
  '__proto__',
  '\xff\xfe',
  '_x0000_',
  '<mergeCell ref="A1:XFD1048576"/>',
  '=cmd|x',
  "'",
  '<f>',
  't="s"',
  't="zz"',
  '/>',
];

export function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes;
  const rounds = 1 + random.below(3);
  for (let round = 0; round < rounds; round++) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  switch (random.below(7)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = random.below(256);
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2: {
      const end = Math.min(bytes.length, at + 1 + random.below(64));
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    }
    case 3: {
      const end = Math.min(bytes.length, at + 1 + random.below(256));
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    }
    case 4: {
      const zeroed = Buffer.from(bytes);
      zeroed.fill(0, at, Math.min(zeroed.length, at + 1 + random.below(32)));
      return zeroed;
    }
    case 5: {
      const number = Buffer.alloc(4);
      number.writeUInt32LE([0xffffffff, 0x7fffffff, 0x80000000, 65_535][random.below(4)] ?? 0);
      return Buffer.concat([bytes.subarray(0, at), number, bytes.subarray(Math.min(bytes.length, at + 4))]);
    }
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(insertions[random.below(insertions.length)] ?? '', 'latin1'), bytes.subarray(at)]);
  }
}
