/** A list to type into, beside what it answers for: the field of a column, what a cell's value is taken as. Works without a mouse. */
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

export interface FieldOption {
  value: string;
  label: string;
  hint: string;
}

interface Props {
  label: string;
  options: readonly FieldOption[];
  /** Id of the element it opens beside. */
  beside: string;
  onPick: (value: string) => void;
  onClose: () => void;
}

const width = 288;
const height = 308;

export function FieldCombobox({ label, options, beside, onPick, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [place] = useState(() => document.getElementById(beside)?.getBoundingClientRect() ?? { left: 0, top: 0, bottom: 0 });
  const box = useRef<HTMLInputElement>(null);
  const shown = matchingOptions(options, typed);
  useLayoutEffect(() => {
    box.current?.focus();
  }, []);
  const key = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key] ?? 0;
    if (step !== 0) {
      event.preventDefault();
      const next = Math.max(0, Math.min(shown.length - 1, active + step));
      setActive(next);
      document.getElementById(`field-option-${String(next)}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const picked = shown[active];
      if (picked) onPick(picked.value);
      else onClose();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  const isBelow = place.bottom + height < window.innerHeight;
  return (
    <div
      className="field-box"
      style={{
        width,
        maxHeight: height,
        left: Math.max(4, Math.min(place.left, window.innerWidth - width - 8)),
        ...(isBelow ? { top: place.bottom + 2 } : { bottom: window.innerHeight - place.top + 2 }),
      }}
      onKeyDown={key}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <input
        ref={box}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls="field-options"
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `field-option-${String(active)}` : undefined}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
      />
      <div role="listbox" id="field-options" aria-label={label}>
        {shown.map((option, index) => (
          <div
            key={option.value}
            id={`field-option-${String(index)}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => {
              setActive(index);
            }}
            onMouseDown={(event) => {
              event.preventDefault(); // the box keeps the focus until the pick is made
              onPick(option.value);
            }}
          >
            <span>{option.label}</span>
            <span>{option.hint}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="dim">No field has these words.</p>}
    </div>
  );
}

/** Those whose label or name has every word typed; labels that begin with it come first, else the given order stays. */
export function matchingOptions(options: readonly FieldOption[], typed: string): FieldOption[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const whole = words.join(' ');
  const fits = options.filter(({ label, value }) => {
    const text = `${label} ${value}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = ({ label }: FieldOption): number => (label.toLowerCase() === whole ? 0 : label.toLowerCase().startsWith(whole) ? 1 : 2);
  return whole === ''
    ? fits
    : fits
        .map((option, order) => ({ option, order }))
        .sort((a, b) => rank(a.option) - rank(b.option) || a.order - b.order)
        .map(({ option }) => option);
}
