/** One entry of an area's glossary: what a figure means, how it is calculated and who says so. Help and the pack's definitions page print it. */
export interface Term {
  /** The figure's name on the wire: 'oee'. */
  name: string;
  label: string;
  unit: string; // '%', 'min', 'units'
  definition: string;
  formula: string;
  source: string;
}
