/** The glossary of staffing: what its figures mean on screen, in packs and in help. */
import type { Term } from '../term.ts';

export const staffingTerms: readonly Term[] = [
  {
    name: 'plannedHours',
    label: 'Planned hours',
    unit: 'h',
    definition: 'Hours people were scheduled for, as the timecards state them.',
    formula: 'Σ planned',
    source: 'timecards',
  },
  {
    name: 'presentHours',
    label: 'Hours worked',
    unit: 'h',
    definition: 'Regular and overtime hours together.',
    formula: 'regular + overtime',
    source: 'timecards',
  },
  {
    name: 'overtimeRatio',
    label: 'Overtime ratio',
    unit: '%',
    definition: 'Overtime against regular hours, not against all hours.',
    formula: 'overtime ÷ regular',
    source: 'House definition; some use total hours',
  },
  {
    name: 'absenceRatio',
    label: 'Absence ratio',
    unit: '%',
    definition: 'Hours absent against hours usually worked: planned hours, else regular and absent hours together.',
    formula: 'absence ÷ planned (else regular + absence)',
    source: 'BLS lost-worktime rate',
  },
  {
    name: 'laborCost',
    label: 'Labor cost',
    unit: 'currency',
    definition: 'Cost of the hours as the timecards state it.',
    formula: 'Σ labor cost',
    source: 'timecards',
  },
];
