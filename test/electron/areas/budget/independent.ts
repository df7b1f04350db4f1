/** Budget calculated a second time: row by row over the raw facts, without roll-ups, months or the product's formulas. */
import type { Connection } from '../../../../electron/store/database.ts';

export interface Expected {
  budget: number;
  actual: number;
  priorYear: number | null;
  impact: number;
  types: Set<string>;
}

interface RawRow {
  account: string;
  costCenter: string;
  day: string;
  cents: number;
}

export type By = 'account' | 'costCenter' | 'type' | 'month';

export function expectedLines(db: Connection, range: { from: string; to: string }, by: By): Map<string, Expected> {
  const types = new Map(
    (db.all('select account_code as code, account_type as type from account where superseded_by is null') as { code: string; type: string | null }[]).map(
      (row) => [row.code, row.type ?? 'unknown'],
    ),
  );
  const ledger = db.all(
    'select account_code as account, cost_center_code as costCenter, posting_date as day, amount_minor as cents from ledger_entry where superseded_by is null',
  ) as RawRow[];
  const plan = db.all(
    `select account_code as account, cost_center_code as costCenter, posting_date as day, amount_minor as cents from budget_line where superseded_by is null and version_code = 'original'`,
  ) as RawRow[];
  const lines = new Map<string, Expected>();
  const put = (row: RawRow, day: string, change: (line: Expected) => void): void => {
    const type = types.get(row.account) ?? 'unknown';
    const key = { account: row.account, costCenter: row.costCenter === '' ? 'Unassigned' : row.costCenter, type, month: day.slice(0, 7) }[by];
    const line = lines.get(key) ?? { budget: 0, actual: 0, priorYear: null, impact: 0, types: new Set<string>() };
    line.types.add(type);
    change(line);
    lines.set(key, line);
  };
  const direction = (account: string): number => {
    const type = types.get(account) ?? 'unknown';
    if (type === 'revenue') return 1;
    return type === 'statistical' || type === 'balanceSheet' ? 0 : -1;
  };
  for (const row of plan) {
    if (row.day < range.from || row.day > range.to) continue;
    put(row, row.day, (line) => {
      line.budget += row.cents;
      line.impact -= direction(row.account) * row.cents;
    });
  }
  for (const row of ledger) {
    if (row.day >= range.from && row.day <= range.to) {
      put(row, row.day, (line) => {
        line.actual += row.cents;
        line.impact += direction(row.account) * row.cents;
      });
    }
    const next = `${String(Number(row.day.slice(0, 4)) + 1)}${row.day.slice(4)}`;
    if (next >= range.from && next <= range.to) put(row, next, (line) => (line.priorYear = (line.priorYear ?? 0) + row.cents));
  }
  return lines;
}
