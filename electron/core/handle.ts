/**
 * The one function behind every door: `handle(Request): Promise<Response>`. Procedures under /rpc, uploads, downloads of packs, and the
 * renderer's files. Who may call at all is the door's business.
 */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { extname, isAbsolute, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { Fault, faults, type FaultBody } from '../../shared/faults.ts';
import { exportPath } from '../intake/export-file.ts';
import { receiveUpload } from '../intake/uploads.ts';
import type { CoreContext } from './context.ts';
import { packFile } from '../packs/store.ts';
import { appRouter } from './router.ts';

export interface Handler {
  context: (signal: AbortSignal) => CoreContext;
  rendererFolder: string;
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.eml': 'message/rfc822',
};

/** Scripts come from our own files only; styles may be inline because the grid and the components inject them. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type ResponseBody = ConstructorParameters<typeof Response>[0];

export function createHandler(handler: Handler): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const context = handler.context(request.signal);
    try {
      if (url.pathname.startsWith('/rpc/')) return await callProcedure(request, context);
      if (request.method === 'POST' && url.pathname === '/upload') return await upload(request, url, context);
      if (request.method === 'POST' && url.pathname === '/file') return await download(request, context);
      if (request.method === 'GET') return staticFile(handler.rendererFolder, url.pathname);
      return faultResponse({ code: 'unknown-procedure', title: faults['unknown-procedure'].title, message: `${url.pathname}: there is nothing here.` });
    } catch (error) {
      if (error instanceof Fault) return faultResponse(error.body);
      context.log.error('request', error);
      return faultResponse({ code: 'internal', title: faults.internal.title, message: 'Something went wrong inside; the log says more.' });
    }
  };
}

function callProcedure(request: Request, context: CoreContext): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/rpc',
    req: request,
    router: appRouter,
    createContext: () => context,
    allowMethodOverride: true,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof Fault)) context.log.error(`procedure ${path ?? ''}`, error.cause ?? error);
    },
  });
}

async function upload(request: Request, url: URL, context: CoreContext): Promise<Response> {
  const received = await receiveUpload(context.places, url.searchParams.get('name') ?? 'file', request.body); // the same web stream, by Node's name
  return Response.json({ upload: received.upload, sha256: received.sha256, size: received.size });
}

const fileInput = z.union([z.object({ pack: z.int(), name: z.string() }), z.object({ export: z.string() })]);

async function download(request: Request, context: CoreContext): Promise<Response> {
  const parsed = fileInput.safeParse(await request.json());
  if (!parsed.success) throw new Fault('bad-input', 'file: expected the number of a pack and a file name of it, or the id of an export.');
  const { path, name } =
    'export' in parsed.data
      ? await exportPath(context.places, parsed.data.export)
      : { path: packFile(context.reading, context.places, parsed.data), name: parsed.data.name };
  const headers = {
    'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'content-length': String(statSync(path).size),
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
    'x-content-type-options': 'nosniff',
  };
  return new Response(Readable.toWeb(createReadStream(path)) as ResponseBody, { headers }); // Node's web stream is a BodyInit by another name
}

function staticFile(folder: string, pathname: string): Response {
  const wanted = join(folder, decodeURIComponent(pathname));
  const isPage = extname(wanted) === '';
  const path = isPage ? join(folder, 'index.html') : wanted;
  if (!existsSync(path) || !statSync(path).isFile() || !isInside(folder, path)) return new Response('not found', { status: 404 });
  const headers: Record<string, string> = {
    'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': isPage ? 'no-store' : 'max-age=31536000, immutable',
  };
  if (isPage || extname(path) === '.html') headers['content-security-policy'] = contentSecurityPolicy;
  return new Response(Readable.toWeb(createReadStream(path)) as ResponseBody, { headers }); // as above
}

function isInside(folder: string, path: string): boolean {
  const rest = relative(realpathSync(folder), realpathSync(path));
  return rest !== '' && !rest.startsWith('..') && !isAbsolute(rest);
}

function faultResponse(body: FaultBody): Response {
  return Response.json(body, { status: faults[body.code].http });
}
