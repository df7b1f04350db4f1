/** Files on their way in. They live outside the page: leaving Intake stops nothing. */
import { create } from 'zustand';
import type { FaultBody } from '../../shared/faults.ts';
import type { TablePlan } from '../../shared/intake/interpretation.ts';
import type { ImportResult } from '../../shared/intake/result.ts';
import type { Preview } from '../api.ts';

export type Phase = 'uploading' | 'inspecting' | 'previewed' | 'committing' | 'done' | 'failed';

/** By table number: what the user decided by hand. */
export type Plans = Readonly<Record<number, TablePlan>>;

export interface Drop {
  id: number;
  name: string;
  phase: Phase;
  progress: { label: string; done: number; total: number };
  upload: string | null;
  preview: Preview | null;
  plans: Plans;
  /** Steps of mapping to go back to, the latest last, and those taken back. */
  past: readonly Plans[];
  future: readonly Plans[];
  /** Whether the user opened the mapping of a table that would not have asked. */
  isMapping: boolean;
  /** Raw rows shown per table. */
  sampleRows: number;
  allowPartial: boolean;
  /** The user says the file is the whole list of its source. */
  isWholeList: boolean;
  /** The profile its mapping was saved as. */
  savedAs: string | null;
  results: ImportResult[];
  fault: FaultBody | null;
}

export interface FirstPlant {
  name: string;
  currency: string;
}

interface IntakeState {
  drops: Drop[];
  selected: number | null;
  firstPlant: FirstPlant;
  add: (drop: Drop) => void;
  change: (id: number, part: Partial<Drop>) => void;
  remove: (id: number) => void;
  select: (id: number | null) => void;
  namePlant: (plant: FirstPlant) => void;
}

export const useIntake = create<IntakeState>()((set) => ({
  drops: [],
  selected: null,
  firstPlant: { name: '', currency: 'USD' },
  add: (drop) => {
    set((state) => ({ drops: [...state.drops, drop], selected: state.selected ?? drop.id }));
  },
  change: (id, part) => {
    set((state) => ({ drops: state.drops.map((drop) => (drop.id === id ? { ...drop, ...part } : drop)) }));
  },
  remove: (id) => {
    set((state) => {
      const drops = state.drops.filter((drop) => drop.id !== id);
      return { drops, selected: state.selected === id ? (drops.find((drop) => drop.phase === 'previewed')?.id ?? null) : state.selected };
    });
  },
  select: (selected) => {
    set({ selected });
  },
  namePlant: (firstPlant) => {
    set({ firstPlant });
  },
}));

export function newDrop(id: number, name: string): Drop {
  return {
    id,
    name,
    phase: 'uploading',
    progress: { label: 'Taking the file in', done: 0, total: 0 },
    upload: null,
    preview: null,
    plans: {},
    past: [],
    future: [],
    isMapping: false,
    sampleRows: 200,
    allowPartial: false,
    isWholeList: false,
    savedAs: null,
    results: [],
    fault: null,
  };
}
