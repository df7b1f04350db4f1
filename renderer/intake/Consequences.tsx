/** What committing will do, how it ties out, and the button that says how many rows. */
import type { Preview } from '../api.ts';
import { countOf, formatNumber } from '../ui/format.ts';
import { Mark } from '../ui/Icon.tsx';
import { isReadyToCommit, sumEffects } from './consequence-sums.ts';
import { commitDrop } from './intake-jobs.ts';
import { Restated } from './Restated.tsx';
import { useIntake, type Drop } from './intake-state.ts';

export function Consequences({ drop, preview }: { drop: Drop; preview: Preview }) {
  const change = useIntake((state) => state.change);
  const sums = sumEffects(preview);
  const { open } = sums;
  const needsConsent = sums.rejected > 0 && !drop.allowPartial;
  const count = sums.added + sums.changed;
  const absent = preview.tables.flatMap((table) => table.absent ?? []);
  const parts = [
    { key: 'k1', label: 'add', count: sums.added },
    { key: 'k2', label: 'change', count: sums.changed },
    { key: 'k3', label: 'skip, same', count: sums.same },
    { key: 'k4', label: 'reject', count: sums.rejected },
  ];
  // Before every question is answered the store can't be asked: only what could be read is known.
  const shown = sums.hasEffect
    ? parts
    : [
        { key: 'k1', label: 'readable', count: sums.read - sums.rejected },
        { key: 'k4', label: 'reject', count: sums.rejected },
      ];
  const all = shown.reduce((sum, part) => sum + part.count, 0);
  return (
    <section className="consequences" aria-label="Commit will">
      <div className="blk">
        <h2>Commit will</h2>
        <div className="stack" aria-hidden="true">
          {all > 0 && shown.map((part) => <i key={part.key} className={part.key} style={{ width: `${String((100 * part.count) / all)}%` }} />)}
        </div>
        <div className="key" role="status" aria-label="Consequences">
          {shown.map((part) => (
            <span key={part.key}>
              <i className={part.key} aria-hidden="true" />
              {part.label} <b>{formatNumber(part.count, 0)}</b>
            </span>
          ))}
        </div>
        {sums.waiting.map((found) => (
          <span key={found} className="cap">
            Wait for names, unassigned until then: {found}
          </span>
        ))}
        <Restated restated={preview.restated} />
      </div>
      <TieOut preview={preview} />
      <div className="go">
        {sums.rejected > 0 && (
          <label>
            <input
              type="checkbox"
              checked={drop.allowPartial}
              onChange={(event) => {
                change(drop.id, { allowPartial: event.target.checked });
              }}
            />
            Leave out the {countOf(sums.rejected, 'rejected row')}
          </label>
        )}
        {absent.length > 0 && (
          <label title={absent.flatMap((one) => one.first).join(', ')}>
            <input
              type="checkbox"
              checked={drop.isWholeList}
              disabled={sums.rejected > 0}
              onChange={(event) => {
                change(drop.id, { isWholeList: event.target.checked });
              }}
            />
            This is the whole list: mark {countOf(sums.absent, 'row')} it no longer holds
            {absent.some((one) => one.looksWhole) ? ' (it looks like one)' : ''}
          </label>
        )}
        <button
          type="button"
          className="btn p lgb"
          disabled={!isReadyToCommit(drop, preview)}
          onClick={() => {
            void commitDrop(drop.id);
          }}
        >
          {!sums.hasEffect
            ? 'Commit'
            : count === 0
              ? drop.isWholeList && sums.absent > 0
                ? `Mark ${countOf(sums.absent, 'row')}`
                : 'Nothing new to commit'
              : `Commit ${countOf(count, 'row')}`}
        </button>
        <span className="cap">
          {open > 0
            ? `${countOf(open, 'table')} ${open === 1 ? 'needs' : 'need'} your answer first`
            : needsConsent
              ? 'Rejected rows need a repair or your consent'
              : 'One step, undo any time'}
        </span>
      </div>
    </section>
  );
}

function TieOut({ preview }: { preview: Preview }) {
  const read = preview.tables.reduce((sum, table) => sum + table.report.rows.read, 0);
  const rejected = preview.tables.reduce((sum, table) => sum + table.report.rows.rejected, 0);
  const accounted = preview.tables.reduce((sum, table) => sum + (table.effect ? table.effect.new + table.effect.changed + table.effect.same : 0), 0);
  const difference = preview.tables.some((table) => table.effect === null) ? null : read - rejected - accounted;
  const totals = preview.tables.flatMap((table) => Object.entries(table.report.totals).map(([name, value]) => ({ name, value })));
  return (
    <table className="tie">
      <thead>
        <tr>
          <th scope="col">Tie-out</th>
          <th scope="col" className="num">
            In file
          </th>
          <th scope="col" className="num">
            Taken
          </th>
          <th scope="col" className="num">
            Rejected
          </th>
          <th scope="col" className="num">
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>Rows</td>
          <td className="num">{formatNumber(read, 0)}</td>
          <td className="num">{formatNumber(read - rejected, 0)}</td>
          <td className="num">{formatNumber(rejected, 0)}</td>
          <td className="num">
            {difference === null ? (
              <span className="dim">after your answer</span>
            ) : (
              <span className={difference === 0 ? 'F' : 'U'}>
                {formatNumber(difference, 0)}{' '}
                {difference === 0 && (
                  <span className="tick">
                    <Mark name="check" weight={1.75} />
                  </span>
                )}
              </span>
            )}
          </td>
        </tr>
        {totals.slice(0, 2).map((total, index) => (
          <tr key={`${total.name} ${String(index)}`}>
            <td>{wordsOf(total.name)}, sum</td>
            <td />
            <td className="num">{formatNumber(total.value, Number.isInteger(total.value) ? 0 : 2)}</td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// "estimatedHours" → "Estimated hours"
function wordsOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
