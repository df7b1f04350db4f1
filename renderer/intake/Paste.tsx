/** Cells copied in Excel, pasted as an import: Ctrl+V anywhere on the view, or into a box that says so. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FaultNotice } from '../app/Notice.tsx';
import { pastedTable } from './pasted-table.ts';
import { takePasted } from './watch-jobs.ts';

const noTable = { code: 'no-table', message: 'The clipboard holds no table: copy at least two cells in Excel, heads included, and paste again.' };

export function Paste() {
  const [isOpen, setOpen] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: takePasted,
    onSuccess: () => {
      setOpen(false);
    },
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { clipboardData, target } = event;
      if (!clipboardData || isField(target)) return;
      const table = pastedTable({ html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') }, parseHtml);
      setEmpty(table === null);
      if (table === null) return;
      event.preventDefault();
      mutate(table);
    };
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('paste', paste);
    };
  }, [mutate]);
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-expanded={isOpen}
        disabled={isPending}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        Paste from Excel
      </button>
      {isOpen && (
        <label className="field">
          <span>Copy the cells in Excel, column names included, then press Ctrl+V here</span>
          <textarea
            className="input"
            data-pastes-tables
            rows={2}
            cols={56}
            autoFocus
            placeholder="Ctrl+V"
            value=""
            readOnly
            onKeyDown={(event) => {
              if (event.key === 'Escape') setOpen(false);
            }}
          />
        </label>
      )}
      {isEmpty && <FaultNotice error={noTable} onRetry={null} />}
      {error && <FaultNotice error={error} onRetry={null} />}
    </>
  );
}

// What is pasted into a field belongs to the field, but for the box that is there for tables.
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset['pastesTables'] !== undefined) return false;
  return target.isContentEditable || target.closest('input, textarea, select') !== null;
}

function parseHtml(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
