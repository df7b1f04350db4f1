/**
 * Draws a ChartSpec in the house notation: actual solid, budget outlined, forecast hatched, prior year thin grey, target dashed, to date
 * hollow. Drawn as SVG on the tokens, as the packs draw theirs: a charting library could not put numbers, letters and breaks where the notation wants them.
 */
import type { ChartSpec } from '../../shared/charts/spec.ts';
import { unreachable } from '../../shared/kit/unreachable.ts';
import { displayFactor } from './format.ts';
import { useMedia } from '../app/theme.ts';
import { BarTable } from './charts/BarTable.tsx';
import { BridgePlot } from './charts/BridgePlot.tsx';
import type { Pick } from './charts/CategoryHits.tsx';
import { CategoryPlot } from './charts/CategoryPlot.tsx';

interface Props {
  spec: ChartSpec;
  /** A click on a column or bar leads to the rows behind it. */
  onPick?: Pick | undefined;
  /** Where a chart stands alone and has the room. */
  isTall?: boolean;
}

export function Chart({ spec: given, onPick, isTall = false }: Props) {
  const spec = inDisplayUnits(given);
  const height = (useMedia('(min-width: 1600px)') ? 216 : 144) + (isTall ? 64 : 0);
  switch (spec.kind) {
    case 'columns':
    case 'stacked-columns':
    case 'lines':
      return <CategoryPlot spec={spec} height={height} onPick={onPick ?? null} />;
    case 'bars':
      return <BarTable spec={spec} onPick={onPick ?? null} />;
    case 'bridge':
      return <BridgePlot spec={spec} height={height} />;
    default:
      return unreachable(spec);
  }
}

// A chart in percent carries ratios, as every view does.
function inDisplayUnits(spec: ChartSpec): ChartSpec {
  const factor = displayFactor('', spec.unit);
  if (factor === 1) return spec;
  switch (spec.kind) {
    case 'columns':
    case 'stacked-columns':
    case 'lines':
      return { ...spec, series: spec.series.map((series) => ({ ...series, values: series.values.map((value) => (value === null ? null : value * factor)) })) };
    case 'bars':
      return { ...spec, rows: spec.rows.map((row) => ({ ...row, value: row.value * factor })) };
    case 'bridge':
      return { ...spec, steps: spec.steps.map((step) => ({ ...step, value: step.value * factor })) };
    default:
      return unreachable(spec);
  }
}
