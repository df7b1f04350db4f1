/** The glossary of production: what its figures mean on screen, in packs and in help. */
import type { Term } from '../term.ts';

const vorne = 'oee.com (Vorne); names as in ISO 22400-2';

export const productionTerms: readonly Term[] = [
  { name: 'good', label: 'Good units', unit: 'units', definition: 'Units accepted first time; reworked units are not good.', formula: 'Σ good', source: vorne },
  {
    name: 'total',
    label: 'Total units',
    unit: 'units',
    definition: 'All units made: as reported, else good, scrap and rework together.',
    formula: 'Σ total',
    source: vorne,
  },
  {
    name: 'attainment',
    label: 'Schedule attainment',
    unit: '%',
    definition: 'Units made against target; over-production earns no credit.',
    formula: 'Σ min(total, target) ÷ Σ target',
    source: 'Schedule attainment as used in ISO 22400-2 plants',
  },
  {
    name: 'plannedMinutes',
    label: 'Planned production time',
    unit: 'min',
    definition: 'Shift time minus breaks and times without demand; changeovers stay inside.',
    formula: 'Σ planned',
    source: vorne,
  },
  {
    name: 'runMinutes',
    label: 'Run time',
    unit: 'min',
    definition: 'Planned production time minus all stops; as reported where the source has it.',
    formula: 'planned − stops',
    source: vorne,
  },
  {
    name: 'stopMinutes',
    label: 'Stop time',
    unit: 'min',
    definition: 'Stops by shift as reported with the output, else the sum of recorded stops; never both. The shift’s own day counts.',
    formula: 'Σ stops',
    source: vorne,
  },
  {
    name: 'availability',
    label: 'Availability',
    unit: '%',
    definition: 'Share of planned production time the line ran.',
    formula: 'run ÷ planned',
    source: vorne,
  },
  {
    name: 'performance',
    label: 'Performance',
    unit: '%',
    definition: 'Speed while running. Above 100 % the ideal cycle is wrong: flagged, never capped.',
    formula: 'ideal cycle × total ÷ run',
    source: vorne,
  },
  { name: 'quality', label: 'Quality', unit: '%', definition: 'Share of units right first time.', formula: 'good ÷ total', source: vorne },
  {
    name: 'oee',
    label: 'OEE',
    unit: '%',
    definition: 'Overall equipment effectiveness; rolled up from sums, never as a mean of ratios.',
    formula: 'availability × performance × quality',
    source: vorne,
  },
  {
    name: 'unitsPerLaborHour',
    label: 'Units per labor hour',
    unit: 'units/h',
    definition: 'Good units (total where good is unknown) for an hour worked.',
    formula: 'good ÷ (regular + overtime hours)',
    source: 'Labor productivity, output ÷ hours worked',
  },
];
