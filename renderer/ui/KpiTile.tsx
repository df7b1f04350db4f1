import type { Kpi } from '../../shared/areas/view.ts';
import { displayValue, formatNumber, formatVariance, inShort } from './format.ts';
import { Sparkline } from './Sparkline.tsx';
import { useMedia } from '../app/theme.ts';

interface Props {
  kpi: Kpi;
  onTrace: (() => void) | null;
  /** The period of the page's tiles: it stands in the bar above, so it may go where room is scarce. */
  commonPeriod: string;
}

/** One figure: name and period, value with unit, what it is compared with, variance with sign, letter and colour. */
export function KpiTile({ kpi, onTrace, commonPeriod }: Props) {
  const isWide = useMedia('(min-width: 1600px)');
  const name = kpi.period === '' ? kpi.label : `${kpi.label}, ${kpi.period}`;
  const body = (
    <>
      <span className="name" title={name}>
        <span>{kpi.label}</span>
        {kpi.period !== '' && <span className={kpi.period === commonPeriod ? 'common' : undefined}>, {isWide ? kpi.period : inShort(kpi.period)}</span>}
      </span>
      <KpiValue kpi={kpi} />
      <span className="spark">
        <Sparkline spark={kpi.spark} width={isWide ? 120 : 72} height={isWide ? 28 : 24} />
      </span>
      <KpiComparison kpi={kpi} />
    </>
  );
  if (onTrace === null)
    return (
      <div className="kpi" title={kpi.detail}>
        {body}
      </div>
    );
  return (
    <button type="button" className="kpi" title={kpi.detail} onClick={onTrace}>
      {body}
    </button>
  );
}

export function KpiValue({ kpi }: { kpi: Kpi }) {
  const isUnknown = kpi.value === null;
  return (
    <span className={isUnknown ? 'val na' : 'val'} title={isUnknown ? (kpi.reason ?? undefined) : undefined}>
      {formatNumber(displayValue(kpi.value, kpi.format, kpi.unit), kpi.decimals)}
      {!isUnknown && <small>{kpi.unit}</small>}
    </span>
  );
}

export function KpiComparison({ kpi }: { kpi: Kpi }) {
  const variance = formatVariance(displayValue(kpi.variance, kpi.format, kpi.unit), kpi.decimals, kpi.effect);
  // An unknown value says why, before what it would be compared with.
  const against = kpi.comparison
    ? `${kpi.comparison.label} ${formatNumber(displayValue(kpi.comparison.value, kpi.format, kpi.unit), kpi.decimals)}`
    : kpi.detail;
  const compared = kpi.value === null && kpi.reason !== null ? kpi.reason : against;
  return (
    <span className="vs">
      <span title={compared}>{inShort(compared)}</span>
      {kpi.variance !== null && <b className={kpi.effect ?? undefined}>{variance}</b>}
    </span>
  );
}
