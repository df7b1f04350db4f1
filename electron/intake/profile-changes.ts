/** What changed in a layout's headers since its last file: new, missing and, where it looks so, renamed ones. */
import type { TableReport } from '../../shared/intake/interpretation.ts';
import { headerKey } from './headers.ts';
import type { ProfileUse } from './profile-store.ts';
import { nearness } from './recognise-nearness.ts';

interface Headed {
  column: number;
  header: string;
}

export function sinceLast(columns: readonly Headed[], use: Pick<ProfileUse, 'file' | 'columns'>): NonNullable<TableReport['sinceLast']> {
  const without = (mine: readonly Headed[], theirs: readonly Headed[]): Headed[] => {
    const keys = new Set(theirs.map(({ header }) => headerKey(header)));
    return mine.filter(({ header }) => header !== '' && !keys.has(headerKey(header)));
  };
  const added = without(columns, use.columns);
  const missing = without(use.columns, columns);
  const renamed: { from: string; to: string }[] = [];
  for (const lost of missing) {
    const taken = new Set(renamed.map(({ to }) => to));
    const open = added.filter(({ header }) => !taken.has(header));
    const alike = open.map((one) => ({ one, score: nearness(lost.header, one.header) + (one.column === lost.column ? 0.3 : 0) }));
    const best = alike.sort((a, b) => b.score - a.score)[0];
    if (best && best.score >= 0.5) renamed.push({ from: lost.header, to: best.one.header });
  }
  const old = new Set(renamed.map(({ from }) => from));
  const fresh = new Set(renamed.map(({ to }) => to));
  return {
    file: use.file,
    added: added.map(({ header }) => header).filter((header) => !fresh.has(header)),
    missing: missing.map(({ header }) => header).filter((header) => !old.has(header)),
    renamed,
  };
}
