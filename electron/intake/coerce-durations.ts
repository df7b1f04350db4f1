/** Durations: a number in the header's unit (else the field's), a clock text such as 7:30 or 1h 20, or an Excel time. Milliseconds. */
import type { Cell } from '../../shared/intake/cells.ts';
import { readNumber, type DecimalSign } from './coerce-numbers.ts';

const clock = /^(-)?(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?$/u;
const iso = /^P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/iu;
const spoken =
  /^(?:(\d+)\s*(?:d|days?|tage?|jours?|d[ií]as?)\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|godz|tim|sa)\.?\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|minuten?|minutos?|minuti|minut|dk)?\.?)?$/iu;

export function readDuration(cell: Cell, options: { decimal: DecimalSign; unitMs: number }): number | null {
  if (cell !== null && typeof cell === 'object') {
    if (cell.kind === 'duration' || cell.kind === 'time') return Math.round(cell.value * 86_400_000);
    return null;
  }
  const number = readNumber(cell, options.decimal);
  if (number !== null) return Math.round(number * options.unitMs);
  return typeof cell === 'string' ? durationText(cell.trim()) : null;
}

/** 7:30 is hours and minutes, 7:30:15 has seconds. */
// Microsoft Project marks an estimate: “3d?”.
function durationText(written: string): number | null {
  const text = /\p{L}\?$/u.test(written) ? written.slice(0, -1) : written;
  const match = clock.exec(text);
  if (match) {
    const ms = Number(match[2]) * 3_600_000 + Number(match[3]) * 60_000 + Number(match[4] ?? 0) * 1_000;
    return match[1] ? -ms : ms;
  }
  const standard = iso.exec(text);
  if (standard && /\d/u.test(text)) return total(standard.slice(1, 5));
  const words = spoken.exec(text);
  if (words && /\d/u.test(text) && /[a-z]/iu.test(text)) return total([...words.slice(1, 4), '0']);
  return null;
}

function total([days, hours, minutes, seconds]: (string | undefined)[]): number {
  const value = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));
  return Math.round(value(days) * 86_400_000 + value(hours) * 3_600_000 + value(minutes) * 60_000 + value(seconds) * 1_000);
}
