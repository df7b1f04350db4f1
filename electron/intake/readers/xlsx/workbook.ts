/** What a workbook consists of: its sheets in order, where their parts lie, which day its serials count from. */
import { damaged, type Zip, type ZipEntry } from '../zip.ts';
import { limits, overLimit } from '../../limits.ts';
import { findPart, isTrue, onOpen, scanPart } from './part.ts';

export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  /** Serials count from 1904, as on old Macs. */
  from1904: boolean;
  /** A program that doesn’t calculate wrote the formulas and left the results to Excel: a stored 0 may stand for anything. */
  awaitsCalculation: boolean;
  strings: ZipEntry | null;
  styles: ZipEntry | null;
}

export interface Relation {
  id: string;
  /** The last word of the type's address: the transitional and the strict form end alike. */
  type: string;
  /** Path inside the zip. */
  target: string;
}

/** Faults: file-corrupt, file-too-large. */
export async function readWorkbook(zip: Zip): Promise<WorkbookParts> {
  const roots = await readRelations(zip, '');
  const path = roots.find((relation) => relation.type === 'officedocument')?.target ?? 'xl/workbook.xml';
  const entry = findPart(zip, path) ?? findPart(zip, 'xl/workbook.xml');
  if (!entry) throw damaged('its part xl/workbook.xml is missing');
  const relations = await readRelations(zip, entry.name);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  let awaitsCalculation = false;
  await scanPart(
    zip,
    entry,
    onOpen((name, scanner) => {
      if (name === 'workbookPr') from1904 = isTrue(scanner.attribute('date1904'));
      else if (name === 'calcPr') awaitsCalculation = isTrue(scanner.attribute('fullCalcOnLoad'));
      else if (name === 'sheet') {
        listed.push({ name: scanner.attribute('name') ?? '', hidden: (scanner.attribute('state') ?? 'visible') !== 'visible', id: relationId(scanner) });
        if (listed.length > limits.sheets) throw overLimit(`The workbook has more than ${String(limits.sheets)} sheets`, limits.sheets);
      }
    }),
  );
  return {
    sheets: listed.flatMap((sheet, index) => sheetPart(zip, sheet, { relations, index })),
    from1904,
    awaitsCalculation,
    strings: optionalPart(zip, relations, 'sharedstrings'),
    styles: optionalPart(zip, relations, 'styles'),
  };
}

// r:id is the only attribute of <sheet> called id; sheetId is another name.
function relationId(scanner: { attribute(name: string): string | null }): string {
  return scanner.attribute('id') ?? '';
}

// Chart sheets, dialogs and macro sheets hold no cells.
function sheetPart(zip: Zip, sheet: { name: string; hidden: boolean; id: string }, place: { relations: Relation[]; index: number }): SheetPart[] {
  const relation = place.relations.find((candidate) => candidate.id === sheet.id);
  if (relation && relation.type !== 'worksheet') return [];
  const entry = relation ? findPart(zip, relation.target) : findPart(zip, `xl/worksheets/sheet${String(place.index + 1)}.xml`);
  if (!entry) throw damaged(`the part of sheet “${sheet.name}” is missing`);
  return [{ name: sheet.name, hidden: sheet.hidden, entry }];
}

function optionalPart(zip: Zip, relations: Relation[], type: string): ZipEntry | null {
  const target = relations.find((relation) => relation.type === type)?.target;
  return (target === undefined ? undefined : findPart(zip, target)) ?? null;
}

/** What a part refers to inside the file; '' asks for the roots. */
export async function readRelations(zip: Zip, source: string): Promise<Relation[]> {
  const slash = source.lastIndexOf('/');
  const folder = source.slice(0, slash + 1);
  const entry = findPart(zip, `${folder}_rels/${source.slice(slash + 1)}.rels`);
  if (!entry) return [];
  const relations: Relation[] = [];
  await scanPart(
    zip,
    entry,
    onOpen((name, scanner) => {
      if (name !== 'Relationship' || scanner.attribute('TargetMode') === 'External') return;
      const type = (scanner.attribute('Type') ?? '').toLowerCase();
      relations.push({
        id: scanner.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolvePath(folder, scanner.attribute('Target') ?? ''),
      });
    }),
  );
  return relations;
}

/** “../x.xml” beside “xl/worksheets/” is “xl/x.xml”; an absolute target starts at the root. */
export function resolvePath(folder: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const steps = (clean.startsWith('/') ? clean : folder + clean).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
