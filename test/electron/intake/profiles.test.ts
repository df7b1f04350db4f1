/** Saved profiles through the real procedures: made from a mapping, taken again without asking, versioned, shared, counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { callerFactory, router } from '../../../electron/core/procedures.ts';
import type { CoreContext } from '../../../electron/core/context.ts';
import type { ImportEvent, Preview } from '../../../electron/intake/import-file.ts';
import { intakeRouter } from '../../../electron/intake/router.ts';
import { applyImport } from '../../../electron/intake/apply.ts';
import { interpretFile } from '../../../electron/intake/interpret.ts';
import { readBytes } from '../../../electron/intake/readers/read.ts';
import { receiveUpload } from '../../../electron/intake/uploads.ts';
import { rowsOf } from '../../../electron/store/database.ts';
import type { FactBlock, PackedBlock, Profile, TablePlan, TableReport } from '../../../shared/intake/interpretation.ts';

import { freshStore, temporaryFolder } from '../../support/store.ts';

const createCaller = callerFactory(router({ intake: intakeRouter }));

// The child and the writer thread stand in this process: the same interpretation, the same transaction.
function world() {
  const { db } = freshStore();
  const folder = temporaryFolder();
  let day = 1;
  const clock = { now: () => `2026-11-${String(day++).padStart(2, '0')}T08:00:00.000Z`, today: () => '2026-11-22', zone: () => 'UTC' };
  const caller = { actor: 'tester', host: 'here', door: 'command-line' as const };
  const blocks: FactBlock[] = [];
  const context = {
    reading: db,
    writing: db,
    writer: {
      session: () => ({
        post: (block: PackedBlock) => blocks.push(deserialize(block.bytes) as FactBlock), // packed below
        apply: (request: Parameters<typeof applyImport>[1], reports: TableReport[]) =>
          Promise.resolve(
            applyImport(
              db,
              { ...request, tables: reports.map((report) => ({ report, blocks: blocks.filter((block) => block.table === report.table) })) },
              { clock, figures: () => [] },
            ),
          ),
        drop: () => blocks.splice(0),
      }),
    },
    reader: {
      interpret: async (input: Omit<Parameters<typeof interpretFile>[1], 'type' | 'id'>, onAnswer: (answer: unknown) => void) => {
        const file = await readBytes(readFileSync(input.path));
        for (const answer of interpretFile(file, { ...input, type: 'interpret', id: 1 })) {
          if (answer.type === 'facts') onAnswer({ type: 'packed-facts', id: 1, packed: { table: answer.block.table, bytes: serialize(answer.block) } });
          else onAnswer(answer);
        }
      },
    },
    clock,
    log: { info: () => undefined, error: () => undefined },
    places: { incomingFolder: join(folder, 'incoming'), resourcesFolder: join(folder, 'none') },
    caller,
    signal: new AbortController().signal,
  } as unknown as CoreContext; // only what the procedures under test touch
  const ask = createCaller(context).intake;
  const upload = (name: string, text: string) => receiveUpload(context.places, name, new Blob([text]).stream() as never); // Node's stream, the DOM's type
  const last = async <T>(events: AsyncIterable<T> | Promise<AsyncIterable<T>>): Promise<T> => {
    let event: T | undefined;
    for await (const one of await events) event = one;
    if (event === undefined) throw new Error('no event');
    return event;
  };
  const preview = async (name: string, text: string, plans: TablePlan[] = []): Promise<Preview> => {
    const { upload: id } = await upload(name, text);
    const event: ImportEvent = await last(ask.inspect({ upload: id, options: { plans } }));
    if (event.type !== 'preview') throw new Error(event.type);
    return event.preview;
  };
  const commit = async (name: string, text: string, plans: TablePlan[] = []) => {
    const { upload: id } = await upload(name, text);
    const event: ImportEvent = await last(ask.commit({ upload: id, options: { plans } }));
    if (event.type !== 'result') throw new Error(event.type);
    return event.results;
  };
  const save = async (name: string, text: string, plan: TablePlan) =>
    last(ask.saveProfile({ name, plan, table: 0, upload: (await upload('first.csv', text)).upload }));
  return { db, ask, preview, commit, save };
}

const first = 'Vorgang;Was;Wann;Wer;Zustand\nA1;Fix;13.01.2026;Jo;fertig gebaut\nA2;Look;14.01.2026;Al;offen\n';
const next = 'Wer;Zustand;Vorgang;Was;Wann;Ort\nJo;offen;A2;Look;14.01.2026;Hall\nAl;fertig gebaut;A3;Oil;15.01.2026;Yard\n';
const plan: TablePlan = {
  sheet: 0,
  headerRow: 1,
  dataset: 'maintenance.workOrders',
  columns: [
    { column: 1, field: 'order' },
    { column: 2, field: 'title' },
    { column: 3, field: 'created' },
    { column: 5, field: 'status' },
  ],
  constants: { line: 'L1' },
  words: { status: { 'fertig gebaut': 'done' } },
  dateOrder: null,
  decimal: null,
  missing: [],
  real: [],
  dropped: [4],
};

describe('a saved profile', () => {
  it('asks nothing of the next file in another order, keeps its source, and drops personal data', async () => {
    const { ask, preview, commit, save, db } = world();
    expect((await preview('first.csv', first)).tables[0]?.report.status).not.toBe('ready');
    const saved = await save('Werkstatt', first, plan);
    expect(saved).toMatchObject({ type: 'saved', id: 'saved-werkstatt', version: 1, replaced: null });
    expect((await commit('first.csv', first, [plan]))[0]).toMatchObject({ status: 'committed', rows: { read: 2, new: 2 } });
    const { report } = (await preview('next.csv', next)).tables[0] ?? {};
    expect(report).toMatchObject({
      status: 'ready',
      profile: 'saved-werkstatt',
      source: 'saved-werkstatt',
      sinceLast: { file: 'first.csv', added: ['Ort'], missing: [], renamed: [] },
    });
    expect(JSON.stringify(report)).not.toMatch(/\b(?:Jo|Al)\b/u);
    expect((await commit('next.csv', next))[0]).toMatchObject({ status: 'committed', profile: 'saved-werkstatt', rows: { new: 1, same: 1, changed: 0 } });
    expect((await ask.profiles())[0]).toMatchObject({
      id: 'saved-werkstatt',
      name: 'Werkstatt',
      isSaved: true,
      used: 1,
      lastFile: 'next.csv',
    });
    expect((await ask.profiles())[0]?.lastUsedAt).toMatch(/^2026-11-/u);
    expect(rowsOf(db.all("select action from audit_entry where action like 'intake.%'"))).toEqual([{ action: 'intake.saveProfile' }]);
  });

  it('keeps the source rows of its layout had before it was saved', async () => {
    const { commit, save } = world();
    await commit('first.csv', first, [plan]);
    await save('Werkstatt', first, plan);
    expect((await commit('next.csv', next))[0]).toMatchObject({ status: 'committed', rows: { new: 1, same: 1 } });
  });

  it('is not taken when one of its headers is gone', async () => {
    const { preview, save } = world();
    await save('Werkstatt', first, plan);
    const { report } = (await preview('x.csv', first.replace('Zustand', 'Status'))).tables[0] ?? {};
    expect(report).toMatchObject({ profile: null, status: 'needs-mapping' });
    expect(report?.fault?.message).toContain('Werkstatt');
  });

  it('is replaced by the same headers in any order, its versions kept', async () => {
    const { ask, save, db } = world();
    await save('Werkstatt', first, plan);
    const swapped = 'Was;Vorgang;Wann;Wer;Zustand\nFix;A1;13.01.2026;Jo;offen\nLook;A2;14.01.2026;Al;offen\n';
    const columns = [{ column: 1, field: 'description' }, ...plan.columns.slice(2), { column: 2, field: 'order' }];
    expect(await save('Werkstatt neu', swapped, { ...plan, columns })).toMatchObject({ id: 'saved-werkstatt', version: 2, replaced: 1 });
    expect((await ask.profiles()).map(({ name, version }) => [name, version])).toEqual([['Werkstatt neu', 2]]);
    expect(rowsOf(db.all('select version from saved_profile_version order by version'))).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('is renamed, shared, taken in again and deleted, each audited', async () => {
    const { ask, save, db } = world();
    await save('Werkstatt', first, plan);
    await ask.renameProfile({ id: 'saved-werkstatt', name: 'Halle 2' });
    const shared = await ask.exportProfile({ id: 'saved-werkstatt' });
    expect(shared.fileName).toBe('halle-2.profile.json');
    await ask.deleteProfile({ id: 'saved-werkstatt' });
    expect(await ask.profiles()).toEqual([]);
    expect(await ask.importProfile({ text: shared.text })).toMatchObject({ id: 'saved-halle-2', name: 'Halle 2', replaced: null });
    const shape = (text: string) => ({ ...(JSON.parse(text) as Profile), id: '', confirmedOnRealFile: false }); // as written above
    expect(shape((await ask.exportProfile({ id: 'saved-halle-2' })).text)).toEqual(shape(shared.text));
    expect(rowsOf<{ action: string }>(db.all('select action from audit_entry order by seq')).map(({ action }) => action)).toEqual([
      'intake.saveProfile',
      'intake.renameProfile',
      'intake.deleteProfile',
      'intake.importProfile',
    ]);
  });

  it.each([
    ['no json', /no JSON/u],
    ['{"id":"a"}', /“system”/u],
    [JSON.stringify({ ...base(), dataset: 'weather' }), /no dataset “weather”/u],
    [JSON.stringify({ ...base(), columns: { vorgang: 'nowhere' } }), /no field “nowhere”/u],
    [JSON.stringify({ ...base(), words: { status: { x: 'sold' } } }), /“sold” is no word/u],
    [JSON.stringify(base()).replace('"constants":{', '"constants":{"__proto__":"x"'), /__proto__/u],
    [JSON.stringify({ ...base(), headers: [] }), /two headers/u],
  ])('refuses a shared file that does not fit: %s', async (text, message) => {
    const { ask } = world();
    await expect(ask.importProfile({ text })).rejects.toThrow(message);
    expect(await ask.profiles()).toEqual([]);
  });

  it('leaves what was typed for one file behind', async () => {
    const { ask, save } = world();
    await save('Werkstatt', first, {
      ...plan,
      columns: plan.columns.filter(({ field }) => field !== 'created'),
      constants: { created: '2026-01-13', line: 'L1' },
    });
    const { text } = await ask.exportProfile({ id: 'saved-werkstatt' });
    expect(JSON.parse(text)).toMatchObject({ constants: { line: 'L1' } });
    expect(text).not.toContain('2026-01-13');
  });
});

function base(): Profile {
  return {
    id: 'a',
    system: 'A',
    dataset: 'maintenance.workOrders',
    headers: ['vorgang', 'was'],
    columns: { vorgang: 'order' },
    constants: {},
    words: {},
    dateOrder: null,
    confirmedOnRealFile: false,
  };
}
