/** What every chart has: a title with unit and period, a legend, and the same numbers as a table for people who don't see the picture. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { SeriesRole } from '../../../shared/charts/spec.ts';

interface FrameProps {
  title: string;
  unit: string;
  period: string;
  /** "axis from 86": a cut axis is named. */
  note: string;
  legend: ReactNode;
  children: ReactNode;
}

export function ChartFrame({ title, unit, period, note, legend, children }: FrameProps) {
  const caption = [unit, period, note].filter((part) => part !== '').join(', ');
  return (
    <section className="chart">
      <div className="sec">
        <h2>{title}</h2>
        <span className="cap">{caption}</span>
        {legend}
      </div>
      {children}
    </section>
  );
}

export function Legend({ entries }: { entries: { name: string; role: SeriesRole; asLine: boolean }[] }) {
  if (entries.length < 2) return null;
  return (
    <ul className="legend r" aria-hidden="true">
      {entries.map((entry) => (
        <li key={entry.name}>
          <LegendMark role={entry.role} asLine={entry.asLine} />
          {entry.name}
        </li>
      ))}
    </ul>
  );
}

function LegendMark({ role, asLine }: { role: SeriesRole; asLine: boolean }) {
  const isLine = asLine || role === 'prior' || role === 'target';
  return (
    <svg width="14" height="10">
      {isLine ? (
        <path d="M0 5.5H14" className={lineClass(role)} />
      ) : (
        <rect x="1" y="1" width="12" height="8" className={fillClass(role)} fill={role === 'forecast' ? 'url(#hatch)' : undefined} />
      )}
    </svg>
  );
}

export function fillClass(role: SeriesRole): string {
  switch (role) {
    case 'actual':
      return 'act';
    case 'budget':
    case 'target':
      return 'bud';
    case 'forecast':
      return 'hatched';
    case 'prior':
      return 'pri';
    case 'favorable':
      return 'bf';
    case 'unfavorable':
      return 'bu';
    case 'scale-1':
      return 's1';
    case 'scale-2':
      return 's2';
    case 'scale-3':
      return 's3';
  }
}

export function lineClass(role: SeriesRole): string {
  switch (role) {
    case 'budget':
      return 'lb';
    case 'target':
      return 'tg';
    case 'prior':
    case 'scale-1':
    case 'scale-2':
      return 'lp';
    case 'favorable':
      return 'lf';
    case 'unfavorable':
      return 'lu';
    case 'forecast':
      return 'lb';
    case 'actual':
    case 'scale-3':
      return 'la';
  }
}

/** The one hatch of the house; charts refer to it by id. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="ht" d="M0 0V4" />
        </pattern>
      </defs>
    </svg>
  );
}

/** The numbers of the picture, read by screen readers. */
export function ChartTable({ caption, head, rows }: { caption: string; head: string[]; rows: string[][] }) {
  return (
    <div className="unseen">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Categories may repeat (J, F, M, A, M, J, J …); their place is their identity.
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Width of an element, kept up to date. */
export function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(Math.floor(element.clientWidth));
    });
    observer.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => {
      observer.disconnect();
    };
  }, []);
  return [ref, width];
}
