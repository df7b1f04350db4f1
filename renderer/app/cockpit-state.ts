/** What the user looks at: plant, period, comparison, appearance. Kept in the browser's own storage; figures never are. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Period } from './period.ts';

export type Against = 'budget-and-prior' | 'budget' | 'prior';
export type Appearance = 'system' | 'light' | 'dark';

export interface CockpitState {
  plant: string | null; // null: the only or first plant
  period: Period | null; // null: the month the data stands in
  against: Against;
  appearance: Appearance;
  isPaletteOpen: boolean;
  choosePlant: (plant: string) => void;
  choosePeriod: (period: Period | null) => void;
  chooseAgainst: (against: Against) => void;
  chooseAppearance: (appearance: Appearance) => void;
  showPalette: (open: boolean) => void;
}

export const useCockpit = create<CockpitState>()(
  persist(
    (set) => ({
      plant: null,
      period: null,
      against: 'budget-and-prior',
      appearance: 'system',
      isPaletteOpen: false,
      choosePlant: (plant) => {
        set({ plant });
      },
      choosePeriod: (period) => {
        set({ period });
      },
      chooseAgainst: (against) => {
        set({ against });
      },
      chooseAppearance: (appearance) => {
        set({ appearance });
      },
      showPalette: (isPaletteOpen) => {
        set({ isPaletteOpen });
      },
    }),
    {
      name: 'plant-cockpit.view',
      version: 1,
      partialize: ({ plant, against, appearance }) => ({ plant, against, appearance }),
    },
  ),
);
