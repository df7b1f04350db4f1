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
              <label className="field">
                <span>First day</span>
                <input
                  className="input"
                  type="date"
                  value={from}
                  onChange={(event) => {
                    setFrom(event.target.value);
                  }}
                />
              </label>
              <label className="field">
                <span>Last day</span>
                <input
                  className="input"
                  type="date"
                  value={to}
                  onChange={(event) => {
                    setTo(event.target.value);
                  }}
                />
              </label>
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
