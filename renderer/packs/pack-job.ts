/** Making a pack goes on while other pages are looked at. */
import { create } from 'zustand';
import type { FaultBody } from '../../shared/faults.ts';
import { client, faultFrom, follow, queryClient, type PackFormat } from '../api.ts';

interface PackJob {
  isRunning: boolean;
  step: string;
  done: number;
  total: number;
  fault: FaultBody | null;
  made: { version: number; files: { name: string }[] } | null;
}

const idle: PackJob = { isRunning: false, step: '', done: 0, total: 0, fault: null, made: null };

export const usePackJob = create<PackJob>()(() => idle);

let running: AbortController | null = null;

export async function makePack(request: { period: string; formats: PackFormat[]; plant?: string }): Promise<void> {
  const controller = new AbortController();
  running = controller;
  usePackJob.setState({ ...idle, isRunning: true, step: 'starting' });
  try {
    const events = await client.packs.make.mutate({ kind: 'monthly', ...request }, { signal: controller.signal });
    await follow(events, (event) => {
      if (event.type === 'progress') usePackJob.setState({ step: event.step, done: event.done, total: event.total });
      else usePackJob.setState({ made: event });
    });
    await queryClient.invalidateQueries();
  } catch (error) {
    usePackJob.setState({ fault: controller.signal.aborted ? null : faultFrom(error) });
  } finally {
    usePackJob.setState({ isRunning: false });
  }
}

export function cancelPack(): void {
  running?.abort();
}
