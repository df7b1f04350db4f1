/**
 * Numbers as people and systems print them. The decimal sign is one decision per column from all its values; where thousands and
 * decimals can't be told apart the column is asked.
 */
import type { Cell } from '../../shared/intake/cells.ts';

export type DecimalSign = '.' | ',';

export interface NumberVotes {
  /** Values that can only have this decimal sign. */
  point: number;
  comma: number;
  /** Like 1.234 or 1,234: a thousand or a fraction. */
  openPoint: number;
  openComma: number;
  /** Whole numbers of four or more digits without any separator: thousands aren't grouped here. */
  ungrouped: number;
  /** Whole numbers below 1,000 without any separator. */
  small: number;
  /** Open values that end in 0: trimmed decimals never do. */
  trailingZero: number;
  values: number;
  texts: number;
}

// Most cells: settled without taking the text apart.
const plainNumber = /^-?\d{1,15}(?:[.,]\d{1,12})?$/u;

const currency =
  /^(?:[€$£¥₺]|(?:eur|usd|gbp|chf|pln|sek|nok|dkk|try|tl|zł|zl|kr|us\$)\b\.?)\s*|\s*(?:[€$£¥₺]|(?:eur|usd|gbp|chf|pln|sek|nok|dkk|try|tl|zł|zl|kr)\.?)$/giu;
const body =
  /^\d{1,3}(?:[ \u00a0\u202f\u2009'’.,]\d{3})*(?:[.,]\d*)?$|^\d+(?:[.,]\d*)?$|^[.,]\d+$|^\d+(?:[.,]\d+)?e[+-]?\d+$|^\d{1,3}(?:,\d{2})*,\d{3}(?:\.\d*)?$/iu;

/** The digits and separators of a number text without sign and currency; null when it is no number. */
export function numberBody(raw: string): { text: string; negative: boolean; percent: boolean } | null {
  if (plainNumber.test(raw)) return { text: raw.startsWith('-') ? raw.slice(1) : raw, negative: raw.startsWith('-'), percent: false };
  let text = raw.trim();
  if (text === '' || text.length > 40 || !/\d/u.test(text)) return null;
  let negative = false;
  const brackets = /^\((.*)\)$/u.exec(text);
  if (brackets?.[1] !== undefined) {
    negative = true;
    text = brackets[1].trim();
  }
  text = text
    .replace(/\u2212/gu, '-')
    .replace(currency, '')
    .trim();
  const sign = /^([+-])\s*/u.exec(text);
  if (sign) {
    negative = sign[1] === '-' ? !negative : negative;
    text = text.slice(sign[0].length).replace(currency, '').trim();
  } else if (/[+-]$/u.test(text)) {
    negative = text.endsWith('-') ? !negative : negative;
    text = text.slice(0, -1).trim();
  }
  const percent = /\s*%$/u.test(text);
  if (percent) text = text.replace(/\s*%$/u, '');
  text = text.replace(currency, '').trim();
  return body.test(text) ? { text, negative, percent } : null;
}

export function emptyVotes(): NumberVotes {
  return { point: 0, comma: 0, openPoint: 0, openComma: 0, ungrouped: 0, small: 0, trailingZero: 0, values: 0, texts: 0 };
}

export function addNumberVote(votes: NumberVotes, raw: string): void {
  votes.texts += 1;
  const parsed = numberBody(raw);
  if (!parsed) return;
  votes.values += 1;
  const text = parsed.text;
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) votes[point > comma ? 'point' : 'comma'] += 1;
  else if (point >= 0) voteOne(votes, text, '.');
  else if (comma >= 0) voteOne(votes, text, ',');
  else if (/^\d{4,}$/u.test(text)) votes.ungrouped += 1;
  else if (/^\d{1,3}$/u.test(text)) votes.small += 1;
}

function voteOne(votes: NumberVotes, text: string, sign: DecimalSign): void {
  const [mine, other] = sign === '.' ? (['point', 'comma'] as const) : (['comma', 'point'] as const);
  const pieces = text.split(sign);
  if (pieces.length > 2) votes[other] += 1;
  else if (/[ \u00a0\u202f\u2009'’]/u.test(text)) votes[mine] += 1;
  else if (pieces[1]?.length !== 3 || !/^[1-9]\d{0,2}$/u.test(pieces[0] ?? '')) votes[mine] += 1;
  else {
    votes[sign === '.' ? 'openPoint' : 'openComma'] += 1;
    if (text.endsWith('0')) votes.trailingZero += 1;
  }
}

export interface NumberDecision {
  decimal: DecimalSign;
  ask: boolean;
  /** Whether a value had to decide (for other columns of the table). */
  settled: boolean;
  note: string | null;
}

/** The decimal sign of a column; `hint` is what the other columns of the table settled, `money` never has three decimals. */
export function decideDecimal(votes: NumberVotes, given: { hint: DecimalSign | null; money: boolean }): NumberDecision {
  const { hint } = given;
  if (votes.point > 0 && votes.comma > 0) {
    if (votes.point >= votes.comma * 20) return { decimal: '.', ask: false, settled: true, note: 'decimal point' };
    if (votes.comma >= votes.point * 20) return { decimal: ',', ask: false, settled: true, note: 'decimal comma' };
    return { decimal: '.', ask: true, settled: false, note: 'some values have a decimal comma, others a point' };
  }
  if (votes.point > 0) return { decimal: '.', ask: false, settled: true, note: null };
  if (votes.comma > 0) return { decimal: ',', ask: false, settled: true, note: 'decimal comma' };
  if (votes.openPoint === 0 && votes.openComma === 0) return { decimal: hint ?? '.', ask: false, settled: false, note: null };
  if (votes.openPoint > 0 && votes.openComma > 0)
    return { decimal: '.', ask: true, settled: false, note: 'comma and point could each be thousands or decimals' };
  const written: DecimalSign = votes.openPoint > 0 ? '.' : ',';
  if (votes.ungrouped > 0) return { decimal: written, ask: false, settled: true, note: `decimal ${name(written)}: thousands are written without a sign here` };
  const grouping: NumberDecision = { decimal: written === '.' ? ',' : '.', ask: false, settled: true, note: `“${written}” groups thousands` };
  if (given.money) return grouping;
  if (votes.small > 0 && votes.trailingZero > 0) return grouping;
  if (hint !== null) return { decimal: hint, ask: false, settled: false, note: `decimal ${name(hint)}, as in the other columns` };
  return { decimal: written, ask: true, settled: false, note: `“${written}” could be thousands or decimals` };
}

function name(sign: DecimalSign): string {
  return sign === '.' ? 'point' : 'comma';
}

/** A number text as a number under a decimal sign; null when it does not fit. */
export function parseNumberText(raw: string, decimal: DecimalSign): number | null {
  if (decimal === '.' && /^-?\d{1,15}(?:\.\d{1,12})?$/u.test(raw)) return Number(raw);
  const parsed = numberBody(raw);
  if (!parsed) return null;
  const group = decimal === '.' ? ',' : '.';
  const text = parsed.text;
  const cut = text.lastIndexOf(decimal);
  if (cut >= 0 && text.indexOf(decimal) !== cut) return null;
  const whole = cut >= 0 ? text.slice(0, cut) : text;
  if (cut >= 0 && text.slice(cut).includes(group)) return null;
  if (whole.includes(group) && !/^\d{1,3}(?:[.,]\d{3})+$|^\d{1,3}(?:,\d{2})*,\d{3}$/u.test(whole)) return null;
  const plain = text
    .replace(/[ \u00a0\u202f\u2009'’]/gu, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  return parsed.negative ? -value + 0 : value;
}

/** The figure in a cell, dates excluded; null when it holds none. */
export function readNumber(cell: Cell, decimal: DecimalSign): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return parseNumberText(cell, decimal);
  if (cell !== null && typeof cell === 'object' && cell.kind === 'percent') return cell.value;
  return null;
}

/** Digits printed after the decimal sign, for tolerances. */
export function printedDecimals(cell: Cell, decimal: DecimalSign): number {
  const text = typeof cell === 'string' ? (numberBody(cell)?.text ?? '') : typeof cell === 'number' ? String(cell) : '';
  const cut = text.lastIndexOf(typeof cell === 'number' ? '.' : decimal);
  return cut < 0 ? 0 : text.length - cut - 1;
}
