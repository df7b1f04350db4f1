/** The shipped profiles as data: each is sound, known by its own headers in any order, and by no fewer. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProfile } from '../../../electron/intake/match-profile.ts';
import { parseProfileText } from '../../../electron/intake/profile-schema.ts';
import { shippedProfiles } from '../../../electron/intake/profiles.ts';
import { interpretBytes } from '../../support/samples.ts';

const profiles = shippedProfiles(join(import.meta.dirname, '../../../resources'));

describe.each(profiles)('$id', (profile) => {
  it('is a profile: its fields and words exist, its headers tell it from others', () => {
    expect(parseProfileText(JSON.stringify(profile))).toEqual(profile);
    // What stands across is looked at, too, where a layout has few heads of its own.
    const across =
      ['readings.points', 'staffing.roster'].includes(profile.dataset) && !Object.values(profile.columns).some((field) => ['value', 'shift'].includes(field));
    expect(profile.headers.length).toBeGreaterThanOrEqual(across ? 2 : 4);
    expect(profile.note?.length ?? 0).toBeGreaterThan(30);
  });

  it('gives way to none of the others in a file of its own headers', () => {
    const columns = profile.headers.map((header, index) => ({ column: index + 1, header: header.split('|')[0]?.trim() ?? '' }));
    const request = { profiles, profile: null, dataset: null };
    expect(findProfile(columns, request)?.id).toBe(profile.id);
    expect(findProfile([...columns].reverse(), request)?.id).toBe(profile.id);
    for (const { column } of columns)
      expect(
        findProfile(
          columns.filter((one) => one.column !== column),
          request,
        )?.id,
      ).not.toBe(profile.id);
  });
});

it('takes no profile for a list any of them might be', async () => {
  const { reports } = await interpretBytes(Buffer.from('Order,Title,Status\n1,A,Open\n2,B,Open\n'), { fileName: 'x.csv', profiles });
  expect(reports[0]).toMatchObject({ status: 'ready', profile: null, dataset: 'maintenance.workOrders' });
});

describe('names a person gives', () => {
  it('refuses a dataset or a profile that does not exist', async () => {
    const file = Buffer.from('Order,Title,Status\n1,A,Open\n2,B,Open\n');
    await expect(interpretBytes(file, { fileName: 'x.csv', dataset: 'weather' })).rejects.toThrow(/no dataset “weather”/u);
    await expect(interpretBytes(file, { fileName: 'x.csv', profile: 'none' })).rejects.toThrow(/no profile “none”/u);
  });

  it('takes a file for the dataset a person names when its columns are there', async () => {
    const { reports } = await interpretBytes(Buffer.from('Account,Month,Budget,Actual\n4000,2026-01,100,110\n4100,2026-01,100,90\n'), {
      fileName: 'x.csv',
      dataset: 'budget.actuals',
    });
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'budget.actuals', totals: { amount: 200 } });
  });

  it('takes a template of any dataset by its labels', async () => {
    const { reports } = await interpretBytes(
      Buffer.from('Version,Account,Account name,Cost center,Date,Period,Amount\noriginal,4000,Sales,100,2026-01-13,,5.50\n'),
      { fileName: 'x.csv' },
    );
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'budget.lines', totals: { amount: 5.5 } });
  });
});
