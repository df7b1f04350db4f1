/** The wire as a page uses it: uploads and jobs by plain fetch in the page, so that a spec sees every byte on its way. */
import type { Page } from '@playwright/test';
import type { Launched } from './launch.ts';

export interface Upload {
  status: number;
  upload: string;
  sha256: string;
  size: number;
}

/** Uploads random bytes made in the page; `expected` is their SHA-256 as the page computed it. */
export function uploadRandom({ page, headers }: Launched, size: number): Promise<Upload & { expected: string }> {
  return page.evaluate(
    async (input) => {
      const bytes = new Uint8Array(input.size);
      for (let at = 0; at < input.size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, input.size)));
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const response = await fetch('/upload?name=random.bin', {
        method: 'POST',
        headers: { ...input.headers, 'content-type': 'application/octet-stream' },
        body: new Blob([bytes]),
      });
      const answer = (await response.json()) as Upload; // the core's answer
      return { ...answer, status: response.status, expected: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
    },
    { size, headers },
  );
}

/** Uploads a text file. */
export function uploadText({ page, headers }: Launched, name: string, text: string): Promise<Upload> {
  return page.evaluate(
    async (input) => {
      const response = await fetch(`/upload?name=${encodeURIComponent(input.name)}`, {
        method: 'POST',
        headers: { ...input.headers, 'content-type': 'application/octet-stream' },
        body: new Blob([input.text]),
      });
      return { ...((await response.json()) as Upload), status: response.status }; // the core's answer
    },
    { name, text, headers },
  );
}

/** What has come of a job so far. */
export interface JobState {
  /** 0 until the head has come. */
  status: number;
  text: string;
  state: 'running' | 'ended' | 'failed';
}

export interface Job {
  look(): Promise<JobState>;
  /** Aborts the fetch, as closing the page's dialog does. */
  abort(): Promise<void>;
}

interface PageJob extends JobState {
  controller: AbortController;
}

type WithJobs = typeof globalThis & { e2eJobs?: PageJob[] };

/** Starts a procedure in the page and returns at once. */
export async function startJob({ page, headers }: Launched, procedure: string, input: unknown): Promise<Job> {
  const id = await page.evaluate(
    (asked) => {
      const jobs = ((globalThis as WithJobs).e2eJobs ??= []); // ours alone
      const controller = new AbortController();
      const job: PageJob = { status: 0, text: '', state: 'running', controller };
      const run = async () => {
        const response = await fetch(`/rpc/${asked.procedure}?batch=1`, {
          method: 'POST',
          headers: { ...asked.headers, 'content-type': 'application/json', 'trpc-accept': 'application/jsonl' },
          body: JSON.stringify({ 0: asked.input }),
          signal: controller.signal,
        });
        job.status = response.status;
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) job.text += next.value;
        job.state = 'ended';
      };
      run().catch(() => {
        job.state = 'failed';
      });
      return jobs.push(job) - 1;
    },
    { procedure, input, headers },
  );
  return { look: () => look(page, id), abort: () => abort(page, id) };
}

function look(page: Page, id: number): Promise<JobState> {
  return page.evaluate((at) => {
    const job = (globalThis as WithJobs).e2eJobs?.[at];
    return { status: job?.status ?? 0, text: job?.text ?? '', state: job?.state ?? 'failed' };
  }, id);
}

function abort(page: Page, id: number): Promise<void> {
  return page.evaluate((at) => {
    (globalThis as WithJobs).e2eJobs?.[at]?.controller.abort();
  }, id);
}
