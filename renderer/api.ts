/** The one file that knows the wire: the tRPC client on the own origin, uploads, downloads and the desktop's verbs. */
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchStreamLink, TRPCClientError } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../electron/core/router.ts';
import { Fault, faults, isFaultCode, type FaultBody } from '../shared/faults.ts';
import { sessionHeaders } from './app/session.ts';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false, placeholderData: (previous: unknown) => previous } },
});

export const client = createTRPCClient<AppRouter>({
  links: [httpBatchStreamLink({ url: '/rpc', methodOverride: 'POST', headers: sessionHeaders })],
});

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;
type Yielded<T> = T extends AsyncIterable<infer Y, unknown, never> ? Y : never;

export type Plant = Outputs['plants']['list'][number];
export type About = Outputs['system']['about'];
export type TodayView = Outputs['today']['view'];
export type Letter = TodayView['letters'][number];
export type Trace = Awaited<Outputs['provenance']['trace']>;
type TraceInput = Inputs['provenance']['trace'];
export type PackEntry = Outputs['packs']['list'][number];
export type HistoryEntry = Outputs['intake']['history'][number];
export type WatchFolderEntry = Outputs['watch']['folders'][number];
export type ArrivedFile = Outputs['watch']['arrived'][number];
export type WatchLogEntry = Outputs['watch']['log'][number];
export type WaitingKind = Outputs['names']['waiting'][number];
export type WaitingName = WaitingKind['names'][number];
export type GivenAnswer = Outputs['names']['answered'][number];
export type StoredDataset = Outputs['datasets']['list'][number];
export type StoredPage = Outputs['datasets']['rows'];
export type DatasetFields = Outputs['intake']['fields'][number];
export type ProfileLine = Outputs['intake']['profiles'][number];
export type IntakeOptions = Inputs['intake']['inspect']['options'];
export type CommitOptions = Inputs['intake']['commit']['options'];
export type Inspection = Yielded<Outputs['intake']['inspect']>;
export type Preview = Extract<Inspection, { type: 'preview' }>['preview'];
export type PreviewTable = Preview['tables'][number];
export type PackFormat = NonNullable<Inputs['packs']['make']['formats']>[number];

/** Hands every event of a job on as it arrives; ends with the job, throws what it threw. */
export async function follow<T>(events: AsyncIterable<T, unknown, unknown>, onEvent: (event: T) => void): Promise<void> {
  const steps = events[Symbol.asyncIterator]();
  for (let step = await steps.next(); step.done !== true; step = await steps.next()) onEvent(step.value);
}

/** What to say about a failure, whatever failed: the fault as the core worded it, or that the core can't be reached. */
export function faultFrom(error: unknown): FaultBody {
  if (error instanceof TRPCClientError) {
    const fault = faultBody((error.data as { fault?: unknown } | undefined)?.fault); // the wire's own shape is checked below
    if (fault) return fault;
  }
  const known = faultBody(error);
  if (known) return known;
  return {
    code: 'internal',
    title: 'Plant Cockpit does not answer',
    message: 'The page can’t reach the core of Plant Cockpit: check that it is still running, then try again.',
  };
}

function faultBody(value: unknown): FaultBody | null {
  if (typeof value !== 'object' || value === null) return null;
  const { code, title, message } = value as Partial<Record<keyof FaultBody, unknown>>; // every part is checked on the next lines
  if (typeof code !== 'string' || !isFaultCode(code) || typeof message !== 'string') return null;
  return { code, message, title: typeof title === 'string' ? title : faults[code].title };
}

/** What stands behind a figure, down to the cells of the archived files. */
export async function fetchTrace(reference: TraceInput, signal: AbortSignal): Promise<Trace> {
  return await client.provenance.trace.query(reference, { signal });
}

export interface Uploaded {
  upload: string;
  sha256: string;
  size: number;
}

/** Hands the bytes of a dropped file to the core, which archives them. */
export async function uploadFile(file: File, signal: AbortSignal): Promise<Uploaded> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { ...sessionHeaders(), 'content-type': 'application/octet-stream' },
    body: file,
    signal,
  });
  if (!response.ok) throw await responseFault(response);
  return (await response.json()) as Uploaded; // our own core's answer
}

/** The bytes of one file of a pack. */
export async function fetchPackFile(pack: PackEntry['id'], name: string): Promise<Blob> {
  return fetchFile({ pack, name });
}

/** The bytes of an export or a template that was just made. */
export async function fetchExport(file: string): Promise<Blob> {
  return fetchFile({ export: file });
}

async function fetchFile(wanted: Record<string, string | number>): Promise<Blob> {
  const response = await fetch('/file', {
    method: 'POST',
    headers: { ...sessionHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  if (!response.ok) throw await responseFault(response);
  return response.blob();
}

export interface Capabilities {
  reveal: boolean;
  openDraft: boolean;
  saveAs: boolean;
  pickFolder: boolean;
  openedFiles: boolean;
}

export const noCapabilities: Capabilities = { reveal: false, openDraft: false, saveAs: false, pickFolder: false, openedFiles: false };

/** What this door can do on the desktop; a door that doesn't answer can do nothing. */
async function fetchCapabilities(): Promise<Capabilities> {
  const response = await fetch('/desktop/capabilities', { headers: sessionHeaders() });
  if (!response.ok) return noCapabilities;
  return { ...noCapabilities, ...((await response.json()) as Partial<Capabilities>) }; // missing verbs stay false
}

/** The door's verbs never change while a page lives. */
export const capabilitiesQuery = { queryKey: ['desktop'], queryFn: fetchCapabilities, staleTime: Infinity } as const;

/** Waits until files are opened from outside the page; none when another question took over or the desktop is gone. */
export async function awaitOpenedFiles(signal: AbortSignal): Promise<(Uploaded & { name: string })[]> {
  try {
    const response = await fetch('/desktop/openedFiles', {
      method: 'POST',
      headers: { ...sessionHeaders(), 'content-type': 'application/json' },
      body: '{}',
      signal,
    });
    if (!response.ok) return [];
    return ((await response.json()) as { files: (Uploaded & { name: string })[] }).files; // our own door's answer
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) return []; // fetch's word for a door that doesn't answer
    throw error;
  }
}

/** Asks for a folder with the system's own dialog; null when the user gave up. */
export async function pickFolder(): Promise<string | null> {
  const response = await fetch('/desktop/pickFolder', { method: 'POST', headers: { ...sessionHeaders(), 'content-type': 'application/json' }, body: '{}' });
  if (!response.ok) throw await responseFault(response);
  return ((await response.json()) as { path: string | null }).path; // our own door's answer
}

export async function desktopVerb(verb: Exclude<keyof Capabilities, 'openedFiles' | 'pickFolder'>, body: Record<string, unknown>): Promise<void> {
  const response = await fetch(`/desktop/${verb}`, {
    method: 'POST',
    headers: { ...sessionHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await responseFault(response);
}

async function responseFault(response: Response): Promise<Fault> {
  const body: unknown = await response.json().catch(() => null);
  const fault = faultBody(body) ?? faultBody((body as { fault?: unknown } | null)?.fault); // checked by faultBody
  return fault
    ? new Fault(fault.code, fault.message)
    : new Fault('internal', `The core answered with status ${String(response.status)}: try again, or look into the log.`);
}
