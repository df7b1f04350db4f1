import type { Freshness } from '../../shared/areas/view.ts';
import { formatDay, formatShortDay } from '../ui/format.ts';
import { Light } from '../ui/Icon.tsx';

/** One light per source that has data; a plan reaches ahead and can't be late. */
export function FreshnessLights({ sources }: { sources: readonly Freshness[] }) {
  const known = sources.filter((source) => source.state !== 'missing' && (source.ageDays === null || source.ageDays >= 0));
  return (
    <ul className="fresh" aria-label="Freshness per source">
      {known.map((source) => (
        <li key={source.dataset} title={freshnessSentence(source)}>
          <Light state={source.state} />
          {`${shortLabel(source.label)} ${ageText(source)}`}
        </li>
      ))}
    </ul>
  );
}

/** "Work orders", "Production": a long label is its first word in the bar; the whole stands in the tooltip and on Today. */
function shortLabel(label: string): string {
  return label.length <= 12 ? label : (label.split(' ')[0] ?? label);
}

/** "3 d", "to 31 Oct" when the data reach beyond today, "today". */
export function ageText(source: Freshness): string {
  if (source.ageDays === null) return source.dataTo === null ? '' : `to ${formatShortDay(source.dataTo)}`;
  if (source.ageDays === 0) return 'today';
  if (source.ageDays < 0 && source.dataTo !== null) return `to ${formatShortDay(source.dataTo)}`;
  return `${String(source.ageDays)} d`;
}

export function freshnessSentence(source: Freshness): string {
  const reach = source.dataTo === null ? 'no dates in it' : `data to ${formatDay(source.dataTo)}`;
  return `${source.label}: ${reach}, from ${source.file ?? 'no file yet'}`;
}
