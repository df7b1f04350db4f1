/**
 * A file before it is stored: its own rows with what each column becomes, what needs an answer, and what committing would do. Where a
 * table asks, or the user wants it otherwise, the same screen is the mapping studio: every answer shows its consequence at once.
 */
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { trpc, type Preview } from '../api.ts';
import { Progress } from '../app/Notice.tsx';
import { Consequences } from './Consequences.tsx';
import { cancelDrop, commitDrop, stepPlans } from './intake-jobs.ts';
import { isReadyToCommit } from './consequence-sums.ts';
import { useIntake, type Drop } from './intake-state.ts';
import { PreviewHead, PreviewNotices, Recognized, TableTabs } from './PreviewHead.tsx';
import { SaveProfile } from './SaveProfile.tsx';
import { Studio } from './Studio.tsx';
import { planFrom } from './table-plan.ts';

interface Props {
  drop: Drop;
  preview: Preview;
  others: readonly Drop[];
}

export function PreviewView({ drop, preview, others }: Props) {
  const [place, setPlace] = useState(() => firstAsking(preview));
  const [isSaving, setSaving] = useState(false);
  const change = useIntake((state) => state.change);
  const fields = useQuery({ ...trpc.intake.fields.queryOptions({}), staleTime: Infinity });
  const table = preview.tables[place] ?? preview.tables[0];
  const plan = table ? (drop.plans[table.report.table] ?? planFrom(table.report)) : null;
  const isBusy = drop.phase !== 'previewed';
  const isMapping = table !== undefined && (drop.isMapping || table.report.status === 'needs-mapping' || drop.plans[table.report.table] !== undefined);
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const name = event.key.toLowerCase();
    if (name === 'z' && !event.shiftKey && !isText) void stepPlans(drop.id, 'back');
    else if ((name === 'y' || (name === 'z' && event.shiftKey)) && !isText) void stepPlans(drop.id, 'forward');
    else if (name === 's' && isMapping) setSaving(true);
    else if (name === 'enter' && isReadyToCommit(drop, preview)) void commitDrop(drop.id);
    else return;
    event.preventDefault();
  };
  return (
    <main className={isMapping ? 'preview mapping' : 'preview'} id="main" tabIndex={-1} aria-busy={isBusy} onKeyDown={key}>
      <div className="preview-head">
        <PreviewHead
          drop={drop}
          preview={preview}
          others={others}
          onMap={
            isMapping || !table
              ? null
              : () => {
                  change(drop.id, { isMapping: true });
                }
          }
          onSave={
            table && plan && plan.dataset !== ''
              ? () => {
                  setSaving(true);
                }
              : null
          }
        />
        <PreviewNotices drop={drop} preview={preview} />
        {preview.tables.length > 1 && <TableTabs preview={preview} place={place} onPlace={setPlace} />}
        {table && plan && <Recognized drop={drop} table={table} datasets={fields.data ?? []} chosen={plan.dataset} />}
      </div>
      {table && plan ? (
        <Studio key={table.report.table} drop={drop} preview={preview} table={table} plan={plan} datasets={fields.data ?? []} isMapping={isMapping} />
      ) : (
        <div className="blank">
          <p>No table was found in this file. Open it in Excel and check that it has a row of column names with rows under it.</p>
        </div>
      )}
      <Consequences drop={drop} preview={preview} />
      {isBusy && (
        <div className="looking">
          <Progress label={drop.progress.label} done={drop.progress.done} total={drop.progress.total} />
          <button
            type="button"
            className="btn"
            onClick={() => {
              cancelDrop(drop.id);
            }}
          >
            Cancel
          </button>
        </div>
      )}
      {isSaving && table && plan && (
        <SaveProfile
          drop={drop}
          report={table.report}
          plan={plan}
          onDone={() => {
            setSaving(false);
          }}
        />
      )}
    </main>
  );
}

function firstAsking(preview: Preview): number {
  return Math.max(
    0,
    preview.tables.findIndex(({ report }) => report.status === 'needs-mapping'),
  );
}
