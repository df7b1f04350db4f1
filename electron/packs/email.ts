/**
 * The pack as a draft (X-Unsent: 1): opens in the mail program, is never sent by us. Subject with the headline figures, a few lines,
 * a small table, the files attached. Texts can't add headers: line ends and controls are taken out before nodemailer encodes them.
 */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { PackDocument, PrintKpi } from './pack-document.ts';
import type { PackFile } from './pack-input.ts';
import { utcDate } from './workbook.ts';

const mostFindings = 5;
const mostMeasures = 8;

const types: Record<string, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function buildEmail(document: PackDocument, asOf: string, files: readonly PackFile[]): Promise<Uint8Array> {
  const composer = new MailComposer({
    subject: subjectOf(document),
    text: textOf(document),
    html: htmlOf(document),
    headers: { 'X-Unsent': '1' },
    date: utcDate(asOf),
    messageId: `<${idOf(document)}@plant-cockpit.invalid>`,
    attachments: files.map((file) => ({
      filename: file.name,
      content: Buffer.from(file.bytes),
      contentType: types[file.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      contentDisposition: 'attachment' as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    // The same draft has the same boundaries.
    baseBoundary: idOf(document),
    newline: '\r\n',
  });
  return new Uint8Array(await composer.compile().build());
}

/** "[Lindenau plant] Monthly report October 2026 – total cost 1.9 % U, OEE 74.8 %" */
export function subjectOf(document: PackDocument): string {
  const figures = document.headline === '' ? '' : ` \u2013 ${document.headline}`;
  return oneLine(`[${document.plant}] ${document.title} ${document.period}${figures}`, 200);
}

function textOf(document: PackDocument): string {
  return [
    `${oneLine(document.title, 60)} ${document.period} of ${oneLine(document.plant, 100)}, as of ${document.asOf}, ${document.version}.`,
    '',
    ...document.sections.slice(0, mostFindings).map((section) => `${section.title}: ${oneLine(section.finding, 200)}`),
    '',
    'Attached: the report to read (PDF) and the workbook to check it with.',
  ].join('\r\n');
}

function htmlOf(document: PackDocument): string {
  const cell = 'padding:3px 12px 3px 0;border-bottom:1px solid #dcdcdc;font:13px Segoe UI,Arial,sans-serif;color:#242424';
  const right = `${cell};text-align:right`;
  const tone = (letter: string): string => (letter === 'F' ? ';color:#00666e' : letter === 'U' ? ';color:#b03a00' : '');
  const row = (kpi: PrintKpi): string =>
    `<tr><td style="${cell}">${html(kpi.label)}</td><td style="${right}"><b>${html(kpi.value)}</b> ${html(kpi.unit)}</td>` +
    `<td style="${right}">${html([kpi.comparisonLabel, kpi.comparison].join(' ').trim())}</td><td style="${right}${tone(kpi.letter)}">${html(`${kpi.variance} ${kpi.letter}`.trim())}</td></tr>`;
  const head = ['Measure', 'Actual', 'Comparison', 'Variance']
    .map((name, index) => `<th style="${index === 0 ? cell : right};color:#616161;font-weight:400${index === 0 ? ';text-align:left' : ''}">${name}</th>`)
    .join('');
  const paragraph = 'font:14px Segoe UI,Arial,sans-serif;color:#242424;margin:0 0 10px';
  return [
    '<!doctype html><html lang="en"><body>',
    `<p style="${paragraph}">${html(`${document.title} ${document.period} of ${document.plant}, as of ${document.asOf}, ${document.version}.`)}</p>`,
    ...document.sections
      .slice(0, mostFindings)
      .map((section) => `<p style="${paragraph}"><b>${html(section.title)}:</b> ${html(oneLine(section.finding, 200))}</p>`),
    `<table cellspacing="0" style="border-collapse:collapse;margin:0 0 10px"><thead><tr>${head}</tr></thead><tbody>${leadingMeasures(document).map(row).join('')}</tbody></table>`,
    `<p style="${paragraph}">Attached: the report to read (PDF) and the workbook to check it with.</p>`,
    '</body></html>',
  ].join('\n');
}

// Two of each area, the first being its main figure.
function leadingMeasures(document: PackDocument): PrintKpi[] {
  return document.summary.groups.flatMap((group) => group.rows.slice(0, 2)).slice(0, mostMeasures);
}

function idOf(document: PackDocument): string {
  return document.id.replace(/[^A-Za-z0-9-]+/g, '-');
}

function oneLine(text: string, longest: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
