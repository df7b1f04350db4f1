/**
 * What only a desktop can do, as one route every door has: POST /desktop/<verb>, and GET /desktop/capabilities says which verbs this
 * door has. A door that lacks a verb answers 501, and the renderer hides the button.
 */
import { faults, type FaultBody, type FaultCode } from '../../shared/faults.ts';

/**
 * reveal: {path} of a file this app wrote → shows it in its folder.
 * openDraft: an .eml's bytes, ?name= → opens it in the mail program.
 * saveAs: a file's bytes, ?name= → asks where, writes it: {path} or {path: null} when the user gave up.
 * pickFiles: asks for files → {files: [{id, name, size}]}.
 * readPicked: {id} → that file's bytes.
 * events: a stream of JSON lines: {type:'command', command:'import'|'make-monthly-pack'|'help'} and {type:'files', files}.
 */
export const desktopVerbs = ['reveal', 'openDraft', 'saveAs', 'pickFiles', 'readPicked', 'events'] as const;

export type DesktopVerb = (typeof desktopVerbs)[number];

/** Each verb a door has; a Fault thrown inside becomes its answer. */
export type Desktop = Partial<Record<DesktopVerb, (request: Request) => Promise<Response>>>;

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
  if (!known) return faultAnswer('unknown-procedure', `/desktop/${verb}: there is no such verb.`);
  const act = desktop[known];
  if (!act) return Response.json({ lacks: known }, { status: 501 });
  return act(request);
}

/** A fault as a door says it. */
export function faultAnswer(code: FaultCode, message: string): Response {
  const body: FaultBody = { code, title: faults[code].title, message };
  return Response.json(body, { status: faults[code].http });
}
