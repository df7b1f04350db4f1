import { Link } from 'wouter';
import type { ImportResult } from '../../shared/intake/result.ts';
import { countOf, formatNumber } from '../ui/format.ts';
import { Mark } from '../ui/Icon.tsx';
import { useIntake, type Drop } from './intake-state.ts';
import { tabPath } from './intake-tabs.ts';

const areaPages: Record<string, { path: string; label: string }> = {
  production: { path: '/production', label: 'Production' },
  budget: { path: '/budget', label: 'Budget' },
  staffing: { path: '/staffing', label: 'Staffing' },
  maintenance: { path: '/maintenance', label: 'Maintenance' },
};

/** What a committed file did, with the way to the page it filled and to the names that wait. */
export function DropResult({ drop, labels }: { drop: Drop; labels: ReadonlyMap<string, string> }) {
  const remove = useIntake((state) => state.remove);
  return (
    <div className="drop-line" role="status">
      <b>{drop.name}</b>
      <span>
        {drop.results.map((result) => (
          <span key={`${result.sheet} ${result.dataset ?? ''}`} className="outcome">
            <span className="F">
              <Mark name="check" weight={1.75} />
            </span>
            {labels.get(result.dataset ?? '') ?? 'File'}: {outcomeOf(result)} <NextPage dataset={result.dataset} />
            {result.problems.some(({ code }) => code === 'name-waits') && <Link href={tabPath('names')}>Answer its new names</Link>}
          </span>
        ))}
      </span>
      <button
        type="button"
        className="btn"
        aria-label={`Put ${drop.name} away`}
        onClick={() => {
          remove(drop.id);
        }}
      >
        <Mark name="close" />
      </button>
    </div>
  );
}

// A kind of data without a page yet leads nowhere.
function NextPage({ dataset }: { dataset: string | null }) {
  const page = areaPages[dataset?.split('.')[0] ?? ''];
  return page ? <Link href={page.path}>Open {page.label}</Link> : null;
}

function outcomeOf({ status, rows, facts }: ImportResult): string {
  if (status === 'already-imported') return 'already imported, nothing to do.';
  const parts = [
    { count: rows.new, word: 'added' },
    { count: rows.changed, word: 'changed' },
    { count: rows.same, word: 'the same' },
    { count: rows.rejected, word: 'rejected' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return 'nothing new, nothing stored.';
  const done = parts.map(({ count, word }) => `${formatNumber(count, 0)} ${word}`).join(', ');
  return `stored, ${done}${facts === rows.new + rows.changed ? '' : `, in ${countOf(facts, 'fact')}`}.`;
}
