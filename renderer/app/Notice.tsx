import { faultFrom } from '../api.ts';
import type { FaultBody } from '../../shared/faults.ts';
import { Mark } from '../ui/Icon.tsx';

/** A failure, with what to do next; announced to screen readers. */
export function FaultNotice({ error, onRetry }: { error: unknown; onRetry: (() => void) | null }) {
  const fault: FaultBody = faultFrom(error);
  return (
    <div className="notice bad" role="alert">
      <Mark name="alert" size={14} />
      <span>
        {!fault.message.startsWith(fault.title) && <b>{fault.title}. </b>}
        {fault.message}
      </span>
      {onRetry && (
        <span className="acts">
          <button type="button" className="btn" onClick={onRetry}>
            Try again
          </button>
        </span>
      )}
    </div>
  );
}

/** Long work with its count. `total` 0: the length is not known yet. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const share = total > 0 ? Math.min(1, done / total) : 0.08;
  return (
    <div className="working">
      <span className="dim" aria-live="polite">
        {label}
      </span>
      <div
        className="progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(total > 0 && { 'aria-valuenow': Math.round(share * 100) })}
      >
        <i style={{ width: `${String(share * 100)}%` }} />
      </div>
    </div>
  );
}
