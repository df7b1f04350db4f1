import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../../../shared/faults.ts';
import { answerDesktop } from '../../../electron/doors/desktop-route.ts';
import { type DesktopParts, desktopVerbsOf } from '../../../electron/doors/desktop/desktop.ts';
import { OpenedFiles } from '../../../electron/doors/desktop/opened-files.ts';
import { requestHandler } from '../../../electron/doors/desktop/protocol.ts';

let folder = '';
let asked: string[] = [];
let where: { canceled: boolean; filePath: string } = { canceled: true, filePath: '' };
let picked: { canceled: boolean; filePaths: string[] } = { canceled: true, filePaths: [] };
let openProblem = '';
let opened = new OpenedFiles();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cockpit-verbs-'));
  asked = [];
  openProblem = '';
  opened = new OpenedFiles();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const core = {
  async handle(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/upload') {
      const size = (await request.arrayBuffer()).byteLength;
      return Response.json({ upload: `u-${searchParams.get('name') ?? ''}`, sha256: 'x', size });
    }
    if (pathname !== '/file') return new Response('shell');
    const { pack, name } = (await request.json()) as { pack: number; name: string }; // the door's own words
    if (pack !== 1)
      return Response.json({ code: 'file-missing', title: faults['file-missing'].title, message: `${name}: no such file in pack 2.` }, { status: 404 });
    return new Response(`bytes of ${name}`);
  },
};

function verb(name: string, body: unknown): Promise<Response> {
  const parts = {
    core,
    window: () => null,
    opened,
    draftsFolder: join(folder, 'drafts'),
    dialog: { showSaveDialog: () => Promise.resolve(where), showOpenDialog: () => Promise.resolve(picked) },
    shell: {
      showItemInFolder: (path: string) => asked.push(`reveal ${path}`),
      openPath: (path: string) => {
        asked.push(`open ${path}`);
        return Promise.resolve(openProblem);
      },
    },
  } as unknown as DesktopParts; // the members the verbs use
  verbs ??= desktopVerbsOf(parts);
  const request = new Request(`app://cockpit/desktop/${name}`, { method: 'POST', body: JSON.stringify(body) });
  return answerDesktop(verbs, request).then((response) => response ?? new Response('not a verb', { status: 599 }));
}

let verbs: ReturnType<typeof desktopVerbsOf> | null = null;
beforeEach(() => {
  verbs = null;
});

describe('saving and revealing', () => {
  it('writes what the core has under the place the user chose, then shows it', async () => {
    const path = join(folder, 'pack.pdf');
    where = { canceled: false, filePath: path };
    expect(await (await verb('saveAs', { pack: 1, name: 'pack.pdf' })).json()).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toBe('bytes of pack.pdf');
    expect((await verb('reveal', { pack: 1, name: 'pack.pdf' })).status).toBe(200);
    expect(asked).toEqual([`reveal ${path}`]);
    expect(readdirSync(folder)).toEqual(['pack.pdf']);
  });

  it('writes nothing when the user gives up', async () => {
    where = { canceled: true, filePath: '' };
    expect(await (await verb('saveAs', { pack: 1, name: 'pack.pdf' })).json()).toEqual({ path: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('asks where to save before it shows a file that never was saved, or is gone', async () => {
    where = { canceled: true, filePath: '' };
    expect(await (await verb('reveal', { pack: 1, name: 'pack.pdf' })).json()).toEqual({ path: null });
    expect(asked).toEqual([]);
    const path = join(folder, 'pack.pdf');
    where = { canceled: false, filePath: path };
    await verb('reveal', { pack: 1, name: 'pack.pdf' });
    rmSync(path);
    await verb('reveal', { pack: 1, name: 'pack.pdf' });
    expect([asked, readFileSync(path, 'utf8')]).toEqual([[`reveal ${path}`, `reveal ${path}`], 'bytes of pack.pdf']);
  });

  it('leaves the old file when the core has no such file', async () => {
    const path = join(folder, 'old.pdf');
    writeFileSync(path, 'old');
    where = { canceled: false, filePath: path };
    const answer = await verb('saveAs', { pack: 2, name: 'old.pdf' });
    expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ message: 'old.pdf: no such file in pack 2.' })]);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('says so when the place can’t be written, and leaves no part behind', async () => {
    where = { canceled: false, filePath: join(folder, 'nowhere/pack.pdf') };
    const answer = await verb('saveAs', { pack: 1, name: 'pack.pdf' });
    expect(await answer.json()).toMatchObject({ code: 'not-writable', message: expect.stringContaining('pack.pdf') as string });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('drafts', () => {
  it('opens a draft the core made', async () => {
    expect((await verb('openDraft', { pack: 1, name: 'pack.eml' })).status).toBe(200);
    expect(asked).toEqual([`open ${join(folder, 'drafts/pack.eml')}`]);
  });

  it('opens nothing but drafts, and nothing outside its folder', async () => {
    for (const name of ['pack.exe', 'pack.eml.exe', 'pack']) expect((await verb('openDraft', { pack: 1, name })).status).toBe(faults['file-kind'].http);
    await verb('openDraft', { pack: 1, name: '../../evil.eml' });
    expect(asked).toEqual([`open ${join(folder, 'drafts/evil.eml')}`]);
  });

  it('says so when no program opens it', async () => {
    openProblem = 'no application';
    expect(await (await verb('openDraft', { pack: 1, name: 'pack.eml' })).json()).toMatchObject({ code: 'not-allowed' });
  });
});

describe('picking files', () => {
  it('uploads each as the page would', async () => {
    writeFileSync(join(folder, 'a.csv'), '12345');
    picked = { canceled: false, filePaths: [join(folder, 'a.csv')] };
    expect(await (await verb('pickFiles', {})).json()).toEqual({ files: [{ name: 'a.csv', upload: 'u-a.csv', sha256: 'x', size: 5 }] });
  });

  it('is empty when the user gives up, and a fault when a file is gone', async () => {
    picked = { canceled: true, filePaths: [] };
    expect(await (await verb('pickFiles', {})).json()).toEqual({ files: [] });
    picked = { canceled: false, filePaths: [join(folder, 'gone.csv')] };
    expect(await (await verb('pickFiles', {})).json()).toMatchObject({ code: 'file-missing', message: expect.stringContaining('gone.csv') as string });
  });
});

describe('picking a folder', () => {
  it('answers the path the user chose, none when they gave up', async () => {
    picked = { canceled: false, filePaths: [folder] };
    expect(await (await verb('pickFolder', {})).json()).toEqual({ path: folder });
    picked = { canceled: true, filePaths: [] };
    expect(await (await verb('pickFolder', {})).json()).toEqual({ path: null });
  });
});

describe('files opened from outside', () => {
  const file = { name: 'a.csv', upload: 'u', sha256: 'x', size: 1 };

  it('answer the question that waits, or the next one', async () => {
    const question = verb('openedFiles', {});
    opened.add([file]);
    expect(await (await question).json()).toEqual({ files: [file] });
    opened.add([file]);
    opened.add([{ ...file, name: 'b.csv' }]);
    expect(await (await verb('openedFiles', {})).json()).toEqual({ files: [file, { ...file, name: 'b.csv' }] });
  });

  it('answer the newest question alone', async () => {
    const left = verb('openedFiles', {});
    const asking = verb('openedFiles', {});
    expect(await (await left).json()).toEqual({ files: [] });
    opened.add([file]);
    expect(await (await asking).json()).toEqual({ files: [file] });
  });
});

describe('the route', () => {
  it('refuses what is no verb, no JSON or no pack file', async () => {
    expect((await verb('explode', {})).status).toBe(404);
    for (const body of [null, 'x', {}, { pack: 1 }, { pack: 1, name: 'a', path: '/etc/passwd' }]) expect((await verb('saveAs', body)).status).toBe(400);
    const notJson = await answerDesktop(verbs ?? {}, new Request('app://cockpit/desktop/saveAs', { method: 'POST', body: '{' }));
    expect(notJson?.status).toBe(400);
    expect((await answerDesktop(verbs ?? {}, new Request('app://cockpit/desktop/saveAs')))?.status).toBe(405);
  });

  it('hands every other address on to the core, and refuses other hosts and origins', async () => {
    const handle = requestHandler(core, {});
    const status = async (url: string, headers: Record<string, string> = {}) => (await handle(new Request(url, { headers }))).status;
    expect(await status('app://cockpit/')).toBe(200);
    expect(await status('app://cockpit/', { origin: 'app://cockpit' })).toBe(200);
    expect(await status('app://cockpit/', { origin: 'https://evil.example' })).toBe(403);
    expect(await status('app://cockpit/', { origin: 'app://cockpit.evil' })).toBe(403);
    expect(await status('app://evil/')).toBe(404);
    expect((await handle(new Request('app://cockpit/', { method: 'DELETE' }))).status).toBe(405);
  });
});
