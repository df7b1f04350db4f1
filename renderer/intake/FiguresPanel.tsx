import type { PreviewTable } from '../api.ts';
import { formatNumber } from '../ui/format.ts';

/** The figures a commit would move: as they are, and as they become. */
export function FiguresPanel({ table }: { table: PreviewTable }) {
  if (table.figures.length === 0) return null;
  return (
    <div className="grp">
      <div className="sec">
        <h2>What these figures become</h2>
        <span className="cap r">now, after</span>
      </div>
      <table>
        <tbody>
          {table.figures.map((figure) => (
            <tr key={figure.label}>
              <td>
                {figure.label.replace(/^[^:]*: /, '')}
                {figure.unit === '' ? '' : `, ${figure.unit}`}
              </td>
              <td className="num dim">{formatNumber(figure.before, figure.decimals)}</td>
              <td className="num">
                <b>{formatNumber(figure.after, figure.decimals)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
