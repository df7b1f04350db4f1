/**
 * What only a desktop can do, as one route every door has: POST /desktop/<verb>, and GET /desktop/capabilities says which verbs this
 * door has. A door that lacks a verb answers 501, and the renderer hides the button. The renderer names a pack's file and never sends
 * bytes or a path: so it can make the desktop open or write only what the core has made.
 */
import { Fault, faults, type FaultBody, type FaultCode } from '../../shared/faults.ts';

/**
 * saveAs: {pack, name} → asks where, writes the file: {path}, or {path: null} when the user gave up.
 * reveal: {pack, name} → shows the saved file in its folder, asking where to save it first if it never was.
 * openDraft: {pack, name} of an .eml → opens it in the mail program.
 * pickFiles: {} → asks for files and uploads them: {files: [{name, upload, sha256, size}]}.
 * pickFolder: {} → asks for a folder: {path}, or {path: null} when the user gave up.
 * openedFiles: {} → waits for files opened from outside the page (dropped on the icon, second start): {files} as above.
 */
export const desktopVerbs = ['saveAs', 'reveal', 'openDraft', 'pickFiles', 'pickFolder', 'openedFiles'] as const;

export type DesktopVerb = (typeof desktopVerbs)[number];

/** Each verb a door has: the JSON body in, the JSON answer out; a thrown Fault becomes the answer. */
export type Desktop = Partial<Record<DesktopVerb, (input: unknown) => Promise<unknown>>>;

/** The answer to a request under /desktop/, null for every other address. */
export async function answerDesktop(desktop: Desktop, request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith('/desktop/')) return null;
  const verb = pathname.slice('/desktop/'.length);
  if (verb === 'capabilities') {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    return Response.json(Object.fromEntries(desktopVerbs.map((name) => [name, desktop[name] !== undefined])));
  }
  if (request.method !== 'POST') return new Response(null, { status: 405 });
  const known = desktopVerbs.find((name) => name === verb);
  if (!known) return faultAnswer({ code: 'unknown-procedure', message: `/desktop/${verb}: there is no such verb.` });
  const act = desktop[known];
  if (!act) return faultAnswer({ code: 'not-allowed', message: `This door has no ${known}; the desktop app has it.`, status: 501 });
  return answerVerb(act, request);
}

async function answerVerb(act: (input: unknown) => Promise<unknown>, request: Request): Promise<Response> {
  let input: unknown;
  try {
    input = await request.json();
  } catch {
    return faultAnswer({ code: 'bad-input', message: 'The request’s body is not JSON.' });
  }
  try {
    return Response.json((await act(input)) ?? {});
  } catch (error) {
    if (error instanceof Fault) return faultAnswer({ code: error.code, message: error.message });
    throw error;
  }
}

interface FaultWords {
  code: FaultCode;
  message: string;
  /** Where another status than the fault's own says more. */
  status?: number;
}

/** A fault as a door says it. */
export function faultAnswer({ code, message, status }: FaultWords): Response {
  const body: FaultBody = { code, title: faults[code].title, message };
  return Response.json(body, { status: status ?? faults[code].http });
}
