/** Figures alone in one column below prose: asked about, never taken unasked; a dataset named beforehand is an answer. */
import { describe, expect, it } from 'vitest';
import { interpretBytes, valuesOf } from '../../support/samples.ts';

const prose = ['Report of the climate chamber', 'Shift supervisor: see list', 'Readings in the order taken', ' ', 'Resistance', '----------'];
const figures = ['9.20', '9.31', '9.28', '9.31', '-9.27', '9.4'];
const text = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));
const file = { fileName: 'chamber.dat' };

describe('a lone column', () => {
  it('is asked about as measurements, with its head and figures', async () => {
    const { reports } = await interpretBytes(text([...prose, ...figures]), file);
    expect(reports).toMatchObject([
      { status: 'needs-mapping', dataset: 'quality.measurements', headerRow: 5, firstRow: 7, lastRow: 12, rows: { read: 6, rejected: 0 } },
    ]);
    expect(reports[0]?.columns).toMatchObject([{ header: 'Resistance', field: 'value' }]);
    expect(reports[0]?.totals['value']).toBeCloseTo(37.23, 10);
  });

  it('is taken once planned, or with the dataset named', async () => {
    const plan = {
      sheet: 0,
      headerRow: 5,
      dataset: 'quality.measurements',
      columns: [{ column: 1, field: 'value' }],
      constants: { characteristic: 'Resistance' },
      words: {},
      dateOrder: null,
      decimal: null,
      missing: [],
      real: [],
    };
    const planned = await interpretBytes(text([...prose, ...figures]), { ...file, plans: [plan] });
    expect(planned.reports).toMatchObject([{ status: 'ready' }]);
    expect(valuesOf(planned.blocks, 'value')).toEqual([9.2, 9.31, 9.28, 9.31, -9.27, 9.4]);
    expect(valuesOf(planned.blocks, 'characteristic')).toEqual(Array(6).fill('Resistance'));
    const named = await interpretBytes(text([...prose, ...figures]), { ...file, dataset: 'quality.measurements' });
    expect(named.reports).toMatchObject([{ status: 'ready', rows: { read: 6 } }]);
  });

  it('needs no head', async () => {
    const { reports } = await interpretBytes(text(figures), file);
    expect(reports).toMatchObject([{ status: 'needs-mapping', headerRow: 0, firstRow: 1, rows: { read: 6 } }]);
  });

  it.each([
    ['four figures', [...prose, ...figures.slice(0, 4)]],
    ['words at the end', [...prose, ...figures, 'checked by the lab']],
    ['words alone', prose],
  ])('is none: %s', async (_, lines) => {
    await expect(interpretBytes(text(lines), file)).rejects.toMatchObject({ code: 'no-table' });
  });

  it('never stands beside a real table', async () => {
    const { reports } = await interpretBytes(text(['Date,Line,Output', '2026-10-01,L1,5', '2026-10-02,L1,6', '2026-10-05,L2,7']), file);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.columns).toHaveLength(3);
  });
});
