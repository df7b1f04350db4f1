/**
 * A file before it is stored: its own rows with what each column becomes, what needs an answer, and what committing would do. Where a
 * table asks, or the user wants it otherwise, the same screen is the mapping studio: every answer shows its consequence at once.
 */
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { trpc, type Preview, type PreviewTable } from '../api.ts';
import { Progress } from '../app/Notice.tsx';
import { Consequences } from './Consequences.tsx';
import { cancelDrop, commitDrop, stepPlans } from './intake-jobs.ts';
import { isReadyToCommit } from './consequence-sums.ts';
import { useIntake, type Drop } from './intake-state.ts';
import { PreviewHead, PreviewNotices, Recognized, TableTabs } from './PreviewHead.tsx';
import { SaveProfile } from './SaveProfile.tsx';
import { Studio } from './Studio.tsx';
import { isRaw, keyOf, planOf, tablesOf } from './preview-tables.ts';

interface Props {
  drop: Drop;
  preview: Preview;
  others: readonly Drop[];
}

export function PreviewView({ drop, preview, others }: Props) {
  const tables = tablesOf(preview);
  const [chosen, setChosen] = useState(() => firstAsking(tables));
  const [isSaving, setSaving] = useState(false);
  const change = useIntake((state) => state.change);
  const fields = useQuery({ ...trpc.intake.fields.queryOptions({}), staleTime: Infinity });
  const table = tables.find((one) => keyOf(one, tables) === chosen) ?? tables[0];
  const plan = table ? planOf(drop.plans, table.report) : null;
  const isBusy = drop.phase !== 'previewed';
  const isMapping = table !== undefined && (drop.isMapping || table.report.status === 'needs-mapping' || drop.plans[table.report.table] !== undefined);
  const canSave = table !== undefined && plan !== null && plan.dataset !== '' && plan.headerRow > 0 && !isRaw(table.report);
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const name = event.key.toLowerCase();
    if (name === 'z' && !event.shiftKey && !isText) void stepPlans(drop.id, 'back');
    else if ((name === 'y' || (name === 'z' && event.shiftKey)) && !isText) void stepPlans(drop.id, 'forward');
    else if (name === 's' && isMapping && canSave) setSaving(true);
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
            canSave
              ? () => {
                  setSaving(true);
                }
              : null
          }
        />
        <PreviewNotices drop={drop} preview={preview} />
        {tables.length > 1 && <TableTabs tables={tables} chosen={table} onChosen={setChosen} />}
        {table && plan && <Recognized drop={drop} table={table} datasets={fields.data ?? []} chosen={plan.dataset} />}
      </div>
      {table && plan ? (
        <Studio key={keyOf(table, tables)} drop={drop} preview={preview} table={table} plan={plan} datasets={fields.data ?? []} isMapping={isMapping} />
      ) : (
        <div className="blank">
          <p>Nothing of this file can be shown, and nothing was stored. Mend it as the line above says and drop it again.</p>
        </div>
      )}
      {preview.tables.length > 0 && <Consequences drop={drop} preview={preview} />}
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

// A sheet without a table asks for nothing unless the file holds no other.
function firstAsking(tables: readonly PreviewTable[]): string | null {
  const first = tables.find(({ report }) => report.status === 'needs-mapping' && !isRaw(report)) ?? tables.find(({ report }) => !isRaw(report)) ?? tables[0];
  return first ? keyOf(first, tables) : null;
}
