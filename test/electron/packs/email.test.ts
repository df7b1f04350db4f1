import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { assemble } from '../../../electron/packs/assemble.ts';
import { buildEmail, subjectOf } from '../../../electron/packs/email.ts';
import { hostileTexts } from '../../fixtures/packs/hostile-texts.ts';
import { monthlyInput } from '../../fixtures/packs/monthly-input.ts';
import { shippedFont } from '../../fixtures/packs/printing.ts';
import { cycle, withTexts } from '../../fixtures/packs/with-texts.ts';

const font = shippedFont();
const document = assemble(monthlyInput(), font);
const files = [
  { name: 'LIN_2026-10_Monthly_v1.pdf', bytes: Uint8Array.from({ length: 5000 }, (_, index) => index % 251) },
  { name: 'LIN_2026-10_Monthly_v1.xlsx', bytes: Uint8Array.from({ length: 3000 }, (_, index) => index % 13) },
];

function headNames(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')[0] ?? '';
  return head
    .split('\r\n')
    .filter((line) => !/^\s/.test(line))
    .map((line) => line.split(':')[0] ?? '');
}

test('a draft: unsent, no recipients, subject with the headline, both files unchanged', async () => {
  const mail = await PostalMime.parse(await buildEmail(document, '2026-11-06', files));
  expect(mail.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
  expect([mail.to, mail.cc, mail.bcc, mail.from]).toEqual([undefined, undefined, undefined, undefined]);
  expect(mail.subject).toBe('[Lindenau plant] Monthly report October 2026 – total cost 0.0 % U, OEE 75.4 %');
  expect(mail.date).toBe('2026-11-06T00:00:00.000Z');
  expect(mail.attachments.map((file) => [file.filename, file.mimeType, file.disposition])).toEqual([
    ['LIN_2026-10_Monthly_v1.pdf', 'application/pdf', 'attachment'],
    ['LIN_2026-10_Monthly_v1.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment'],
  ]);
  mail.attachments.forEach((file, index) => expect(Buffer.compare(Buffer.from(file.content as ArrayBuffer), Buffer.from(files[index]?.bytes ?? []))).toBe(0)); // postal-mime gives an ArrayBuffer unless told otherwise
  expect(mail.text?.trim().split('\n').length).toBeLessThanOrEqual(10);
  expect(mail.html).toContain('<b>75.4</b> %');
});

test('the same draft gives the same bytes, with CRLF line ends only', async () => {
  const [one, two] = [await buildEmail(document, '2026-11-06', files), await buildEmail(document, '2026-11-06', files)];
  expect(Buffer.compare(one, two)).toBe(0);
  const text = Buffer.from(one).toString('latin1');
  expect(/(?<!\r)\n|\r(?!\n)/.test(text)).toBe(false);
});

test('no text can add a header, a recipient or an element', async () => {
  const normal = headNames(await buildEmail(document, '2026-11-06', files));
  const plain = await PostalMime.parse(await buildEmail(document, '2026-11-06', files));
  const elements = (html: string | undefined): number => (html?.match(/<[a-z/!]/g) ?? []).length;
  for (const text of hostileTexts) {
    const input = withTexts(monthlyInput(), () => text);
    const bytes = await buildEmail(assemble({ ...input, plant: { ...input.plant, name: text } }, font), '2026-11-06', files);
    expect(headNames(bytes), JSON.stringify(text.slice(0, 30))).toEqual(normal);
    const mail = await PostalMime.parse(bytes);
    expect(mail.bcc, text.slice(0, 30)).toBeUndefined();
    expect(elements(mail.html), JSON.stringify(text.slice(0, 30))).toBe(elements(plain.html));
  }
}, 120_000);

test('a subject is one line of bearable length', () => {
  const next = cycle(hostileTexts);
  for (const plant of hostileTexts) {
    const subject = subjectOf({ ...document, plant, headline: next() });
    expect(subject.length).toBeLessThanOrEqual(200);
    expect(/[\r\n\u0000-\u001f\u2028\u2029]/.test(subject)).toBe(false);
  }
});
