/** The machine's clock, behind the context's interface; `asOf` fixes the “today” of every calculation. */
import type { Clock } from './core/world.ts';

export function systemClock(asOf: string | null): Clock {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    now: () => new Date().toISOString(),
    zone: () => zone,
    today: () => asOf ?? localDay(new Date()),
  };
}

function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
