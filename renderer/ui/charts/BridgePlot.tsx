/** From one figure to another by steps: outlined budget, solid actual, coloured steps with sign and letter. A cut axis is named and broken on the bars. */
import type { BridgeChart } from '../../../shared/charts/spec.ts';
import { formatNumber, formatSigned } from '../format.ts';
import { ChartFrame, ChartTable, useWidth } from './ChartFrame.tsx';
import { shorten } from './scale.ts';

interface Props {
  spec: BridgeChart;
  height: number;
}

interface Placed {
  label: string;
  text: string;
  from: number;
  to: number;
  role: BridgeChart['steps'][number]['role'];
}

export function BridgePlot({ spec, height }: Props) {
  const [ref, width] = useWidth();
  const placed = placeSteps(spec);
  const ends = placed.flatMap((step) => [step.from, step.to]);
  const cut = cutAt(placed);
  const high = Math.max(0, ...ends);
  const low = cut ?? Math.min(0, ...ends);
  const bottom = height - 18;
  const y = (value: number) => 18 + ((high - Math.max(value, low)) / (high - low || 1)) * (bottom - 18);
  const slot = width / Math.max(1, placed.length);
  const bar = Math.min(56, slot * 0.6);
  return (
    <ChartFrame title={spec.title} unit={spec.unit} period={spec.period} note={cut === null ? '' : `axis cut at ${formatNumber(cut, 0)}`} legend={null}>
      <div ref={ref} className="plot" style={{ height }}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={spec.alt}>
            <path className="axl" d={`M0 ${String(y(low < 0 ? 0 : low) + 0.5)}H${String(width)}`} />
            {placed.map((step, index) => (
              <BridgeStep
                key={step.label}
                step={step}
                x={slot * (index + 0.5)}
                bar={bar}
                y={y}
                isBroken={cut !== null && isTotal(step.role)}
                next={index + 1 < placed.length ? slot : 0}
                labelY={height - 4}
                room={slot}
              />
            ))}
          </svg>
        )}
      </div>
      <ChartTable caption={spec.alt} head={['Step', spec.unit]} rows={placed.map((step) => [step.label, step.text])} />
    </ChartFrame>
  );
}

function BridgeStep({
  step,
  x,
  bar,
  y,
  isBroken,
  next,
  labelY,
  room,
}: {
  step: Placed;
  x: number;
  bar: number;
  y: (value: number) => number;
  isBroken: boolean;
  next: number;
  labelY: number;
  room: number;
}) {
  const top = Math.min(y(step.from), y(step.to));
  const bottom = Math.max(y(step.from), y(step.to));
  const left = x - bar / 2;
  return (
    <g>
      <rect className={barClass(step.role)} x={left} y={top} width={bar} height={Math.max(1, bottom - top)} />
      {isBroken && (
        <>
          <path d={`M${String(left - 4)} ${String(bottom - 9)}l${String(bar + 8)} -6`} stroke="var(--bg)" strokeWidth="4" />
          <path
            className="cn"
            d={`M${String(left - 4)} ${String(bottom - 7)}l${String(bar + 8)} -6M${String(left - 4)} ${String(bottom - 11)}l${String(bar + 8)} -6`}
          />
        </>
      )}
      {next > 0 && <path className="cn" d={`M${String(left + bar)} ${y(step.to).toFixed(1)}h${String(next - bar)}`} />}
      <text className={step.role === 'favorable' ? 'tf' : step.role === 'unfavorable' ? 'tu' : 'v'} x={x} y={top - 5} textAnchor="middle">
        {step.text}
      </text>
      <text x={x} y={labelY} textAnchor="middle">
        {shorten(step.label, room)}
      </text>
    </g>
  );
}

function placeSteps(spec: BridgeChart): Placed[] {
  let level = 0;
  return spec.steps.map((step) => {
    if (isTotal(step.role)) {
      level = step.value;
      return { label: step.label, text: formatNumber(step.value, spec.decimals), from: 0, to: step.value, role: step.role };
    }
    const from = level;
    level += step.value;
    const letter = step.role === 'favorable' ? ' F' : step.role === 'unfavorable' ? ' U' : '';
    return { label: step.label, text: `${formatSigned(step.value, spec.decimals)}${letter}`, from, to: level, role: step.role };
  });
}

// Steps that are small beside the totals would vanish on a full axis; the cut keeps a fifth of the drawing below the lowest end.
function cutAt(placed: readonly Placed[]): number | null {
  const ends = placed.flatMap((step) => (isTotal(step.role) ? [step.to] : [step.from, step.to]));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (ends.length === 0 || least <= 0 || most - least > most * 0.4 || most === least) return null;
  const raw = least - (most - least) * 0.35;
  if (raw <= 0) return null;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(most - least)));
  return Math.max(0, Math.floor(raw / step) * step) || null;
}

function isTotal(role: Placed['role']): boolean {
  return role === 'total-budget' || role === 'total-actual';
}

function barClass(role: Placed['role']): string {
  switch (role) {
    case 'total-budget':
      return 'bud';
    case 'total-actual':
      return 'act';
    case 'favorable':
      return 'bf';
    case 'unfavorable':
      return 'bu';
    case 'neutral':
      return 's2';
  }
}
