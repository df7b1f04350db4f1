/** What the user did to a grid — widths, order, sort, filters, closed groups — kept per grid in the browser's own storage. */
import type { GridState } from 'ag-grid-community';

export interface GridMemory {
  state: GridState;
  closed: string[] | null; // null: never touched
}

const empty: GridMemory = { state: {}, closed: null };

export function recallGrid(key: string): GridMemory {
  const text = localStorage.getItem(storageKey(key));
  if (text === null) return empty;
  try {
    return { ...empty, ...(JSON.parse(text) as Partial<GridMemory>) }; // written by rememberGrid alone
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return empty; // a damaged memory is no reason to hide figures
  }
}

export function rememberGrid(key: string, change: Partial<GridMemory>): void {
  localStorage.setItem(storageKey(key), JSON.stringify({ ...recallGrid(key), ...change }));
}

function storageKey(key: string): string {
  return `plant-cockpit.grid.${key}`;
}
