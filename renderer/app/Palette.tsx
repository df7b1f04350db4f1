/** Ctrl+K: go to, import, make the pack, set the period, find what stands in the loaded views. */
import { Dialog, DialogSurface } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { queryClient } from '../api.ts';
import { takeFiles } from '../intake/intake-jobs.ts';
import { useCockpit } from './cockpit-state.ts';
import { fixedEntries, foundEntries, matching, type PaletteEntry } from './palette-entries.ts';
import { usePicked } from './picked-state.ts';
import type { Scope } from './scope.ts';

export function Palette({ scope }: { scope: Scope }) {
  const { isPaletteOpen, showPalette } = useCockpit();
  const files = useRef<HTMLInputElement>(null);
  const [, goTo] = useLocation();
  useEffect(() => {
    const open = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      showPalette(true);
    };
    window.addEventListener('keydown', open);
    return () => {
      window.removeEventListener('keydown', open);
    };
  }, [showPalette]);
  return (
    <>
      <Dialog
        open={isPaletteOpen}
        onOpenChange={(_, data) => {
          showPalette(data.open);
        }}
      >
        <DialogSurface className="palette" aria-label="Go to, import, find" style={{ padding: 0, maxWidth: 560, marginTop: 36, borderRadius: 4 }}>
          {isPaletteOpen && <PaletteList scope={scope} onImport={() => files.current?.click()} />}
        </DialogSurface>
      </Dialog>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          takeFiles([...(event.target.files ?? [])]);
          event.target.value = '';
          goTo('/intake');
        }}
      />
    </>
  );
}

function PaletteList({ scope, onImport }: { scope: Scope; onImport: () => void }) {
  const { showPalette, choosePeriod } = useCockpit();
  const pickRow = usePicked((state) => state.pickRow);
  const [, goTo] = useLocation();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const entries = useMemo(() => [...fixedEntries(scope.today, scope.calendar), ...foundEntries(queryClient)], [scope]);
  const shown = matching(entries, typed);
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    showPalette(false);
    switch (entry.does) {
      case 'go':
        goTo(entry.path);
        break;
      case 'import':
        onImport();
        break;
      case 'pack':
        goTo('/packs');
        break;
      case 'period':
        choosePeriod(entry.period);
        break;
      case 'find':
        pickRow(entry.row);
        goTo(entry.path);
        break;
    }
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = Math.min(shown.length - 1, Math.max(0, active + step));
      setActive(next);
      document.getElementById(`palette-${String(next)}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(shown[active]);
    }
  };
  return (
    <div onKeyDown={key}>
      <input
        autoFocus
        role="combobox"
        aria-label="Go to, import, find"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={shown.length > 0 ? `palette-${String(active)}` : undefined}
        placeholder="Go to, import, find an asset, account, line"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
      />
      <div role="listbox" id="palette-list" aria-label="Matches">
        {shown.map((entry, index) => (
          <div
            key={entry.id}
            id={`palette-${String(index)}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => {
              setActive(index);
            }}
            onClick={() => {
              run(entry);
            }}
          >
            <span>{entry.label}</span>
            <span>{entry.hint}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className="dim" style={{ padding: 16 }}>
          Nothing with these words. Rows are found on pages you have opened.
        </p>
      )}
    </div>
  );
}
