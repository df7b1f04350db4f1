import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { isIsoDate } from '../../shared/kit/iso-date.ts';
import { customPeriod, type Period } from './period.ts';

interface Props {
  period: Period;
  onDone: (period: Period | null) => void;
}

/** Two days; the later one may be given first. */
export function CustomPeriod({ period, onDone }: Props) {
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const isComplete = isIsoDate(from) && isIsoDate(to);
  return (
    <Dialog
      open
      onOpenChange={(_, data) => {
        if (!data.open) onDone(null);
      }}
    >
      <DialogSurface style={{ maxWidth: 360 }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete) onDone(customPeriod(from, to));
          }}
        >
          <DialogBody>
            <DialogTitle>Custom period</DialogTitle>
            <DialogContent style={{ display: 'flex', gap: 12 }}>
              <DayField label="First day" day={from} onChange={setFrom} />
              <DayField label="Last day" day={to} onChange={setTo} />
            </DialogContent>
            <DialogActions>
              <button
                type="button"
                className="btn"
                onClick={() => {
                  onDone(null);
                }}
              >
                Cancel
              </button>
              <button type="submit" className="btn p" disabled={!isComplete}>
                Show
              </button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function DayField({ label, day, onChange }: { label: string; day: string; onChange: (day: string) => void }) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="date"
        value={day}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}
