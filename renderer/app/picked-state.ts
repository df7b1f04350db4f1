/** The row that was picked — in a chart, in the palette — so that the page it stands on can show it. */
import { create } from 'zustand';

interface PickedState {
  row: string | null;
  pickRow: (row: string | null) => void;
}

export const usePicked = create<PickedState>()((set) => ({
  row: null,
  pickRow: (row) => {
    set({ row });
  },
}));
