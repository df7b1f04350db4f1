/** Names nobody knows yet, by kind, each answered once for all its rows; below, the answers that stand and can be taken back. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import type { PageProps } from '../app/page-props.ts';
import { countOf } from '../ui/format.ts';
import { answerNames } from './name-answers.ts';
import { NamesAnswered } from './NamesAnswered.tsx';
import { NamesOfKind } from './NamesOfKind.tsx';

export function NamesView({ scope }: PageProps) {
  const plant = scope.plant?.code ?? '';
  const waiting = useQuery({ ...trpc.names.waiting.queryOptions({ plant }), enabled: plant !== '' });
  const answer = useMutation({ mutationFn: answerNames });
  const kinds = waiting.data ?? [];
  const names = kinds.reduce((sum, kind) => sum + kind.names.length, 0);
  const rows = kinds.reduce((sum, kind) => sum + kind.rows, 0);
  return (
    <>
      <section className="blk" aria-label="Names" aria-busy={waiting.isPending && plant !== ''}>
        <div className="sec">
          <h2>Names</h2>
          <span className="cap">
            {names === 0
              ? 'unknown lines, assets, accounts and people of later files wait here'
              : `${countOf(names, 'name')} in ${countOf(rows, 'row')} ${rows === 1 ? 'counts' : 'count'} as Unassigned; totals include them. One answer settles all rows of a name, and later files`}
          </span>
        </div>
        {waiting.error && (
          <FaultNotice
            error={waiting.error}
            onRetry={() => {
              void waiting.refetch();
            }}
          />
        )}
        {answer.error && <FaultNotice error={answer.error} onRetry={null} />}
        <p role="status" className={answer.data ? 'names-done' : 'unseen'}>
          {answer.data ? `${countOf(answer.data.names, 'name')} answered: ${countOf(answer.data.rows, 'row')} settled.` : ''}
          {answer.data && answer.data.beside > 0 && (
            <b className="warn">
              {' '}
              {countOf(answer.data.beside, 'row')} now {answer.data.beside === 1 ? 'stands' : 'stand'} beside rows of the same key under another name: if both
              files say the same, take the answer back or undo one import.
            </b>
          )}
        </p>
        {waiting.data && names === 0 && <p className="dim">No name waits.</p>}
        {plant === '' && <p className="dim">Nothing has been imported yet.</p>}
      </section>
      {kinds.map((kind) => (
        <NamesOfKind
          key={kind.kind}
          waiting={kind}
          plant={plant}
          isBusy={answer.isPending}
          onAnswer={(asked, given) => {
            answer.mutate({ plant, kind: kind.kind, names: asked, answer: given });
          }}
        />
      ))}
      {plant !== '' && <NamesAnswered plant={plant} />}
    </>
  );
}
