/** What stands behind a figure: the formula with its numbers filled in and the facts it was summed from. provenance.trace adds file, sheet and cell. */

export interface FormulaTerm {
  label: string; // 'Run time'
  value: number | null;
  unit: string; // 'min'
}

export interface FactReference {
  table: string; // 'shift_output'
  factId: number;
  /** Dataset field name, so that the archived cell can be found: 'good'. */
  field: string;
  label: string; // 'Good · Line 1, 2026-10-03, shift A'
  /** In the wire's unit; null when the cell was empty. */
  value: number | null;
}

export interface Behind {
  formula: string; // 'OEE 74.8 % = availability 88.8 % × performance 86.1 % × quality 97.8 %'
  terms: FormulaTerm[];
  /** At most `factLimit`; `total` counts them all. */
  facts: FactReference[];
  total: number;
}

export const factLimit = 500;
