/** A report of a table nothing is known about; specs state what matters to them. */
import type { TableReport } from '../../../shared/intake/interpretation.ts';

export const emptyReport: TableReport = {
  table: 0,
  sheet: 0,
  sheetName: '',
  headerRow: 1,
  firstRow: 2,
  lastRow: 2,
  dataset: null,
  profile: null,
  source: '',
  score: 0,
  reasons: [],
  status: 'needs-mapping',
  fault: null,
  columns: [],
  dateOrder: null,
  rows: { read: 0, rejected: 0 },
  period: null,
  totals: {},
  problems: [],
  problemCounts: {},
  rejectedRows: [],
  sample: [],
  unknownWords: [],
  sentinels: [],
};
