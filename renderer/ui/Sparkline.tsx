import type { Sparkline as SparklineSpec } from '../../shared/charts/spec.ts';

interface Props {
  spark: SparklineSpec;
  width: number;
  height: number;
}

/** The last thirteen points beside a KPI: line, dashed target, end point coloured by effect. Decoration: the tile says the numbers. */
export function Sparkline({ spark, width, height }: Props) {
  const known = spark.values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const all = spark.target === null ? known : [...known, spark.target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (index: number) => 2 + (index * (width - 6)) / (spark.values.length - 1);
  const y = (value: number) => (high === low ? height / 2 : 3 + ((high - value) * (height - 6)) / (high - low));
  const end = spark.values.findLastIndex((value) => value !== null);
  const endValue = spark.values[end];
  const dot = { favorable: 'dotF', unfavorable: 'dotU', neutral: 'dotA' }[spark.end];
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
      {spark.target !== null && <path className="tg" d={`M0 ${String(Math.round(y(spark.target)) + 0.5)}H${String(width)}`} />}
      <path className="sl" d={linePath(spark.values, x, y)} />
      {endValue !== null && endValue !== undefined && <circle className={dot} cx={x(end)} cy={y(endValue)} r="2.5" />}
    </svg>
  );
}

/** An SVG path through the known values; null interrupts it. */
export function linePath(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    path += `${isDrawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawing = true;
  });
  return path;
}
