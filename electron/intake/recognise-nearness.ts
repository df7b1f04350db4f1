/** How alike two header texts are, 0 to 1: shared words, and shared letters for misspelt or shortened ones. Only ever a suggestion. */
import { idToken, parseHeader } from './headers.ts';

export function nearness(a: string, b: string): number {
  const [mine, theirs] = [parseHeader(a).words, parseHeader(b).words];
  if (mine.length === 0 || theirs.length === 0) return 0;
  const [left, right] = [mine.filter((word) => word !== idToken).join(''), theirs.filter((word) => word !== idToken).join('')];
  const common = mine.filter((word) => word !== idToken && theirs.includes(word)).length;
  const words = common / new Set([...mine, ...theirs]).size;
  return Math.max(words, left.length >= 4 && right.length >= 4 ? letters(left, right) : 0);
}

/** 1 − edits per letter; 0 below half. */
export function letters(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || longest > 60 || Math.abs(a.length - b.length) > longest / 2) return 0;
  const score = 1 - edits(a, b) / longest;
  return score < 0.5 ? 0 : score;
}

function edits(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const swap = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(swap, (before[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    before = line;
  }
  return before[b.length] ?? 0;
}
