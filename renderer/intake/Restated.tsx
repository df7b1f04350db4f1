/** Figures of months already reported that an import changed, a line each. */
import { useState } from 'react';
import { restatementSentence, type Restatement } from '../../shared/intake/restatement.ts';
import { countOf } from '../ui/format.ts';

const linesShown = 3;

export function Restated({ restated }: { restated: readonly Restatement[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? restated : restated.slice(0, linesShown);
  const rest = restated.length - shown.length;
  if (restated.length === 0) return null;
  return (
    <ul className="restated" aria-label="Figures already reported that change">
      {shown.map((one) => (
        <li key={`${String(one.batch)} ${one.dataset} ${one.period} ${one.figure} ${one.item}`}>{restatementSentence(one)}</li>
      ))}
      {rest > 0 && (
        <li>
          <button
            type="button"
            className="btn s"
            onClick={() => {
              setWhole(true);
            }}
          >
            {countOf(rest, 'more figure')}
          </button>
        </li>
      )}
    </ul>
  );
}
