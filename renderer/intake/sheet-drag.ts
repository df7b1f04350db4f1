/** Head and body marks follow the mouse: pressed on the mark in the gutter, let go on a row. */
import { useState, type PointerEvent } from 'react';

export type MarkKind = 'head' | 'head-to' | 'body-end';

interface Dragged {
  kind: MarkKind;
  row: number;
}

export function useRowDrag(onDrop: (row: number, kind: MarkKind) => void) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  return {
    /** The row the mark would come to stand at. */
    over: dragged?.row ?? null,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const mark = elementOf(event.target)?.closest<HTMLElement>('[data-mark]');
        const kind = kindOf(mark?.dataset['mark']);
        const row = rowUnder(event);
        if (kind === null || row === null) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged({ kind, row });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const row = rowUnder(event);
        if (dragged && row !== null && row !== dragged.row) setDragged({ ...dragged, row });
      },
      onPointerUp: () => {
        if (!dragged) return;
        setDragged(null);
        onDrop(dragged.row, dragged.kind);
      },
      onPointerCancel: () => {
        setDragged(null);
      },
    },
  };
}

function rowUnder(event: PointerEvent): number | null {
  const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined ? null : Number(row);
}

function elementOf(target: EventTarget): Element | null {
  return target instanceof Element ? target : null;
}

function kindOf(text: string | undefined): MarkKind | null {
  return text === 'head' || text === 'head-to' || text === 'body-end' ? text : null;
}
