/**
 * The layouts that plants really have are renamed, reordered, translated, printed in another locale, and given title and total rows, at
 * test time; the controls stay the same whatever the sheet looks like.
 */
import { describe, expect, it } from 'vitest';
import { cellText, type Cell, type ReadFile } from '../../../shared/intake/cells.ts';
import { readBytes } from '../../../electron/intake/readers/read.ts';
import { interpretBytes, sampleByDigest, sampleBytes, samplesPresent, valuesOf, type Interpreted } from '../../support/samples.ts';

interface Layout {
  name: string;
  /** First digits of the sample's SHA-256. */
  digest: string;
  dataset: string;
  constants?: Record<string, string>;
  totals: Record<string, number>;
  /** Original header → header in English (renamed), German, French, Spanish, Italian, Polish. Headers not named stay. */
  heads: Record<string, readonly string[]>;
  numeric: readonly string[];
  dates: readonly string[];
  rows: number;
  /** Skipped for total rows: nothing in it adds up. */
  noTotals?: boolean;
  /** Long: only one translation is run. */
  long?: boolean;
}

const layouts: readonly Layout[] = [
  {
    name: 'work orders by title',
    digest: 'caee32920501',
    dataset: 'maintenance.workOrders',
    totals: { estimatedHours: 41 },
    rows: 15,
    heads: {
      ID: ['WO #', 'Auftragsnummer', 'N° OT', 'Nº de orden', 'Numero ordine', 'Nr zlecenia'],
      Title: ['Subject', 'Titel', 'Titre', 'Título', 'Titolo', 'Tytuł'],
      Status: ['WO Status', 'Status', 'Statut', 'Estado', 'Stato', 'Status'],
      Priority: ['Prio', 'Priorität', 'Priorité', 'Prioridad', 'Priorità', 'Priorytet'],
      Description: ['Details', 'Beschreibung', 'Description', 'Descripción', 'Descrizione', 'Opis'],
      'Due Date': ['Due', 'Fällig am', "Date d'échéance", 'Fecha de vencimiento', 'Data di scadenza', 'Termin'],
      'Estimated Duration': ['Estimated Hours', 'Geschätzte Dauer (h)', 'Durée estimée', 'Duración estimada', 'Durata stimata (ore)', 'Szacowany czas [h]'],
      'Asset Name': ['Equipment Name', 'Anlagenname', "Nom de l'équipement", 'Nombre del equipo', 'Nome impianto', 'Nazwa urządzenia'],
      'Completed On': ['Completion Date', 'Abgeschlossen am', 'Terminé le', 'Fecha de finalización', 'Data completamento', 'Data zakończenia'],
      'Date created': ['Created On', 'Erstellt am', 'Date de création', 'Fecha de creación', 'Data creazione', 'Data utworzenia'],
    },
    numeric: ['Estimated Duration'],
    dates: ['Due Date', 'Completed On', 'Date created'],
  },
  {
    name: 'work orders by number',
    digest: '09a0f577a74a',
    dataset: 'maintenance.workOrders',
    totals: {},
    rows: 60,
    noTotals: true,
    heads: {
      work_order_id: ['WO Number', 'Auftrags-Nr.', 'Numéro OT', 'Número de orden', 'Codice ordine', 'Numer zlecenia'],
      asset_id: ['Asset No.', 'Anlagen-Nr.', 'Code équipement', 'Código de activo', 'Codice asset', 'Numer urządzenia'],
      asset_name: ['Asset description', 'Anlagenbezeichnung', 'Nom équipement', 'Nombre del activo', 'Nome asset', 'Nazwa urządzenia'],
      status: ['Work Order Status', 'Status', 'Statut', 'Estado', 'Stato', 'Status zlecenia'],
      created_date: ['Reported Date', 'Erstelldatum', 'Date de création', 'Fecha de creación', 'Data di creazione', 'Data utworzenia'],
      due_date: ['Target Date', 'Fälligkeitsdatum', 'Échéance', 'Fecha límite', 'Scadenza', 'Termin realizacji'],
      completed_date: ['Actual Finish', 'Erledigt am', 'Date de fin', 'Fecha de cierre', 'Data chiusura', 'Data zamknięcia'],
      work_type: ['WO Type', 'Auftragsart', 'Type de maintenance', 'Tipo de mantenimiento', 'Tipo di manutenzione', 'Rodzaj pracy'],
    },
    numeric: [],
    dates: ['created_date', 'due_date', 'completed_date'],
  },
  {
    name: 'assets',
    digest: '58129435f04a',
    dataset: 'maintenance.assets',
    totals: {},
    rows: 10,
    noTotals: true,
    heads: {
      Name: ['Asset Name', 'Bezeichnung', 'Nom', 'Nombre', 'Nome', 'Nazwa'],
      Description: ['Details', 'Beschreibung', 'Description', 'Descripción', 'Descrizione', 'Opis'],
      'Parent Asset': ['Parent Equipment', 'Übergeordnete Anlage', 'Équipement parent', 'Activo padre', 'Asset padre', 'Urządzenie nadrzędne'],
      'Serial Number': ['Serial No.', 'Seriennummer', 'Numéro de série', 'Número de serie', 'Numero di serie', 'Numer seryjny'],
      Category: ['Asset Type', 'Kategorie', 'Catégorie', 'Categoría', 'Categoria', 'Kategoria'],
      Status: ['Condition', 'Zustand', 'État', 'Estado', 'Stato', 'Stan'],
    },
    numeric: [],
    dates: ['Warranty Expiry Date'],
  },
  {
    name: 'output of machines',
    digest: 'f30a1caeba2d',
    dataset: 'production.output',
    totals: { total: 10_900, stopMinutes: 5_786 },
    rows: 99,
    heads: {
      MachineID: ['Machine No', 'Maschinen-Nr.', 'N° machine', 'ID máquina', 'Codice macchina', 'Nr maszyny'],
      Output: ['Qty Produced', 'Ausbringung', 'Quantité produite', 'Cantidad producida', 'Quantità prodotta', 'Ilość wyprodukowana'],
      RuntimeHours: [
        'Run Time (h)',
        'Laufzeit (h)',
        'Temps de fonctionnement (h)',
        'Tiempo de funcionamiento (h)',
        'Tempo di funzionamento [h]',
        'Czas pracy (h)',
      ],
      DowntimeMin: ['Downtime (min)', 'Stillstand (min)', "Temps d'arrêt (min)", 'Tiempo de parada (min)', 'Fermo (min)', 'Przestój (min)'],
    },
    numeric: ['Output', 'RuntimeHours', 'DowntimeMin', 'TemperatureC', 'PressureBar', 'QualityFlag'],
    dates: ['Date'],
  },
  {
    name: 'budget',
    digest: '73e704d2b010',
    dataset: 'budget.lines',
    totals: { amount: 490_368_458.85 },
    rows: 1000,
    heads: {
      cost_id: ['Account No', 'Kostenart', 'Compte', 'Cuenta', 'Conto', 'Konto'],
      budget: ['Planned Amount', 'Plankosten', 'Montant budgété', 'Presupuesto', 'Importo preventivo', 'Budżet'],
      date: ['Budget Date', 'Datum', 'Date', 'Fecha', 'Data', 'Data'],
    },
    numeric: ['budget'],
    dates: ['date'],
  },
  {
    name: 'costs',
    digest: '3e5444a8e91e',
    dataset: 'budget.actuals',
    totals: { amount: 503_808_080.74 },
    rows: 1000,
    heads: {
      cost_id: ['GL Account', 'Kosten-ID', 'ID coût', 'ID coste', 'ID costo', 'ID kosztu'],
      cost: ['Actual Cost', 'Istkosten', 'Coût réel', 'Coste real', 'Costo effettivo', 'Koszt rzeczywisty'],
      date: ['Posting Date', 'Buchungsdatum', 'Date comptable', 'Fecha contable', 'Data registrazione', 'Data księgowania'],
    },
    numeric: ['cost'],
    dates: ['date'],
  },
  {
    name: 'hours',
    digest: 'ab73a7eaa683',
    dataset: 'staffing.timecards',
    constants: { date: '2026-10-31' },
    totals: { regularHours: 22_268, overtimeHours: 4_676 },
    rows: 500,
    heads: {
      Employee_ID: ['Emp No', 'Personalnummer', 'Matricule', 'Nº empleado', 'Matricola', 'Nr pracownika'],
      Name: ['Employee Name', 'Name', 'Nom', 'Nombre', 'Nome', 'Nazwisko'],
      Department: ['Dept', 'Abteilung', 'Département', 'Departamento', 'Reparto', 'Dział'],
      Shift: ['Shift Name', 'Schicht', 'Équipe', 'Turno', 'Turno', 'Zmiana'],
      Hours_Worked: ['Regular Hours', 'Geleistete Stunden', 'Heures travaillées', 'Horas trabajadas', 'Ore lavorate', 'Przepracowane godziny'],
      Overtime_Hours: ['OT Hours', 'Überstunden', 'Heures supplémentaires', 'Horas extra', 'Straordinario (ore)', 'Nadgodziny'],
    },
    numeric: ['Hours_Worked', 'Overtime_Hours'],
    dates: [],
  },
  {
    name: 'a log',
    digest: '9b1cee6f9cb9',
    dataset: 'readings.points',
    totals: { Usage_kWh: 959_636.71 },
    rows: 35_040,
    noTotals: true,
    long: true,
    heads: { date: ['Timestamp', 'Zeitstempel', 'Horodatage', 'Fecha y hora', 'Data e ora', 'Znacznik czasu'] },
    numeric: [
      'Usage_kWh',
      'Lagging_Current_Reactive.Power_kVarh',
      'Leading_Current_Reactive_Power_kVarh',
      'CO2(tCO2)',
      'Lagging_Current_Power_Factor',
      'Leading_Current_Power_Factor',
      'NSM',
    ],
    dates: ['date'],
  },
];

const languages = ['renamed in English', 'German', 'French', 'Spanish', 'Italian', 'Polish'] as const;

interface Change {
  language?: number;
  reverse?: boolean;
  comma?: boolean;
  titles?: boolean;
  total?: string;
}

const files = new Map<string, ReadFile>();

async function original(layout: Layout): Promise<{ head: string[]; rows: Cell[][] }> {
  const file = files.get(layout.digest) ?? (await readBytes(sampleBytes(sampleByDigest(layout.digest).path)));
  files.set(layout.digest, file);
  const [first, ...rest] = file.sheets[0]?.rows ?? [];
  return { head: (first?.cells ?? []).map((cell) => cellText(cell)), rows: rest.map((row) => row.cells) };
}

/** Writes the table anew as delimited text, changed. */
async function changed(layout: Layout, change: Change): Promise<Buffer> {
  const { head, rows } = await original(layout);
  const order = head.map((_, index) => index);
  if (change.reverse) order.reverse();
  const titleOf = (text: string): string => (change.language === undefined ? text : (layout.heads[text]?.[change.language] ?? text));
  const comma = change.comma === true;
  const print = (cell: Cell, header: string): string => {
    const text = cellText(cell ?? null);
    return comma && layout.numeric.includes(header) && typeof cell !== 'object'
      ? text.replace('.', ',')
      : comma && layout.dates.includes(header)
        ? dotted(text)
        : text;
  };
  const lines: string[][] = [];
  if (change.titles) lines.push(['Plant report', '', ''], ['Printed on 2026-11-22', '', ''], ['']);
  lines.push(order.map((index) => titleOf(head[index] ?? '')));
  for (const cells of rows) lines.push(order.map((index) => print(cells[index] ?? null, head[index] ?? '')));
  if (change.total !== undefined) {
    lines.push(totalLine({ layout, head, rows, order }, { label: change.total, comma }));
  }
  const separator = comma ? ';' : ',';
  return Buffer.from(
    lines.map((line) => line.map((text) => (/[",;\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(separator)).join('\r\n'),
    'utf8',
  );
}

function totalLine(table: { layout: Layout; head: string[]; rows: Cell[][]; order: number[] }, print: { label: string; comma: boolean }): string[] {
  let labelled = false;
  return table.order.map((index) => {
    const header = table.head[index] ?? '';
    if (!table.layout.numeric.includes(header)) {
      const label = labelled ? '' : print.label;
      labelled = true;
      return label;
    }
    const sum = table.rows.reduce((total, cells) => total + Number(cellText(cells[index] ?? null) || 0), 0);
    const text = String(Number(sum.toFixed(6)));
    return print.comma ? text.replace('.', ',') : text;
  });
}

// The sample's own dates, printed with dots: 2026-05-01 and 01/05/2026 both become 01.05.2026.
function dotted(text: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(.*)$/u.exec(text);
  if (iso) return `${iso[3] ?? ''}.${iso[2] ?? ''}.${iso[1] ?? ''}${iso[4] ?? ''}`;
  return text.replace(/^(\d{2})\/(\d{2})\/(\d{4})/u, '$1.$2.$3');
}

async function run(layout: Layout, change: Change): Promise<Interpreted> {
  return interpretBytes(await changed(layout, change), { fileName: 'export.csv', constants: layout.constants ?? {} });
}

function expectControls(layout: Layout, out: Interpreted): void {
  const [report] = out.reports;
  expect({ dataset: report?.dataset, status: report?.status, fault: report?.fault?.message, rows: report?.rows }).toEqual({
    dataset: layout.dataset,
    status: 'ready',
    fault: undefined,
    rows: { read: layout.rows, rejected: 0 },
  });
  for (const [name, sum] of Object.entries(layout.totals)) expect(report?.totals[name]).toBeCloseTo(sum, 2);
}

describe.skipIf(!samplesPresent)(`variants of real layouts${samplesPresent ? '' : ' (skipped: samples not present)'}`, () => {
  for (const layout of layouts) {
    describe(layout.name, () => {
      languages.forEach((language, index) => {
        if (layout.long && index !== 2) return;
        it(`${language}, columns reversed`, async () => expectControls(layout, await run(layout, { language: index, reverse: true })));
      });
      if (!layout.long) it('decimal comma, semicolons, dates with dots', async () => expectControls(layout, await run(layout, { comma: true })));
      it('German with decimal comma, title rows', async () => expectControls(layout, await run(layout, { language: 1, comma: true, titles: true })));
      if (!layout.long) it('title rows above the head', async () => expectControls(layout, await run(layout, { titles: true })));
      if (layout.noTotals) return;
      for (const label of ['Total', 'Gesamtsumme', 'Total général', 'Suma', 'Totale', 'Razem', 'Toplam', 'Yhteensä', '']) {
        it(`a total row “${label}”`, async () => {
          const out = await run(layout, { total: label });
          expectControls(layout, out);
          expect(out.reports[0]?.problemCounts['total-row']).toBe(1);
        });
      }
    });
  }

  it('keeps the words and dates of work orders through every variant', async () => {
    const layout = layouts[0];
    if (!layout) throw new Error('no layout');
    for (const change of [{}, { language: 1, reverse: true }, { language: 4, titles: true }, { comma: true }]) {
      const { blocks } = await run(layout, change);
      const statuses = valuesOf(blocks, 'status');
      const count = (word: string): number => statuses.filter((status) => status === word).length;
      expect([count('onHold'), count('inProgress'), count('open'), count('done')]).toEqual([5, 5, 4, 1]);
      expect(valuesOf(blocks, 'dueDate')[0]).toBe('2025-08-08');
    }
  });
});
