/** Heads of several rows that a profile tells the finder: tried where a table was found that no profile knows as it stands. */
import type { Sheet } from '../../shared/intake/cells.ts';
import type { InterpretRequest } from '../../shared/intake/interpretation.ts';
import { findTables } from './find-tables.ts';
import type { FoundTable } from './found-table.ts';
import type { HeaderKnowledge } from './find-tables-heads.ts';
import { findProfile } from './match-profile.ts';

/** The table with the head its profile states; as it was found when none fits. */
export function profiledTable(table: FoundTable, sheet: Sheet, at: { request: InterpretRequest; knowledge: HeaderKnowledge }): FoundTable {
  const told = at.request.profiles.filter(({ headRows = 1 }) => headRows > 1);
  if (told.length === 0 || findProfile(table.columns, at.request) !== null) return table;
  for (const profile of told) {
    const headRows = profile.headRows ?? 1;
    for (let above = 0; above < headRows; above += 1) {
      const forced = { headerRow: table.headerRow - above, headRows, lastRow: null };
      const found = findTables(sheet, table.sheet, { knowledge: at.knowledge, forced }).find(({ columns }) => findProfile(columns, at.request) === profile);
      if (found) return found;
    }
  }
  return table;
}
