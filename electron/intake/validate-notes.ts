/** What is said about a table besides its cells: the reader's notes on file and sheet, and a report title that is not the layout's. */
import type { ReadNote } from '../../shared/intake/cells.ts';
import type { Profile } from '../../shared/intake/interpretation.ts';
import { fold } from '../../shared/kit/fold.ts';
import type { ProblemList } from './validate-problems.ts';

export function reportNotes(notes: readonly ReadNote[], problems: ProblemList): void {
  for (const { code, row, expected, found, fix } of notes) problems.add(code, { row, column: null, field: null }, { expected, found, fix });
}

/** Warns when the rows above the head carry a title like the layout's, but another one. */
export function reportTitle(titles: readonly string[], profile: Profile | null, problems: ProblemList): void {
  if (profile?.title === undefined || titles.length === 0) return;
  const wanted = wordsOf(profile.title);
  if (titles.some((title) => includesAll(wordsOf(title), wanted))) return;
  problems.add(
    'title-mismatch',
    { row: null, column: null, field: null },
    {
      expected: `the title “${profile.title}”`,
      found: nearest(titles, wanted),
      fix: `Check that this is the report it should be: its columns are those of ${profile.system}, its title is not.`,
    },
  );
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

// The title's words follow each other in the text without another between them: “Cost Center Report” is not “Cost ABC Center Report”.
function includesAll(text: readonly string[], wanted: readonly string[]): boolean {
  return ` ${text.join(' ')} `.includes(` ${wanted.join(' ')} `);
}

function nearest(titles: readonly string[], wanted: readonly string[]): string {
  const shared = (title: string): number => {
    const words = new Set(wordsOf(title));
    return wanted.filter((word) => words.has(word)).length;
  };
  return titles.reduce((best, title) => (shared(title) > shared(best) ? title : best));
}
