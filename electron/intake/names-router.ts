/** Names over the wire: what waits, what was answered, and the two commands. */
import { z } from 'zod';
import { isoDay } from '../../shared/areas/range.ts';
import { command, query, router } from '../core/procedures.ts';
import { knownNames, standingAnswers } from '../store/names.ts';
import { resolvePlant } from '../store/plants.ts';
import { answerNames, takeBack } from './names-answers.ts';
import { countWaiting, waitingNames } from './names-queue.ts';

const kind = z.enum(['line', 'asset', 'account', 'employee']);
const plantInput = z.object({ plant: z.string().optional() });

export const namesRouter = router({
  waiting: query({
    summary: 'Lists names nobody knows yet, with their rows and what they might be.',
    input: plantInput.extend({ kind: kind.optional() }).prefault({}),
    run: (db, input) => waitingNames(db, resolvePlant(db, input.plant), input.kind ?? null),
  }),
  count: query({
    summary: 'Counts the names and rows that wait.',
    input: plantInput.prefault({}),
    run: (db, input) => countWaiting(db, resolvePlant(db, input.plant).code),
  }),
  known: query({
    summary: 'Lists the names of a kind a plant knows.',
    input: plantInput.extend({ kind }),
    run: (db, input) => knownNames(db, resolvePlant(db, input.plant).code, input.kind),
  }),
  answered: query({
    summary: 'Lists the answers that stand, newest first.',
    input: plantInput.prefault({}),
    run: (db, input) => standingAnswers(db, resolvePlant(db, input.plant).code),
  }),
  answer: command({
    summary: 'Says what names mean: another name (from a day on), a new name, or none. Settles all their rows.',
    input: plantInput.extend({
      kind,
      /** The system the files came from; every system when absent. */
      source: z.string().optional(),
      texts: z.array(z.string().min(1)).min(1).max(10_000),
      answer: z.union([z.enum(['new', 'ignore']), z.object({ is: z.string().min(1), from: isoDay.optional() })]),
    }),
    action: 'names.answer',
    run: (db, input, context) =>
      answerNames(db, { ...input, plant: resolvePlant(db, input.plant).code, source: input.source }, { at: context.clock.now(), actor: context.caller.actor }),
    audit: (input, output) => ({ subject: `${input.kind} ${input.texts.join(', ')}`, detail: { ...input, ...output } }),
  }),
  takeBack: command({
    summary: 'Takes an answer back: the rows count as they did before.',
    input: z.object({ answer: z.int() }),
    action: 'names.takeBack',
    run: (db, input, context) => takeBack(db, input.answer, context.clock.now()),
    audit: (input, output) => ({ subject: `${output.kind} ${output.text}`, detail: { ...input, ...output } }),
  }),
});
