import type { CategoryChart } from '../../../shared/charts/spec.ts';
import { formatNumber } from '../format.ts';

interface Props {
  spec: CategoryChart;
  x: number;
  y: (value: number) => number;
  bounds: [top: number, bottom: number];
}

/** Names and last values at the right end of the lines, pushed apart so that none covers another; no legend is needed. */
export function EndLabels({ spec, x, y, bounds }: Props) {
  const labels = spec.series.flatMap((series) => {
    const last = series.values.findLast((value) => value !== null);
    return last === undefined ? [] : [{ name: series.name, role: series.role, value: last, at: y(last) }];
  });
  labels.sort((a, b) => a.at - b.at);
  spreadApart(labels, bounds);
  return labels.map((label) => (
    <text key={label.name} className={label.role === 'actual' ? 'v' : 'tp'} x={x} y={label.at + 4}>
      {`${label.name} ${formatNumber(label.value, spec.decimals)}`}
    </text>
  ));
}

const gap = 13;

function spreadApart(labels: { at: number }[], [top, bottom]: [number, number]): void {
  let least = top;
  for (const label of labels) {
    label.at = Math.max(label.at, least);
    least = label.at + gap;
  }
  let most = bottom;
  for (const label of labels.toReversed()) {
    label.at = Math.min(label.at, most);
    most = label.at - gap;
  }
}
