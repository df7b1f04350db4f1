/** Answering names and taking answers back. Both settle every row of the name in the command's transaction; files to come follow the answer. */
import { Fault } from '../../shared/faults.ts';
import type { NameKind } from '../../shared/intake/dataset.ts';
import type { WriteDb } from '../store/database.ts';
import { folded } from '../store/name-book.ts';
import { countOverlaps } from '../store/name-overlaps.ts';
import { settleChanged } from '../store/name-settling.ts';
import { columnsOf } from '../store/named-columns.ts';
import { findAnswer, knownNames, loadBook, markTakenBack, recordAnswer, seenNames, standingAnswers } from '../store/names.ts';

export interface AnswerRequest {
  plant: string;
  kind: NameKind;
  /** undefined: whatever the source. */
  source: string | undefined;
  texts: readonly string[];
  answer: { is: string; from?: string | undefined } | 'new' | 'ignore';
}

export interface Author {
  at: string;
  actor: string;
}

/**
 * Records one answer a text and settles the rows. Answers the numbers of the answers, how many rows changed, and how many of them now stand
 * beside rows that state the same under another text. Fault unknown-name.
 */
export function answerNames(db: WriteDb, request: AnswerRequest, author: Author): { answers: number[]; rows: number; beside: number } {
  const { plant, kind, answer, source } = request;
  const before = loadBook(db, plant, kind);
  const seen = seenNames(db, plant, kind);
  for (const text of request.texts) {
    if (seen.some((name) => name.text === text && (source === undefined || name.source === source))) continue;
    throw new Fault('unknown-name', `names: expected a name that an import uses, found “${text}”; “names.waiting” lists those that wait.`);
  }
  const code = typeof answer === 'string' ? null : answer.is;
  const from = typeof answer === 'string' ? null : (answer.from ?? null);
  if (code !== null) requireTarget(db, request, code);
  const answers = request.texts.map((text) =>
    recordAnswer(db, plant, {
      kind,
      source: source ?? null,
      text,
      answer: code === null ? (answer === 'ignore' ? 'ignore' : 'new') : 'is',
      code,
      from,
      ...author,
    }),
  );
  const rows = settleChanged(db, { plant, kind }, before);
  const beside = code === null ? 0 : columnsOf(kind).reduce((sum, column) => sum + countOverlaps(db, plant, column, { texts: request.texts }), 0);
  return { answers, rows, beside };
}

/** Takes an answer back: its rows count as they did before. Fault unknown-name. */
export function takeBack(db: WriteDb, id: number, at: string): { kind: NameKind; text: string; rows: number } {
  const answer = findAnswer(db, id);
  if (!answer) throw new Fault('unknown-name', `names: expected the number of an answer that stands, found ${String(id)}; “names.answered” lists them.`);
  const before = loadBook(db, answer.plant, answer.kind);
  markTakenBack(db, id, at);
  return { kind: answer.kind, text: answer.text, rows: settleChanged(db, answer, before) };
}

// One step from a text to its code, never two: otherwise the order of answers would decide where rows count.
function requireTarget(db: WriteDb, { plant, kind, texts }: AnswerRequest, code: string): void {
  const known = knownNames(db, plant, kind);
  if (!known.some((name) => name.code === code) || texts.some((text) => folded(text) === folded(code))) {
    throw new Fault('unknown-name', `names: expected another name the plant knows, found “${code}”; choose one of the list, or create the name.`);
  }
  const leading = standingAnswers(db, plant).find(
    (answer) => answer.kind === kind && texts.some((text) => answer.code !== null && folded(answer.code) === folded(text)),
  );
  if (leading) {
    throw new Fault(
      'unknown-name',
      `names: “${leading.code ?? ''}” can’t become “${code}” while “${leading.text}” is “${leading.code ?? ''}”; take that answer back first.`,
    );
  }
}
