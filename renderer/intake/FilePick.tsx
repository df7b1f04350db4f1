import { useRef } from 'react';
import { useLocation } from 'wouter';
import { takeFiles } from './intake-jobs.ts';

/** The same as dropping, for those who choose: opens the file dialog and goes to Intake. */
export function FilePick({ label, isPrimary = false }: { label: string; isPrimary?: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const [, goTo] = useLocation();
  return (
    <>
      <button type="button" className={isPrimary ? 'btn p lgb' : 'btn'} onClick={() => files.current?.click()}>
        {label}
      </button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          takeFiles([...(event.target.files ?? [])]);
          event.target.value = '';
          goTo('/intake');
        }}
      />
    </>
  );
}
