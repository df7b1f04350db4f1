import type { Freshness } from '../../shared/areas/view.ts';
import { formatDay } from '../ui/format.ts';
import { Light } from '../ui/Icon.tsx';
import { ageText } from './FreshnessLights.tsx';

/** How far each source reaches and whether that is recent enough, with a word for what is not. */
export function Sources({ title, sources }: { title: string; sources: readonly Freshness[] }) {
  const known = sources.filter((source) => source.state !== 'missing');
  const late = known.filter((source) => source.state !== 'fresh').length;
  return (
    <div className="blk">
      <div className="sec">
        <h2>{title}</h2>
        <span className="cap">{late === 0 ? 'all fresh' : `${String(late)} of ${String(known.length)} not fresh`}</span>
      </div>
      <ul className="sources" aria-label="Sources">
        {known.map((source) => (
          <SourceLine key={source.dataset} source={source} />
        ))}
      </ul>
    </div>
  );
}

function SourceLine({ source }: { source: Freshness }) {
  const tone = source.state === 'old' ? 'U' : source.state === 'late' ? 'warn' : 'dim';
  const advice = source.state === 'old' ? ': too old for decisions' : source.state === 'late' ? ': a newer file is due' : '';
  return (
    <li title={source.file ?? undefined}>
      <Light state={source.state} />
      <span>
        <span className="nw">
          <b>{source.label}</b> {source.dataTo === null ? '' : `to ${formatDay(source.dataTo)}`}
        </span>
        <span className={`nw ${tone}`}>
          {source.ageDays !== null && source.ageDays > 0 ? `${ageText(source)} old` : 'current'}
          {advice}
        </span>
      </span>
    </li>
  );
}
