/** The keys of the grid, and what they mean. */
export const sheetCommands = [
  'head',
  'head-to',
  'body-end',
  'ask-field',
  'ask-value',
  'ask-dataset',
  'ask-nothing',
  'not-imported',
  'personal',
  'leave-out',
] as const;
export type SheetCommand = (typeof sheetCommands)[number];

export interface Step {
  rows: number;
  columns: number;
}

export interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const far = 1_000_000;

/** A command, a step, or null for a key the grid leaves alone. `page`: rows a page key moves by. */
export function sheetCommand(pressed: Pressed, page: number): SheetCommand | Step | null {
  const { key, shiftKey } = pressed;
  const isControl = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey) return null;
  switch (key) {
    case 'ArrowDown':
      return { rows: isControl ? far : 1, columns: 0 };
    case 'ArrowUp':
      return { rows: isControl ? -far : -1, columns: 0 };
    case 'ArrowRight':
      return { rows: 0, columns: isControl ? far : 1 };
    case 'ArrowLeft':
      return { rows: 0, columns: isControl ? -far : -1 };
    case 'Home':
      return { rows: isControl ? -far : 0, columns: -far };
    case 'End':
      return { rows: isControl ? far : 0, columns: far };
    case 'PageDown':
      return { rows: page, columns: 0 };
    case 'PageUp':
      return { rows: -page, columns: 0 };
  }
  if (isControl) return null;
  switch (key.toLowerCase()) {
    case 'enter':
    case 'f2':
      return 'ask-field';
    case 'h':
      return shiftKey ? 'head-to' : 'head';
    case 'b':
      return 'body-end';
    case 't':
      return 'ask-value';
    case 'k':
      return 'ask-dataset';
    case 'x':
      return 'personal';
    case 'l':
      return 'leave-out';
    case 'delete':
    case 'backspace':
      return 'not-imported';
    default:
      return null;
  }
}
