/** Answering names from the screen: what is sent, and what is asked again afterwards. */
import { client, queryClient, type WaitingName, type WaitingKind } from '../api.ts';

export type NameAnswer = 'new' | 'ignore' | { is: string; from?: string };

export interface Answering {
  plant: string;
  kind: WaitingKind['kind'];
  names: readonly Pick<WaitingName, 'text' | 'source'>[];
  answer: NameAnswer;
}

/** Every name gets the answer for its own source. Every figure may move: all is asked again. */
export async function answerNames({ plant, kind, names, answer }: Answering): Promise<{ names: number; rows: number; beside: number }> {
  const bySource = new Map<string, string[]>();
  for (const { text, source } of names) bySource.set(source, [...(bySource.get(source) ?? []), text]);
  const done = { names: names.length, rows: 0, beside: 0 };
  try {
    for (const [source, texts] of bySource) {
      const { rows, beside } = await client.names.answer.mutate({ plant, kind, source, texts, answer });
      done.rows += rows;
      done.beside += beside;
    }
  } finally {
    await queryClient.invalidateQueries();
  }
  return done;
}

export async function takeBackAnswer(answer: number): Promise<void> {
  await client.names.takeBack.mutate({ answer });
  await queryClient.invalidateQueries();
}

export const kindWords = {
  line: { one: 'line', many: 'Lines' },
  asset: { one: 'asset', many: 'Assets' },
  account: { one: 'account', many: 'Accounts' },
  employee: { one: 'person', many: 'People' },
} as const;

/** Identity of a waiting name on the screen. */
export function nameId(name: Pick<WaitingName, 'text' | 'source'>): string {
  return JSON.stringify([name.source, name.text]);
}
