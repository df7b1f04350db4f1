/** Horizontal bars, largest first: a table with bars as decoration, so the numbers are the accessible content. */
import type { BarChart } from '../../../shared/charts/spec.ts';
import { formatNumber } from '../format.ts';
import type { Pick } from './CategoryHits.tsx';
import { ChartFrame } from './ChartFrame.tsx';

interface Props {
  spec: BarChart;
  onPick: Pick | null;
}

export function BarTable({ spec, onPick }: Props) {
  const most = Math.max(0, ...spec.rows.map((row) => Math.abs(row.value)));
  const hasSecondary = spec.rows.some((row) => row.secondary !== '');
  const hasCumulative = spec.rows.some((row) => row.cumulative !== null);
  return (
    <ChartFrame title={spec.title} unit={spec.unit} period={spec.period} note="" legend={null}>
      <table className="bars" aria-label={spec.alt}>
        <colgroup>
          <col style={{ width: '26%' }} />
          <col />
          <col style={{ width: 68 }} />
          {hasSecondary && <col style={{ width: 76 }} />}
          {hasCumulative && <col style={{ width: 56 }} />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Name</span>
            </th>
            <td />
            <th scope="col" className="num">
              {spec.unit}
            </th>
            {hasSecondary && (
              <th scope="col">
                <span className="unseen">Beside it</span>
              </th>
            )}
            {hasCumulative && (
              <th scope="col" className="num">
                cum. %
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {spec.rows.map((row, index) => (
            <tr key={row.key} className={row.isOther ? 'other' : undefined}>
              <th scope="row" title={row.label}>
                {onPick && !row.isOther ? (
                  <button
                    type="button"
                    onClick={() => {
                      onPick(row.key);
                    }}
                  >
                    {index === 0 ? <b>{row.label}</b> : row.label}
                  </button>
                ) : (
                  row.label
                )}
              </th>
              <td>
                <span className={row.value < 0 ? 'bar minus' : 'bar'} style={{ width: `${String(most === 0 ? 0 : (100 * Math.abs(row.value)) / most)}%` }} />
              </td>
              <td className="num">{index === 0 && !row.isOther ? <b>{formatNumber(row.value, spec.decimals)}</b> : formatNumber(row.value, spec.decimals)}</td>
              {hasSecondary && <td className="num">{row.secondary}</td>}
              {hasCumulative && <td className="num">{row.cumulative === null ? '' : formatNumber(row.cumulative * 100, 1)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}
