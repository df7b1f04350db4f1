/** The page's origin on the desktop, app://cockpit/: hands every request on to the core, the desktop's own verbs aside. */
import type { CustomScheme } from 'electron';
import type { Core } from '../../core/core-client.ts';
import { answerDesktop, type Desktop, faultAnswer } from '../desktop-route.ts';
import { isOurs, ORIGIN } from './security.ts';

export const schemePrivileges: CustomScheme[] = [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }];

/** Refuses other hosts, and a POST that names another origin; only our own window can reach this scheme at all. */
export function requestHandler(core: Pick<Core, 'handle'>, desktop: Desktop): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOurs(request.url)) return new Response(null, { status: 404 });
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== ORIGIN) return new Response(null, { status: 403 });
    if (request.method !== 'GET' && request.method !== 'POST') return new Response(null, { status: 405 });
    try {
      return (await answerDesktop(desktop, request)) ?? (await core.handle(request));
    } catch {
      return faultAnswer({ code: 'internal', message: 'Something went wrong inside; the log says more.' });
    }
  };
}
