/** Filling an empty store with the demo plant; it goes on while other pages are looked at. */
import { create } from 'zustand';
import type { FaultBody } from '../../shared/faults.ts';
import { client, faultFrom, follow, queryClient } from '../api.ts';

interface DemoJob {
  /** 'stopped': with what had come in until then. */
  phase: 'idle' | 'running' | 'stopped';
  file: string;
  done: number;
  total: number;
  /** Why it stopped; null when the user stopped it. */
  fault: FaultBody | null;
}

const idle: DemoJob = { phase: 'idle', file: '', done: 0, total: 0, fault: null };

export const useDemoJob = create<DemoJob>()(() => idle);

let running: AbortController | null = null;

/** Resolves to true when the whole plant is in. */
export async function fillDemo(): Promise<boolean> {
  const controller = new AbortController();
  running = controller;
  useDemoJob.setState({ ...idle, phase: 'running' });
  const outcome = { isFilled: false };
  try {
    await follow(await client.demo.fill.mutate({}, { signal: controller.signal }), (event) => {
      if (event.type === 'progress') useDemoJob.setState({ file: event.file, done: event.done, total: event.total });
      else outcome.isFilled = true;
    });
    useDemoJob.setState(outcome.isFilled ? idle : { phase: 'stopped' });
  } catch (error) {
    useDemoJob.setState({ phase: 'stopped', fault: controller.signal.aborted ? null : faultFrom(error) });
  }
  await queryClient.invalidateQueries();
  return outcome.isFilled;
}

export function stopDemo(): void {
  running?.abort();
}

/** Goes on with what is in. */
export function leaveDemo(): void {
  useDemoJob.setState(idle);
}
