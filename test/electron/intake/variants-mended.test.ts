/** What variants of real layouts found wrong once, each as the smallest file that shows it. */
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../electron/intake/readers/delimited/encoding.ts';
import { interpretBytes, valuesOf } from '../../support/samples.ts';
import { writeXlsx } from '../../support/xlsx-writer.ts';

const fromCsv = async (lines: readonly string[]) => interpretBytes(Buffer.from(lines.join('\n')), { fileName: 'export.csv' });

describe('the head', () => {
  it('is not joined with a rule drawn below it', async () => {
    const { reports } = await fromCsv(['Timestamp;Flow m3/h;Pressure bar', '----------;----------;----------', ...hours.map((hour) => `${hour};12.5;3`)]);
    expect(reports[0]?.columns.map(({ header }) => header)).toEqual(['Timestamp', 'Flow m3/h', 'Pressure bar']);
  });

  it('joins words wrapped over two rows, above single words too', async () => {
    const { reports } = await fromCsv([
      ';Nom de;Date de;Date;;',
      "N° d'ordre;l'équipement;création;d'échéance;Statut;Titre",
      '4711;Presse 3;2026-03-01;2026-03-20;Ouvert;Fuite',
      '4712;Presse 4;2026-03-02;2026-03-21;Ouvert;Bruit',
    ]);
    expect(reports[0]?.columns.map(({ header }) => header).slice(1, 4)).toEqual(["Nom de l'équipement", 'Date de création', "Date d'échéance"]);
  });

  it('joins a single wrapped head where its last word stands alone beside it', async () => {
    const { reports } = await fromCsv([';Libellé du;;', 'Compte;compte;Débit;Crédit', '1000;Banque;10.00;', '4000;Ventes;;10.00']);
    expect(reports[0]?.columns[1]?.header).toBe('Libellé du compte');
  });

  it('leaves a title above single words alone', async () => {
    const { reports } = await fromCsv(['Work', 'Order;Title;Status;Created', '1;Leak;Open;2026-03-01', '2;Noise;Open;2026-03-02']);
    expect(reports[0]?.columns[0]?.header).toBe('Order');
  });
});

describe('groups above a head', () => {
  const sheet = (groups: readonly string[], heads: readonly string[]) =>
    interpretBytes(
      writeXlsx({
        sheets: [
          {
            name: 'S',
            merges: ['A1:C1', 'D1:F1'],
            rows: [[groups[0] ?? '', null, null, groups[1] ?? '', null, null], heads, ...days.map((day, index) => [day, 'L1', 'A', 100 + index, 5, 90])],
          },
        ],
      }),
      { fileName: 'export.xlsx' },
    );

  it('that only sort columns known by themselves are titles', async () => {
    const { reports } = await sheet(['Identification', 'Figures'], ['Date', 'Line', 'Shift', 'Total Count', 'Scrap', 'Good']);
    expect(reports[0]?.columns.map(({ field }) => field)).toEqual(['date', 'line', 'shift', 'total', 'scrap', 'good']);
  });

  it('that say which year a figure is of stay with it', async () => {
    const { reports } = await sheet(['Identification', 'Last year'], ['Date', 'Line', 'Shift', 'Total Count', 'Scrap', 'Good']);
    expect(reports[0]?.columns[3]?.header).toBe('Last year Total Count');
  });
});

describe('a leading column with gaps', () => {
  const rows = [';Switch 1;Network', 'Switch 1;Router 1;Network', ';Server 1;Servers', 'Server 1;Rack 1;Servers', ';Rack 2;Servers', 'Server 2;Rack 3;Servers'];

  it('is not filled down where values stand for one row each: an asset without parent gets none', async () => {
    const { reports, blocks } = await fromCsv(['Parent Asset;Name;Category', 'Router 9;Server 2;Servers', ...rows]);
    expect(reports[0]).toMatchObject({ status: 'ready', dataset: 'maintenance.assets' });
    expect(valuesOf(blocks, 'parent')).toEqual(['Router 9', null, 'Switch 1', null, 'Server 1', null, 'Server 2']);
  });

  it('is filled down where it opens groups', async () => {
    const grouped = ['Hall A;P-1;Pump one', ';P-2;Pump two', ';P-3;Pump three', 'Hall B;P-4;Pump four', ';P-5;Pump five', ';P-6;Pump six'];
    const { reports } = await fromCsv(['Location;Asset No.;Name', ...grouped]);
    expect(reports[0]?.columns[0]?.note).toContain('filled down');
  });
});

describe('a ledger', () => {
  it('never takes the name of a journal for the number of a document', async () => {
    const { blocks } = await fromCsv([
      'Journal;N. documento;Data registrazione;Conto;Dare;Avere',
      'A1;77;2026-01-05;4000;10.00;',
      'A1;77;2026-01-05;1000;;10.00',
    ]);
    expect(valuesOf(blocks, 'document')).toEqual(['77', '77']);
  });
});

describe('the encoding', () => {
  it('takes a fixed space between two words for one, not for an á of an old code page', () => {
    expect(detectEncoding(Buffer.from('Tecnico;Argus\u00a0Securitas\nCosto;1\u00a0234,50', 'latin1'))).toBe('windows-1252');
    expect(detectEncoding(Buffer.from('M\u00a0quina;tecnol\u00a2gica', 'latin1'))).toBe('ibm850');
  });
});

const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-14'];
const hours = ['2026-03-01 00:00', '2026-03-01 01:00', '2026-03-01 02:00', '2026-03-01 03:00'];
