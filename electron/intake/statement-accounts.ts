/** What the accounts of a statement are called: their number where the program prints one, else their name and its path. */
import { numberAndName } from './interpret-rows.ts';

export interface NamedLeaf {
  line: { label: string };
  /** Accounts above, outermost first. */
  path: readonly string[];
  section: string;
}

export interface StatementAccount {
  account: string;
  /** The name beside a number; null where the account is the name itself. */
  name: string | null;
}

/** One a leaf. “5012 · Steel” is a number and a name; “4000 Sales” only where every line begins so: names may begin with a number, too. */
export function accountsOf(leaves: readonly NamedLeaf[]): StatementAccount[] {
  const parts = leaves.map(({ line }) => numberAndName(line.label));
  const every = parts.every((one) => one !== null && /\d{3}/u.test(one.number));
  const numbers = parts.map((one, at) => (one && (every || leaves[at]?.line.label.includes('·')) ? one.number : null));
  const names = pathNames(leaves);
  return leaves.map(({ line }, at) => {
    const number = numbers[at] ?? null;
    const alone = number !== null && numbers.filter((other) => other === number).length === 1;
    return alone ? { account: number, name: parts[at]?.name ?? null } : { account: names[at] ?? line.label, name: null };
  });
}

// Leaves that share a name below different parents or sections are told apart by their path.
function pathNames(leaves: readonly NamedLeaf[]): string[] {
  const short = leaves.map((leaf) => [...leaf.path, leaf.line.label].join(':'));
  const times = new Map<string, number>();
  for (const name of short) times.set(name, (times.get(name) ?? 0) + 1);
  return leaves.map((leaf, at) => {
    const name = short[at] ?? leaf.line.label;
    return (times.get(name) ?? 0) > 1 ? `${leaf.section}:${name}` : name;
  });
}
