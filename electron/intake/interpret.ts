/**
 * The heart of intake: sheets of typed cells in, reports and facts out. Pure: no store, no clock, no file system. A table that can't
 * be taken without asking yields its report and no facts.
 */
import { catalog, datasetNamed } from '../../shared/areas/catalog.ts';
import { Fault } from '../../shared/faults.ts';
import { cellText, type Cell, type ReadFile, type Sheet } from '../../shared/intake/cells.ts';
import type { ChildAnswer, InterpretRequest, TablePlan } from '../../shared/intake/interpretation.ts';
import { ownSheets, readExport, type OwnSheets } from './export-read.ts';
import { findLoneColumn } from './find-lone-column.ts';
import { hasValues } from './find-tables-cells.ts';
import type { FoundTable } from './found-table.ts';
import { plannedTables } from './find-tables-planned.ts';
import { profiledTable } from './find-tables-profiled.ts';
import type { HeaderKnowledge } from './find-tables-heads.ts';
import { dropPersonal, layoutOf } from './interpret-layout.ts';
import { interpretTable } from './interpret-table.ts';
import { isProfileHeader } from './match-profile.ts';
import { rawReports } from './report-raw.ts';
import { hitsOf } from './recognise-aliases.ts';
import { isPeriodHead } from './recognise-wide.ts';

function knowledgeOf({ profiles }: InterpretRequest): HeaderKnowledge {
  return {
    knows: (header) => hitsOf(header).length > 0 || isProfileHeader(header, profiles),
    isPeriod: (cell) => isPeriodHead(cell) || isYear(cell),
  };
}

// Years across are a table too, though no dataset takes them.
function isYear(cell: Cell): boolean {
  return /^(19|20)\d{2}$/u.test(cellText(cell).trim());
}

export function* interpretFile(read: ReadFile, asked: InterpretRequest): Generator<ChildAnswer> {
  const { id } = asked;
  // the file stays as it was read: whoever keeps it may ask again, with other answers
  const file = { ...read, sheets: read.sheets.map((sheet) => ({ ...sheet })) };
  refuseUnknownNames(asked);
  const own = ownSheets(file, asked);
  // a template says itself what it holds: no layout of another system may claim it
  const request = own.dataset === null ? asked : { ...asked, dataset: own.dataset, profiles: [], plans: own.plans };
  yield { type: 'file', id, kind: file.kind, encoding: file.encoding, delimiter: file.delimiter, sheets: file.sheets.map(({ name }) => name) };
  let done = 0;
  for (const { sheet: index, layout } of own.exports) {
    const sheet = file.sheets[index];
    if (!sheet) continue;
    for (const { report, blocks } of readExport(sheet, { index, first: done, layout }, request)) {
      yield { type: 'table', id, report };
      if (request.withRows) for (const block of blocks) yield { type: 'facts', id, block };
      done += 1;
    }
  }
  const found = findTables(file, own, request).map((one) => ({ ...one, layout: layoutOf(one.table, one.plan, request) }));
  if (request.rawSheets === true) {
    const taken = new Set([...own.explaining, ...own.exports.map(({ sheet }) => sheet), ...found.map(({ table }) => table.sheet)]);
    for (const report of rawReports(file, taken, request)) yield { type: 'table', id, report };
  }
  if (found.length === 0 && own.exports.length === 0) {
    throw new Fault('no-table', `${request.fileName} has no table with a header row and rows of data below it; export the list itself, with its column names.`);
  }
  // of every table before any is shown: one table's sample may reach into another's rows
  for (const { table, sheet, layout } of found) dropPersonal(table, sheet, layout);
  const total = done + found.length;
  for (const { table, sheet, plan, layout } of found) {
    yield { type: 'progress', id, stage: 'interpret', done, total };
    const notes = (file.notes ?? []).filter((note) => note.sheet === null || note.sheet === table.sheet);
    const reading = interpretTable({ table, sheet, index: done, request, delimiter: file.delimiter, plan, layout, notes });
    let step = reading.next();
    for (; step.done !== true; step = reading.next()) yield { type: 'progress', id, stage: 'interpret', done, total };
    const { report, blocks } = step.value;
    yield { type: 'table', id, report };
    if (request.withRows) for (const block of blocks) yield { type: 'facts', id, block };
    done += 1;
  }
  yield { type: 'progress', id, stage: 'interpret', done, total };
}

function refuseUnknownNames(request: InterpretRequest): void {
  if (request.dataset !== null && datasetNamed(request.dataset) === null) {
    throw new Fault('bad-input', `There is no dataset “${request.dataset}”; choose one of ${catalog.map(({ name }) => name).join(', ')}.`);
  }
  if (request.profile !== null && !request.profiles.some((profile) => profile.id === request.profile)) {
    throw new Fault('bad-input', `There is no profile “${request.profile}”; the known ones are ${request.profiles.map((profile) => profile.id).join(', ')}.`);
  }
}

interface Found {
  table: FoundTable;
  sheet: Sheet;
  plan: TablePlan | null;
}

function findTables(file: ReadFile, own: OwnSheets, request: InterpretRequest): Found[] {
  const isRead = (index: number): boolean => own.explaining.has(index) || own.exports.some((one) => one.sheet === index);
  const chosen = file.sheets
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet, index }) => (request.sheet === null || sheet.name === request.sheet) && !isRead(index));
  if (own.exports.length > 0 && !chosen.some(({ sheet }) => hasValues(sheet))) return [];
  if (chosen.length === 0) {
    throw new Fault('no-table', `${request.fileName} has no sheet “${request.sheet ?? ''}”; it has ${file.sheets.map(({ name }) => name).join(', ')}.`);
  }
  if (!chosen.some(({ sheet }) => hasValues(sheet))) {
    throw new Fault('no-data', `${request.fileName} holds no values, only empty or formatted cells; check whether the right file was saved.`);
  }
  const knowledge = knowledgeOf(request);
  const found = chosen.flatMap(({ sheet, index }) => {
    const plans = request.plans.filter((one) => one.sheet === index);
    return plannedTables(sheet, { index, plans, knowledge }).map(({ table, plan }) => ({
      table: plan ? table : profiledTable(table, sheet, { request, knowledge }),
      sheet,
      plan,
    }));
  });
  if (found.length > 0 || own.exports.length > 0) return found;
  // beside real tables a lone column is a list of choices or scratch work; alone in the file it is what was measured
  return chosen.flatMap(({ sheet, index }): Found[] => {
    const table = findLoneColumn(sheet, index);
    return table ? [{ table, sheet, plan: request.plans.find((one) => one.sheet === index && one.headerRow === table.headerRow) ?? null }] : [];
  });
}
