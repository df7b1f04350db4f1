/**
 * Files opened from outside the page: dropped on the icon, given to a second start, chosen in the menu. The desktop hands each to the core
 * before the page hears of it, so that only looking at it is left to do.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { awaitOpenedFiles, capabilitiesQuery } from '../api.ts';
import { takeUploads } from './intake-jobs.ts';

/** Asks the desktop for such files for as long as the window lives, and shows Intake with them. */
export function useOpenedFiles(): void {
  const { data: can } = useQuery(capabilitiesQuery);
  const hasThem = can?.openedFiles === true;
  const [, goTo] = useLocation();
  useEffect(() => {
    if (!hasThem) return undefined;
    const leaving = new AbortController();
    void takeWhatComes(leaving.signal, () => {
      goTo('/intake');
    });
    return () => {
      leaving.abort();
    };
  }, [hasThem, goTo]);
}

// An empty answer means that another question took over; one that fails means that the desktop is gone.
async function takeWhatComes(signal: AbortSignal, onTaken: () => void): Promise<void> {
  for (;;) {
    const files = await awaitOpenedFiles(signal);
    if (files.length === 0 || signal.aborted) return;
    takeUploads(files);
    onTaken();
  }
}
