import { Link } from 'wouter';
import type { TraceReference } from '../../shared/areas/view.ts';
import type { Letter } from '../api.ts';
import { useMedia } from '../app/theme.ts';
import { Mark } from '../ui/Icon.tsx';
import { KpiComparison, KpiValue } from '../ui/KpiTile.tsx';
import { Sparkline } from '../ui/Sparkline.tsx';

interface Props {
  letter: Letter;
  onTrace: (reference: TraceReference, label: string) => void;
}

/** One letter of the board: tinted when on target, solid when off, with word and mark; then the area's main figure. */
export function LetterTile({ letter, onTrace }: Props) {
  const isWide = useMedia('(min-width: 1600px)');
  const { kpi, onTarget } = letter;
  const state = onTarget === null ? '' : onTarget ? 'on' : 'off';
  // What is compared with a prior period is better or worse; only a target can be met.
  const words =
    kpi?.comparison?.label === 'target' || kpi?.comparison?.label === 'budget' ? (['on target', 'off target'] as const) : (['better', 'worse'] as const);
  const trace = kpi?.trace ?? null;
  return (
    <section className={`letter ${state}`}>
      <div className="letter-head">
        <span className="letter-mark" aria-hidden="true">
          {letter.letter}
        </span>
        <h2>
          <Link href={`/${letter.area}`}>{letter.label}</Link>
        </h2>
        {onTarget !== null && (
          <span className="letter-state">
            <Mark name={onTarget ? 'check' : 'alert'} weight={1.75} />
            {onTarget ? words[0] : words[1]}
          </span>
        )}
      </div>
      {kpi && (
        <>
          <div className="dim nw">
            {kpi.label}, {kpi.period}
          </div>
          <div className="letter-value">
            {trace === null ? (
              <KpiValue kpi={kpi} />
            ) : (
              <button
                type="button"
                className="link"
                onClick={() => {
                  onTrace(trace, `${kpi.label} · ${kpi.period}`);
                }}
              >
                <KpiValue kpi={kpi} />
              </button>
            )}
            <Sparkline spark={kpi.spark} width={isWide ? 120 : 76} height={isWide ? 32 : 28} />
          </div>
          <KpiComparison kpi={kpi} />
        </>
      )}
      <ul>
        {letter.lines.map((line) => (
          <li key={line} title={line}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
