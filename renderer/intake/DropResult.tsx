import { Link } from 'wouter';
import { countOf, formatNumber } from '../ui/format.ts';
import { Mark } from '../ui/Icon.tsx';
import { useIntake, type Drop } from './intake-state.ts';

const areaPages: Record<string, string> = { production: '/production', budget: '/budget', staffing: '/staffing', maintenance: '/maintenance' };

/** What a committed file did, with the way to the page it filled. */
export function DropResult({ drop }: { drop: Drop }) {
  const remove = useIntake((state) => state.remove);
  return (
    <div className="drop-line" role="status">
      <b>{drop.name}</b>
      <span>
        {drop.results.map((result) => (
          <span key={`${result.sheet} ${result.dataset ?? ''}`} style={{ display: 'block' }}>
            <span className="F">
              <Mark name="check" weight={1.75} />
            </span>
            {result.status === 'already-imported'
              ? `${result.dataset ?? 'File'}: already imported, nothing to do. `
              : `${result.dataset ?? 'File'}: ${formatNumber(result.rows.new, 0)} added, ${formatNumber(result.rows.changed, 0)} changed, ${formatNumber(result.rows.same, 0)} the same, ${formatNumber(result.rows.rejected, 0)} rejected; ${countOf(result.facts, 'fact')} stored. `}
            <Link href={areaPages[result.dataset?.split('.')[0] ?? ''] ?? '/'}>Open the page</Link>
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
