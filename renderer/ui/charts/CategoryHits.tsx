/** The places of a category chart that answer to pointer and keyboard: one tab stop, arrow keys between the categories. */
import { useRef, useState, type KeyboardEvent } from 'react';
import type { CategoryChart } from '../../../shared/charts/spec.ts';
import { formatNumber } from '../format.ts';
import type { Plot } from './plot.ts';

/** Called with the wire key of what was picked. */
export type Pick = (key: string) => void;

interface Props {
  spec: CategoryChart;
  plot: Plot;
  onPick: Pick | null;
  onHover: (index: number | null) => void;
}

export function CategoryHits({ spec, plot, onPick, onHover }: Props) {
  const [active, setActive] = useState(0);
  const group = useRef<SVGGElement>(null);
  const slot = plot.width / plot.count;
  const move = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = Math.min(plot.count - 1, Math.max(0, index + step));
    if (step !== 0) {
      event.preventDefault();
      setActive(next);
      group.current?.querySelectorAll<SVGRectElement>('.hit')[next]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(index);
    }
  };
  const pick = (index: number) => {
    const key = spec.keys[index];
    if (key !== undefined) onPick?.(key);
  };
  return (
    <g
      ref={group}
      onMouseLeave={() => {
        onHover(null);
      }}
    >
      {spec.categories.map((category, index) => (
        <rect
          key={spec.keys[index] ?? index}
          className={onPick ? 'hit can' : 'hit'}
          x={plot.left + index * slot}
          y={plot.top}
          width={slot}
          height={plot.height}
          role={onPick ? 'button' : 'img'}
          tabIndex={index === Math.min(active, plot.count - 1) ? 0 : -1}
          aria-label={`${category}: ${spec.series.map((series) => `${series.name} ${formatNumber(series.values[index] ?? null, spec.decimals)}`).join(', ')}`}
          onMouseEnter={() => {
            onHover(index);
          }}
          onFocus={() => {
            setActive(index);
            onHover(index);
          }}
          onBlur={() => {
            onHover(null);
          }}
          onKeyDown={(event) => {
            move(event, index);
          }}
          onClick={() => {
            pick(index);
          }}
        />
      ))}
    </g>
  );
}
