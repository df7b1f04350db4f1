/** What the hours say, in sentences composed from them: overtime against before, who carries it, and where people were missing. */
import { absenceRatio, hours, overtimeRatio, presentMs, scheduledMs } from '../../../shared/areas/staffing/measures.ts';
import { unassigned } from '../../../shared/areas/range.ts';
import { dayLabel } from '../../../shared/kit/period.ts';
import { sayNumber, sayPercent } from '../../../shared/kit/wording.ts';
import type { GroupHours } from './store.ts';
import type { StaffingPage } from './page.ts';

export function staffingFinding(page: StaffingPage): { finding: string; commentary: string[] } {
  const commentary = [hoursSentence(page), absenceSentence(page), peakSentence(page)].filter((sentence) => sentence !== null);
  return { finding: `${headline(page)}${heaviest(page)}`, commentary };
}

function headline({ now, before, priorLabel }: StaffingPage): string {
  const overtime = overtimeRatio(now);
  if (overtime !== null)
    return `Overtime is ${sayPercent(overtime)} of regular hours${against(overtime, before === null ? null : overtimeRatio(before), priorLabel)}`;
  const absence = absenceRatio(now);
  if (absence !== null)
    return `Absence is ${sayPercent(absence)} of hours usually worked${against(absence, before === null ? null : absenceRatio(before), priorLabel)}`;
  const worked = presentMs(now);
  return worked === null ? `${sayNumber(hours(now.absenceMs), 1)} h of absence were recorded` : `${sayNumber(hours(worked))} h were worked`;
}

function against(current: number, prior: number | null, priorLabel: string): string {
  if (prior === null) return '';
  const points = (current - prior) * 100;
  if (Math.abs(points) < 0.05) return `, as in ${priorLabel}`;
  return `, ${sayNumber(Math.abs(points), 1)} points ${points > 0 ? 'above' : 'below'} ${priorLabel}`;
}

function heaviest({ departments, now }: StaffingPage): string {
  const found = largest(departments, (row) => row.overtimeMs);
  if (!found || now.overtimeMs === null || now.overtimeMs === 0 || departments.length < 2) return '';
  return `; ${found.row.key} carries ${sayPercent(found.value / now.overtimeMs, 0)} of it, ${sayNumber(hours(found.value), 1)} h`;
}

function hoursSentence({ now, period }: StaffingPage): string | null {
  const worked = presentMs(now);
  if (worked === null) return null;
  const plan = now.plannedMs === null ? '' : ` against ${sayNumber(hours(now.plannedMs))} h planned`;
  return `${sayNumber(hours(worked))} h were worked in ${period}${plan}, ${sayNumber(hours(now.overtimeMs ?? 0))} h of them overtime.`;
}

function absenceSentence({ now, departments }: StaffingPage): string | null {
  if (now.absenceMs === null) return null;
  const found = largest(
    departments.filter((row) => row.key !== unassigned),
    absenceRatio,
  );
  const worst = found && departments.length > 1 ? `; ${found.row.key} is highest with ${sayPercent(found.value)}` : '';
  return `${sayNumber(hours(now.absenceMs), 1)} h of ${sayNumber(hours(scheduledMs(now)), 1)} h were lost to absence, ${sayPercent(absenceRatio(now))}${worst}.`;
}

function peakSentence({ days }: StaffingPage): string | null {
  if (days.length < 5) return null;
  const found = largest(days, (day) => day.absenceMs) ?? largest(days, (day) => day.overtimeMs);
  if (!found) return null;
  const what = found.row.absenceMs === found.value ? 'absence' : 'overtime';
  return `The day with most ${what} was ${dayLabel(found.row.key)}: ${sayNumber(hours(found.value), 1)} h.`;
}

function largest(rows: readonly GroupHours[], value: (row: GroupHours) => number | null): { row: GroupHours; value: number } | null {
  let found: { row: GroupHours; value: number } | null = null;
  for (const row of rows) {
    const current = value(row);
    if (current !== null && current > 0 && (found === null || current > found.value)) found = { row, value: current };
  }
  return found;
}
