/** The answers that stand, newest first; each can be taken back. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type GivenAnswer } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { countOf, formatDay, formatInstant } from '../ui/format.ts';
import { kindWords, takeBackAnswer } from './name-answers.ts';

const firstAnswers = 50;

export function NamesAnswered({ plant }: { plant: string }) {
  const answered = useQuery(trpc.names.answered.queryOptions({ plant }));
  const takeBack = useMutation({ mutationFn: takeBackAnswer });
  const [isWhole, setWhole] = useState(false);
  const all = answered.data ?? [];
  if (all.length === 0) return null;
  const shown = isWhole ? all : all.slice(0, firstAnswers);
  return (
    <section className="blk names" aria-label="Answered names">
      <div className="sec">
        <h2>Answered</h2>
        <span className="cap">later files follow these answers; taking one back puts its rows where they were</span>
      </div>
      {takeBack.error && <FaultNotice error={takeBack.error} onRetry={null} />}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Source</th>
            <th scope="col">Answer</th>
            <th scope="col">Given</th>
            <th scope="col">By</th>
            <th scope="col">
              <span className="unseen">Take back</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((answer) => (
            <tr key={answer.id}>
              <th scope="row">
                <span className="mono">{answer.text}</span>
              </th>
              <td>{kindWords[answer.kind].one}</td>
              <td>{answer.source === null ? 'every source' : answer.source === '' ? <span className="dim">files</span> : answer.source}</td>
              <td>{meaningOf(answer)}</td>
              <td>{formatInstant(answer.at)}</td>
              <td>{answer.actor}</td>
              <td className="num">
                <button
                  type="button"
                  className="btn s"
                  disabled={takeBack.isPending}
                  aria-label={`Take back the answer to “${answer.text}”`}
                  onClick={() => {
                    takeBack.mutate(answer.id);
                  }}
                >
                  Take back
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < all.length && (
        <button
          type="button"
          className="btn s"
          onClick={() => {
            setWhole(true);
          }}
        >
          {countOf(all.length - shown.length, 'earlier answer')}
        </button>
      )}
    </section>
  );
}

function meaningOf(answer: GivenAnswer): string {
  switch (answer.answer) {
    case 'is':
      return `is ${answer.code ?? ''}${answer.from === null ? '' : ` from ${formatDay(answer.from)}`}`;
    case 'new':
      return 'a name of its own';
    case 'ignore':
      return 'ignored, stays Unassigned';
  }
}
