/**
 * The stops that count beside the output. Where output rows carry stop minutes and stops exist too for the same line, shift and day, the
 * output's figure counts. An empty shift on either side means “any shift of that day”, so that the same stop is never counted twice.
 * Which days the output speaks for is kept by month, line and shift as bits; a month is read day by day only where the output speaks for
 * some of its stops and not for others.
 */
import { monthEnd } from '../../../shared/kit/iso-date.ts';
import { rowsOf, type ReadDb } from '../../store/database.ts';
import { daysOf, type Piece } from '../whole-months.ts';
import { lineFilter, parametersOf, pieceFilter, pieceParameters, piecesFor, type Place, type Scope, type Split } from './output.ts';

export interface StopRow extends Place {
  stopMs: number;
  /** What of it shortens planned time because no run time was measured. */
  stopWithoutRunMs: number | null;
}

/** The stops of a line, shift and day that no output row speaks for. */
export interface NetStop {
  day: string;
  line: string;
  shift: string;
  stopMs: number;
  count: number;
  /** They shorten planned time because no run time was measured. */
  shortens: boolean;
}

/** Minutes of the stops that count, by the split; rows of one place may come several times. Stops have no product. */
export function stopRows(db: ReadDb, scope: Scope, split: Exclude<Split, 'product'>): StopRow[] {
  const coverage = coverageOf(db, scope);
  return piecesFor(scope, split).flatMap((piece) => {
    if (piece.grain === 'day') return netOf(db, scope, { piece, coverage }).map((stop) => ofDay(stop, split));
    const { whole, mixed } = netMonths(db, scope, { piece, coverage });
    const rest = mixed.flatMap((month) => netOf(db, scope, { piece: daysOf({ from: `${month}-01`, to: monthEnd(`${month}-01`) }), coverage }));
    return [...whole.map((stop) => ofMonth(stop, split)), ...rest.map((stop) => ofDay(stop, split))];
  });
}

/** The stops that count, by day, line and shift, in that order. */
export function netStops(db: ReadDb, scope: Scope): NetStop[] {
  return netOf(db, scope, { piece: daysOf(scope), coverage: coverageOf(db, scope) });
}

interface Reading {
  piece: Piece;
  coverage: Coverage;
}

function netOf(db: ReadDb, scope: Scope, { piece, coverage }: Reading): NetStop[] {
  const rows = rowsOf<Omit<NetStop, 'shortens'>>(
    db.all(
      `select day, line_code as line, shift_code as shift, stop_ms as stopMs, stop_count as count from stop_day
       where ${pieceFilter(scope, piece)} order by plant_code, day, line_code, shift_code`,
      pieceParameters(scope, piece),
    ),
  );
  return rows.flatMap((row) => {
    const days = 1 << (Number(row.day.slice(8)) - 1);
    const { net, shortening } = countedDays(coverage, { month: row.day.slice(0, 7), line: row.line, shift: row.shift, days });
    return net === 0 ? [] : [{ ...row, shortens: shortening !== 0 }];
  });
}

interface MonthStop {
  month: string;
  line: string;
  shift: string;
  stopMs: number;
  /** Days of the month with a stop, as bits, the first lowest. */
  days: number;
}

// The months in which all stops of each line and shift count alike, and the others.
function netMonths(db: ReadDb, scope: Scope, { piece, coverage }: Reading): { whole: (MonthStop & { shortens: boolean })[]; mixed: string[] } {
  const rows = rowsOf<MonthStop>(
    db.all(
      `select month, line_code as line, shift_code as shift, stop_ms as stopMs, stop_days as days from stop_month where ${pieceFilter(scope, piece)}`,
      pieceParameters(scope, piece),
    ),
  );
  const counted = rows.map((row) => ({ row, ...countedDays(coverage, row) }));
  const mixed = new Set(
    counted.filter(({ row, net, shortening }) => net !== 0 && (net !== row.days || (shortening !== 0 && shortening !== net))).map(({ row }) => row.month),
  );
  const whole = counted.filter(({ row, net }) => net !== 0 && !mixed.has(row.month)).map(({ row, shortening }) => ({ ...row, shortens: shortening !== 0 }));
  return { whole, mixed: [...mixed] };
}

function ofDay({ day, line, shift, stopMs, shortens }: NetStop, split: Split): StopRow {
  const place = split === 'place' ? { line, shift, key: '' } : { line: '', shift: '', key: split === 'month' ? day.slice(0, 7) : day };
  return { ...place, stopMs, stopWithoutRunMs: shortens ? stopMs : null };
}

function ofMonth({ month, line, shift, stopMs, shortens }: MonthStop & { shortens: boolean }, split: Split): StopRow {
  const place = split === 'place' ? { line, shift, key: '' } : { line: '', shift: '', key: month };
  return { ...place, stopMs, stopWithoutRunMs: shortens ? stopMs : null };
}

/** What the output of a line carries in a month: days as bits. */
interface Carried {
  stopDays: number;
  runDays: number;
}

interface LineMonth {
  byShift: Map<string, Carried>;
  anyShift: Carried;
  /** Days with planned time and without run time. Shift names differ between sources more often than lines do: any shift counts. */
  unmeasuredDays: number;
}

type Coverage = ReadonlyMap<string, LineMonth>;

function coverageOf(db: ReadDb, scope: Scope): Coverage {
  const rows = rowsOf<Carried & { month: string; line: string; shift: string; unmeasuredDays: number }>(
    db.all(
      `select month, line_code as line, shift_code as shift, coalesce(stop_days, 0) as stopDays, coalesce(run_days, 0) as runDays, coalesce(unmeasured_days, 0) as unmeasuredDays
       from shift_output_month where plant_code = @plant and month between substr(@from, 1, 7) and substr(@to, 1, 7) ${lineFilter(scope)}`,
      parametersOf(scope),
    ),
  );
  const coverage = new Map<string, LineMonth>();
  for (const { month, line, shift, stopDays, runDays, unmeasuredDays } of rows) {
    const place = `${month} ${line}`;
    const found = coverage.get(place) ?? { byShift: new Map<string, Carried>(), anyShift: none, unmeasuredDays: 0 };
    found.byShift.set(shift, { stopDays, runDays });
    found.anyShift = { stopDays: found.anyShift.stopDays | stopDays, runDays: found.anyShift.runDays | runDays };
    found.unmeasuredDays |= unmeasuredDays;
    coverage.set(place, found);
  }
  return coverage;
}

const none: Carried = { stopDays: 0, runDays: 0 };

/** Of the days with a stop: those that count, and of these the ones on which they shorten planned time. */
function countedDays(coverage: Coverage, { month, line, shift, days }: Omit<MonthStop, 'stopMs'>): { net: number; shortening: number } {
  const found = coverage.get(`${month} ${line}`);
  if (!found) return { net: days, shortening: 0 };
  const own = found.byShift.get(shift) ?? none;
  const unnamed = found.byShift.get('') ?? none;
  const carried = shift === '' ? found.anyShift : { stopDays: own.stopDays | unnamed.stopDays, runDays: own.runDays | unnamed.runDays };
  const net = days & ~carried.stopDays;
  return { net, shortening: net & ~carried.runDays & found.unmeasuredDays };
}
