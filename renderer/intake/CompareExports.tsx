/** An export against the one before it: what is new, closed, reopened, slipped, changed and vanished. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { comparisonCsv, comparisonKinds, shownValue, type ComparedRow, type ComparisonKind } from '../../shared/intake/comparison.ts';
import { trpc } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { countOf, formatInstant, formatNumber } from '../ui/format.ts';
import { saveCsv } from '../ui/save-file.ts';

const rowsShown = 200;

const kindLabels: Readonly<Record<ComparisonKind, string>> = {
  new: 'New',
  closed: 'Closed',
  reopened: 'Reopened',
  slipped: 'Slipped',
  changed: 'Changed',
  vanished: 'Vanished',
};

export function CompareExports({ later, onClose }: { later: number; onClose: () => void }) {
  const comparison = useQuery(trpc.intake.compareExports.queryOptions({ later }));
  const [kind, setKind] = useState<ComparisonKind | null>(null);
  const found = comparison.data;
  const rows = (found?.rows ?? []).filter((row) => kind === null || row.kind === kind);
  return (
    <section className="blk" aria-label="Compared with the previous export" aria-busy={comparison.isPending}>
      <div className="sec">
        <h2>Compared with the previous export</h2>
        {found && (
          <span className="cap">
            {found.later.file} against {found.earlier.file} of {formatInstant(found.earlier.at)}; {countOf(found.counts.same, 'row')} the same
          </span>
        )}
        <button type="button" className="btn s r" onClick={onClose}>
          Close the comparison
        </button>
      </div>
      {comparison.error && <FaultNotice error={comparison.error} onRetry={null} />}
      {found && (
        <div className="tools" role="group" aria-label="Kinds of difference">
          {comparisonKinds.map((one) => (
            <button
              key={one}
              type="button"
              className="btn s"
              aria-pressed={kind === one}
              disabled={found.counts[one] === 0}
              onClick={() => {
                setKind(kind === one ? null : one);
              }}
            >
              {kindLabels[one]} {formatNumber(found.counts[one], 0)}
            </button>
          ))}
          <button
            type="button"
            className="btn s"
            disabled={rows.length === 0}
            onClick={() => {
              saveCsv(`compared-${String(found.earlier.batch)}-${String(found.later.batch)}.csv`, comparisonCsv(rows));
            }}
          >
            Save as CSV
          </button>
        </div>
      )}
      {found && rows.length === 0 && <p className="dim">Both exports say the same.</p>}
      {rows.length > 0 && <ComparedTable rows={rows.slice(0, rowsShown)} />}
      {found && rows.length + found.leftOut > rowsShown && (
        <p className="dim">{countOf(rows.length + (kind === null ? found.leftOut : 0) - rowsShown, 'more row')}; save them as CSV to see all that were read.</p>
      )}
    </section>
  );
}

function ComparedTable({ rows }: { rows: readonly ComparedRow[] }) {
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Number</th>
          <th scope="col">Title</th>
          <th scope="col" className="num">
            Days later
          </th>
          <th scope="col">What changed</th>
          <th scope="col">Earlier</th>
          <th scope="col">Later</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.dataset} ${String(row.earlier?.factId)} ${String(row.later?.factId)}`}>
            <td>{kindLabels[row.kind]}</td>
            <td>{row.key}</td>
            <td>{row.title}</td>
            <td className="num">{row.slipDays === null ? '' : formatNumber(row.slipDays, 0)}</td>
            <td>{row.fields.map((field) => `${field.label} ${shownValue(field.before)} → ${shownValue(field.after)}`).join('; ')}</td>
            <td className="dim">{placeText(row.earlier)}</td>
            <td className="dim">{placeText(row.later)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function placeText(place: ComparedRow['earlier']): string {
  if (place === null) return '';
  return `${place.sheet === '' ? '' : `${place.sheet}, `}row ${String(place.row)}`;
}
