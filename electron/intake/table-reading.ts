/** What is known of a table while it is read, from its place in the file to the decisions about its columns. */
import type { ReadNote, Sheet } from '../../shared/intake/cells.ts';
import type { FactBlock, InterpretRequest, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import type { ColumnDecision } from './coerce-fields.ts';
import type { FoundTable } from './found-table.ts';
import type { Statement } from './interpret-constants.ts';
import type { Layout } from './interpret-layout.ts';
import type { ColumnShape } from './recognise-shapes.ts';
import type { Recognition } from './recognition.ts';
import type { ProblemList } from './validate-problems.ts';
import type { Sentinel } from './validate-sentinels.ts';

export interface TableInput {
  table: FoundTable;
  sheet: Sheet;
  index: number;
  request: InterpretRequest;
  delimiter: string | null;
  plan: TablePlan | null;
  layout: Layout;
  /** What the reader said about the table's file or sheet. */
  notes?: readonly ReadNote[];
}

export interface TableOutcome {
  report: TableReport;
  blocks: FactBlock[];
}

export interface TableReading {
  input: TableInput;
  shapes: ColumnShape[];
  statements: Statement[];
  /** Columns of day numbers, and the month they fall in. */
  days: ReadonlyMap<number, string>;
  found: Recognition;
  problems: ProblemList;
  decisions: ColumnDecision[];
  sentinels: Sentinel[];
}
