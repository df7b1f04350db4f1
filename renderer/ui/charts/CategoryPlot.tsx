/** Columns, stacked columns and lines over categories, in the house notation. */
import { useState } from 'react';
import type { CategoryChart, Series } from '../../../shared/charts/spec.ts';
import { formatNumber } from '../format.ts';
import { CategoryHits, type Pick } from './CategoryHits.tsx';
import { ChartFrame, ChartTable, fillClass, Legend, lineClass, useWidth } from './ChartFrame.tsx';
import { EndLabels } from './EndLabels.tsx';
import { niceScale, shorten, tickDecimals } from './scale.ts';
import type { Plot } from './plot.ts';
import { linePath } from '../Sparkline.tsx';

interface Props {
  spec: CategoryChart;
  height: number;
  onPick: Pick | null;
}

export function CategoryPlot({ spec, height, onPick }: Props) {
  const [ref, width] = useWidth();
  const [hovered, setHovered] = useState<number | null>(null);
  const isLines = spec.kind === 'lines';
  const scale = niceScale(scaledValues(spec), 4, isLines);
  const decimals = Math.max(tickDecimals(scale), 0);
  const left = 8 + Math.max(...scale.ticks.map((tick) => formatNumber(tick, decimals).length)) * 6.6;
  const right = isLines ? 104 : 16;
  const plot: Plot = { left, top: 10, width: Math.max(10, width - left - right), height: height - 28, count: spec.categories.length };
  const y = (value: number) => plot.top + ((scale.high - value) / (scale.high - scale.low)) * plot.height;
  const x = (index: number) => plot.left + ((index + 0.5) * plot.width) / plot.count;
  const note = scale.isCut ? `axis from ${formatNumber(scale.low, decimals)}` : '';
  return (
    <ChartFrame
      title={spec.title}
      unit={spec.unit}
      period={spec.period}
      note={note}
      legend={isLines ? null : <Legend entries={spec.series.map(({ name, role }) => ({ name, role, asLine: false }))} />}
    >
      <div ref={ref} className="plot" style={{ height }}>
        {!scaledValues(spec).some((value) => value !== 0) && <p className="none">No figures in this period</p>}
        {width > 0 && (
          <svg width={width} height={height} role="group" aria-label={spec.alt}>
            {scale.ticks.map((tick) => (
              <g key={tick}>
                <path
                  className={tick === scale.low || tick === 0 ? 'axl' : 'gl'}
                  d={`M${String(plot.left)} ${String(Math.round(y(tick)) + 0.5)}h${String(plot.width)}`}
                />
                <text className="ax" x={plot.left - 6} y={y(tick) + 4} textAnchor="end">
                  {formatNumber(tick, decimals)}
                </text>
              </g>
            ))}
            <CategoryLabels spec={spec} plot={plot} x={x} height={height} />
            {isLines ? <Lines spec={spec} x={x} y={y} /> : <Columns spec={spec} plot={plot} x={x} y={y} />}
            {isLines && <EndLabels spec={spec} x={plot.left + plot.width + 6} y={y} bounds={[plot.top, plot.top + plot.height]} />}
            <CategoryHits spec={spec} plot={plot} onPick={onPick} onHover={setHovered} />
          </svg>
        )}
        {hovered !== null && width > 0 && <Tip spec={spec} index={hovered} x={x(hovered)} width={width} />}
      </div>
      <ChartTable
        caption={spec.alt}
        head={['Category', ...spec.series.map((series) => series.name)]}
        rows={spec.categories.map((category, index) => [category, ...spec.series.map((series) => formatNumber(series.values[index] ?? null, spec.decimals))])}
      />
    </ChartFrame>
  );
}

interface DrawProps {
  spec: CategoryChart;
  x: (index: number) => number;
  y: (value: number) => number;
}

// A stack is as high as the sum of its parts; the others as each value.
function scaledValues(spec: CategoryChart): number[] {
  const known = spec.series
    .filter((series) => spec.kind !== 'stacked-columns' || isOverlay(series))
    .flatMap((series) => series.values.filter((value) => value !== null));
  if (spec.kind !== 'stacked-columns') return known;
  const sums = spec.categories.map((_, index) =>
    spec.series.filter((series) => !isOverlay(series)).reduce((sum, series) => sum + (series.values[index] ?? 0), 0),
  );
  return [...known, ...sums];
}

// Days, weeks, months: between them a line may run; between names it would say nothing.
function isOverTime(spec: CategoryChart): boolean {
  return spec.keys.every((key) => /^\d{4}(-|$)/.test(key));
}

// Prior year and target lie over the columns as lines.
function isOverlay(series: Series): boolean {
  return series.role === 'prior' || series.role === 'target';
}

function CategoryLabels({ spec, plot, x, height }: { spec: CategoryChart; plot: Plot; x: (index: number) => number; height: number }) {
  const longest = Math.max(1, ...spec.categories.map((category) => category.length));
  const slot = plot.width / plot.count;
  // Times may be left out, their neighbours tell; a name left out would leave a column nobody knows.
  const every = isOverTime(spec) ? Math.max(1, Math.ceil((longest * 6.5 + 6) / slot)) : 1;
  const last = spec.categories.length - 1;
  return spec.categories.map((category, index) =>
    (last - index) % every === 0 ? (
      // Short names repeat (J, F, M, A, M, J, J …); the place is the identity.
      <text key={index} className={spec.toDateFrom !== null && index >= spec.toDateFrom ? 'v' : 'ax'} x={x(index)} y={height - 4} textAnchor="middle">
        {every === 1 ? shorten(category, slot) : category}
      </text>
    ) : null,
  );
}

function Columns({ spec, plot, x, y }: DrawProps & { plot: Plot }) {
  const slot = plot.width / plot.count;
  const isStacked = spec.kind === 'stacked-columns';
  const outlined = isStacked ? [] : spec.series.filter((series) => series.role === 'budget');
  const solid = spec.series.filter((series) => !isOverlay(series) && !outlined.includes(series));
  const sideBySide = isStacked || areExclusive(solid) ? 1 : solid.length;
  const band = Math.min(slot * 0.72, 44 * sideBySide);
  const bar = band / sideBySide;
  return (
    <>
      {outlined.map((series) =>
        series.values.map(
          (value, index) =>
            value !== null && <Bar key={`${series.name}${String(index)}`} className="bud" x={x(index) - band / 2 - 3} width={band} from={y(0)} to={y(value)} />,
        ),
      )}
      {spec.categories.map((_, index) => {
        let base = 0;
        return solid.map((series, place) => {
          const value = series.values[index] ?? null;
          if (value === null) return null;
          const from = isStacked ? base : 0;
          base += isStacked ? value : 0;
          const isToDate = spec.toDateFrom !== null && index >= spec.toDateFrom && series.role === 'actual';
          const offset = sideBySide === 1 ? 0 : (place - (sideBySide - 1) / 2) * bar;
          return (
            <Bar
              key={`${series.name}${String(index)}`}
              className={isToDate ? 'hollow' : fillClass(series.role)}
              fill={series.role === 'forecast' ? 'url(#hatch)' : undefined}
              x={x(index) + offset - bar / 2}
              width={sideBySide === 1 ? bar : bar - 1}
              from={y(from)}
              to={y(from + value)}
            />
          );
        });
      })}
      {spec.series
        .filter(isOverlay)
        .map((series) =>
          series.role === 'target' || !isOverTime(spec) ? (
            <Levels
              key={series.name}
              className={series.role === 'target' ? 'tg' : 'pm'}
              values={series.values}
              x={x}
              y={y}
              width={series.role === 'target' ? slot : slot * 0.8}
            />
          ) : (
            <path key={series.name} className={lineClass(series.role)} d={linePath(series.values, x, y)} />
          ),
        )}
    </>
  );
}

// Actual and forecast, favorable and unfavorable never stand in the same category: one place is enough.
function areExclusive(series: readonly Series[]): boolean {
  const length = Math.max(0, ...series.map((one) => one.values.length));
  for (let index = 0; index < length; index += 1) {
    if (series.filter((one) => (one.values[index] ?? null) !== null).length > 1) return false;
  }
  return true;
}

function Bar({ className, fill, x, width, from, to }: { className: string; fill?: string | undefined; x: number; width: number; from: number; to: number }) {
  const height = Math.max(Math.abs(to - from), 0.5);
  return <rect className={className} fill={fill} x={x} y={Math.min(from, to)} width={Math.max(1, width)} height={height} />;
}

function Levels({
  className,
  values,
  x,
  y,
  width,
}: {
  className: string;
  values: readonly (number | null)[];
  x: (index: number) => number;
  y: (value: number) => number;
  width: number;
}) {
  return values.map(
    (value, index) =>
      value !== null && <path key={index} className={className} d={`M${String(x(index) - width / 2)} ${y(value).toFixed(1)}h${String(width)}`} />,
  );
}

function Lines({ spec, x, y }: DrawProps) {
  return spec.series.map((series) => {
    const solidUntil = spec.toDateFrom !== null && series.role === 'actual' ? spec.toDateFrom : series.values.length;
    const solid = series.values.map((value, index) => (index < solidUntil ? value : null));
    const open = series.values.map((value, index) => (index >= solidUntil - 1 ? value : null));
    const dots = series.role === 'actual' && series.values.length <= 16;
    return (
      <g key={series.name}>
        <path className={lineClass(series.role)} d={linePath(solid, x, y)} />
        {solidUntil < series.values.length && <path className="la todate" d={linePath(open, x, y)} />}
        {dots &&
          series.values.map(
            (value, index) =>
              value !== null && (
                <circle key={index} className={index >= solidUntil ? 'hollow' : 'dotA'} cx={x(index)} cy={y(value)} r={index >= solidUntil ? 3.5 : 2.5} />
              ),
          )}
      </g>
    );
  });
}

function Tip({ spec, index, x, width }: { spec: CategoryChart; index: number; x: number; width: number }) {
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className="tip" style={{ top: 8, ...side }} aria-hidden="true">
      <b>
        {spec.categories[index]}
        {spec.toDateFrom !== null && index >= spec.toDateFrom ? ', to date' : ''}
      </b>
      <table>
        <tbody>
          {spec.series.map((series) => (
            <tr key={series.name}>
              <th>{series.name}</th>
              <td>{formatNumber(series.values[index] ?? null, spec.decimals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
