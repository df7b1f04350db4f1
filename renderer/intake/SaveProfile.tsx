/** Keeps a mapping as a profile: the next file with these columns is taken as this one is. */
import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { client, follow, queryClient, trpc } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { lookAgain } from './intake-jobs.ts';
import { useIntake, type Drop } from './intake-state.ts';

interface Props {
  drop: Drop;
  report: TableReport;
  plan: TablePlan;
  onDone: () => void;
}

export function SaveProfile({ drop, report, plan, onDone }: Props) {
  const [name, setName] = useState(drop.name.replace(/\.[^.]+$/u, ''));
  const change = useIntake((state) => state.change);
  const save = useMutation({
    mutationFn: async () => {
      const asked = { name: name.trim(), plan, upload: drop.upload ?? '', table: report.table };
      await follow(await client.intake.saveProfile.mutate(asked), (event) => {
        change(drop.id, { savedAs: event.name });
      });
    },
    onSuccess: async () => {
      onDone();
      await queryClient.invalidateQueries({ queryKey: trpc.intake.profiles.queryKey() });
      await lookAgain(drop.id);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(_, data) => {
        if (!data.open) onDone();
      }}
    >
      <DialogSurface style={{ maxWidth: 420 }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate();
          }}
        >
          <DialogBody>
            <DialogTitle>Save as profile</DialogTitle>
            <DialogContent style={{ display: 'grid', gap: 12 }}>
              <label className="field">
                <span>System the file comes from</span>
                <input
                  className="input"
                  type="text"
                  autoFocus
                  value={name}
                  onChange={(event) => {
                    setName(event.target.value);
                  }}
                />
              </label>
              <p className="dim">Files with the same columns, in any order, are then taken without asking. Columns: {headersOf(report)}.</p>
              {save.error && <FaultNotice error={save.error} onRetry={null} />}
            </DialogContent>
            <DialogActions>
              <button type="button" className="btn" onClick={onDone}>
                Cancel
              </button>
              <button type="submit" className="btn p" disabled={name.trim() === '' || save.isPending}>
                Save
              </button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function headersOf(report: TableReport): string {
  const headers = report.columns.map(({ header }) => header);
  const shown = headers.slice(0, 6).join(', ');
  return headers.length > 6 ? `${shown} and ${String(headers.length - 6)} more` : shown;
}
