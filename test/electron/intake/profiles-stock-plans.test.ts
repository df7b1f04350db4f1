/** Parts and plans of maintenance systems: invented rows below their documented headers, taken without a question; other headers are not. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../../electron/intake/profiles.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';

const profiles = shippedProfiles(join(import.meta.dirname, '../../../resources'));
const read = (text: string) => interpretBytes(Buffer.from(text), { fileName: 'export.csv', profiles });

const rows = '\n17,Seal,2.50,Pumps,No,4006,Shaft seal,12,Shelf A,4\n18,Belt,9,Drives,No,4007,V-belt,3.5,Shelf B,2\n';
const english = 'ID,Name,Cost,Category,Non Stock,Barcode,Description,Quantity,Area,Minimum Quantity';
const french = 'ID,Nom,Cout,Catégorie,Non Stock,Code-barres,Description,Quantité,Zone,Quantité minimale';
const turkish = 'ID,Adı,Maliyet,Kategori,Stok Dışı,Barkod,Tanım,Miktar,Alan,Minimum Adet';

describe('parts of Atlas CMMS', () => {
  it.each([english, french, turkish])('%s', async (head) => {
    const { reports, blocks } = await read(head + rows);
    expect(reports).toMatchObject([
      {
        dataset: 'inventory.stock',
        profile: 'atlas-cmms-parts',
        source: 'atlas-cmms',
        status: 'ready',
        rows: { read: 2, rejected: 0 },
        totals: { onHand: 15.5 },
      },
    ]);
    expect(valuesOf(blocks, 'item')).toEqual(['17', '18']);
    expect(valuesOf(blocks, 'location')).toEqual(['Shelf A', 'Shelf B']);
    expect(valuesOf(blocks, 'minimum')).toEqual([4, 2]);
  });

  it('are not taken with a header missing', async () => {
    const { reports } = await read(english.replace('Non Stock', 'Kind') + rows);
    expect(reports[0]).toMatchObject({ status: 'needs-mapping' });
  });
});

describe('plans', () => {
  it('of Atlas CMMS keep the kind of recurrence and the hours', async () => {
    const head = 'Name,Starts On,Ends On,Frequency,Due Date Delay,Recurrence Type,Recurrence Based On,Days Of Week,Title,Estimated Hours,Asset Name';
    const { reports, blocks } = await read(`${head}\nGrease,2026-01-13,2026-12-31,2,1,weekly,Scheduled Date,Monday,Grease bearings,1.5,Fan 1\n`);
    expect(reports).toMatchObject([{ dataset: 'maintenance.plans', profile: 'atlas-cmms-plans', status: 'ready' }]);
    expect(['plan', 'start', 'frequency', 'estimatedHours'].map((field) => valuesOf(blocks, field)[0])).toEqual(['Grease', '2026-01-13', 'weekly', 5_400_000]);
  });

  it('of Limble are dated month first and timed in minutes, as their headers say', async () => {
    const head =
      'PM Name,PM Description,Asset ID,Scheduling start on (MM/DD/YYYY),Repeat X Days,Repeat X Weeks,Repeat X Months,Repeat X Years,Estimated Time (in minutes)';
    const { reports, blocks } = await read(`${head}\nGrease,Grease bearings,7,03/04/2026,,1,,,90\n`);
    expect(reports).toMatchObject([{ dataset: 'maintenance.plans', profile: 'limble-plans', status: 'ready' }]);
    expect(['plan', 'asset', 'start', 'estimatedHours'].map((field) => valuesOf(blocks, field)[0])).toEqual(['Grease', '7', '2026-03-04', 5_400_000]);
  });
});
