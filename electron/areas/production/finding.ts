/** What the production figures say, in sentences composed from them: the result against before, and which line lost most to what. */
import {
  attainment,
  idealCycleIsWrong,
  minutes,
  oee,
  performance,
  unitsPerLaborHour,
  type ProductionTotals,
} from '../../../shared/areas/production/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { sayCount, sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { GroupTotals } from './store.ts';
import type { ProductionPage } from './page.ts';

export function productionFinding(page: ProductionPage): { finding: string; commentary: string[] } {
  const commentary = [outputSentence(page), stopSentence(page), cycleSentence(page) ?? laborSentence(page)].filter((sentence) => sentence !== null);
  return { finding: `${headline(page)}${worstLine(page)}`, commentary };
}

function headline({ now, before, priorLabel }: ProductionPage): string {
  const current = oee(now);
  if (current !== null) return `OEE is ${sayPercent(current)}${against(current, before === null ? null : oee(before), priorLabel)}`;
  const reached = attainment(now);
  if (reached !== null) return `${sayPercent(reached)} of the target was made${against(reached, before === null ? null : attainment(before), priorLabel)}`;
  if (now.good !== null || now.total !== null) {
    return now.good === null ? `${sayNumber(now.total)} units were made` : `${sayNumber(now.good)} good units were made`;
  }
  return `${sayNumber(minutes(now.stopMs))} min of stops were recorded`;
}

function against(current: number, prior: number | null, priorLabel: string): string {
  if (prior === null) return '';
  const points = (current - prior) * 100;
  if (Math.abs(points) < 0.05) return `, as in ${priorLabel}`;
  return `, ${sayNumber(Math.abs(points), 1)} points ${points > 0 ? 'above' : 'below'} ${priorLabel}`;
}

// The line with the largest loss, in the strictest measure that all the named lines have.
function worstLine({ lines }: ProductionPage): string {
  const named = lines.filter((line) => line.key !== unassigned);
  if (named.length < 2) return '';
  const byTime = largest(named, lostMs);
  if (byTime) return `; ${byTime.line.key} lost most, ${sayNumber(minutes(byTime.loss))} of ${sayNumber(minutes(byTime.line.plannedMs))} planned min`;
  const byUnits = largest(named, (line) => (line.target === null || line.credited === null ? null : line.target - line.credited));
  if (byUnits) return `; ${byUnits.line.key} is furthest behind, ${sayNumber(byUnits.loss)} of ${sayNumber(byUnits.line.target)} planned units short`;
  const byStops = largest(named, (line) => line.stopMs);
  return byStops ? `; ${byStops.line.key} stood longest, ${sayNumber(minutes(byStops.loss))} min` : '';
}

/** Planned time that made no good unit at ideal speed. */
function lostMs(totals: ProductionTotals): number | null {
  const share = oee(totals);
  return share === null || totals.plannedMs === null ? null : totals.plannedMs * (1 - share);
}

function largest(lines: readonly GroupTotals[], loss: (line: GroupTotals) => number | null): { line: GroupTotals; loss: number } | null {
  let found: { line: GroupTotals; loss: number } | null = null;
  for (const line of lines) {
    const value = loss(line);
    if (value !== null && value > 0 && (found === null || value > found.loss)) found = { line, loss: value };
  }
  return found;
}

function outputSentence({ now, period }: ProductionPage): string | null {
  if (now.total === null && now.good === null) return null;
  const made = now.good === null ? `${sayNumber(now.total)} units were made` : `${sayNumber(now.good)} good units of ${sayNumber(now.total)} made`;
  if (now.target === null) return `${made} in ${period}.`;
  return `${made} in ${period} against a target of ${sayNumber(now.target)}: schedule attainment ${sayPercent(attainment(now))}.`;
}

function stopSentence({ reasons, period }: ProductionPage): string | null {
  const whole = reasons.reduce((sum, row) => sum + row.minutes, 0);
  const first = reasons.find((row) => row.key !== unassigned);
  if (!first || whole === 0) return null;
  const loose = reasons.find((row) => row.key === unassigned);
  const unknown = loose ? `; ${sayNumber(loose.minutes)} min have no reason` : '';
  return `“${first.key}” is the largest stop reason of ${period}: ${sayNumber(first.minutes)} min in ${sayCount(first.count, 'stop')}, ${sayPercent(first.share)} of ${sayNumber(whole)} min${unknown}.`;
}

function cycleSentence({ lines }: ProductionPage): string | null {
  const wrong = lines.filter(idealCycleIsWrong);
  const first = wrong[0];
  if (!first) return null;
  const others = wrong.length > 1 ? ` and ${sayCount(wrong.length - 1, 'other line')}` : '';
  return `Performance of ${first.key}${others} is above 100 % (${sayPercent(performance(first))}): the ideal cycle is too long and wants checking.`;
}

function laborSentence({ now, before, priorLabel }: ProductionPage): string | null {
  const [current, prior] = [unitsPerLaborHour(now), before === null ? null : unitsPerLaborHour(before)];
  if (current === null) return null;
  return `An hour worked made ${sayNumber(current, 1)} units${prior === null ? '' : `, after ${sayNumber(prior, 1)} in ${priorLabel}`}.`;
}
