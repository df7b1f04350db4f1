/** What recognition looks at: the table, its columns' shapes, and what the user already said. */
import type { InterpretRequest } from '../../shared/intake/interpretation.ts';
import type { FoundTable } from './found-table.ts';
import type { Layout } from './interpret-layout.ts';
import type { ColumnShape } from './recognise-shapes.ts';

export interface RecognitionInput {
  table: FoundTable;
  shapes: readonly ColumnShape[];
  request: InterpretRequest;
  /** The profile of the headers, and what it says. */
  layout: Layout;
}
