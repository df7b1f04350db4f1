/** The figures an import moves, before and after: what the preview's “What these figures become” shows. */
import type { TableReport } from '../../shared/intake/interpretation.ts';
import type { FigureReader } from '../intake/apply.ts';
import type { ReadDb } from '../store/database.ts';
import { datasetNamed } from '../../shared/areas/catalog.ts';
import { rowOf } from '../store/database.ts';
import { resolvePlant } from '../store/plants.ts';

const durationPerUnit = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Sums of every measure over the file's period, and the number of facts, per dataset. */
export function figureReader(db: ReadDb): FigureReader {
  return (plant, reports) => reports.flatMap((report) => figuresOf(db, plant, report));
}

function figuresOf(db: ReadDb, plant: string, report: TableReport) {
  const dataset = report.dataset === null ? null : datasetNamed(report.dataset);
  if (!dataset) return [];
  const minorDigits = resolvePlant(db, plant).minorDigits;
  const dateColumn = dataset.fields.find((field) => field.name === dataset.dateField)?.column;
  const ranged = dateColumn && report.period;
  const where = `plant_code = ? and superseded_by is null${ranged ? ` and ${dateColumn} >= ? and ${dateColumn} <= ?` : ''}`;
  const parameters = ranged ? [plant, report.period?.from ?? '', `${report.period?.to ?? ''}T99`] : [plant];
  // What is counted in several units has no one figure.
  const measures = dataset.fields.filter((field) => field.measure && field.per === undefined);
  const sums = measures.map((field) => `, sum(${field.column}) as ${field.name}`).join('');
  const row = rowOf<Record<string, number | null>>(db.get(`select count(*) as facts${sums} from ${dataset.table} where ${where}`, parameters)) ?? {};
  const counted = { label: `${dataset.label}: rows`, after: row['facts'] ?? null, unit: '', decimals: 0 };
  return [
    counted,
    ...measures
      .filter((field) => report.totals[field.name] !== undefined)
      .map((field) => {
        const stored = row[field.name] ?? null;
        if (stored === null) return { label: `${dataset.label}: ${field.label}`, after: null, unit: field.unit ?? '', decimals: 0 };
        if (field.type === 'money') return { label: `${dataset.label}: ${field.label}`, after: stored / 10 ** minorDigits, unit: '', decimals: minorDigits };
        if (field.type === 'duration' && field.unit) {
          return { label: `${dataset.label}: ${field.label}`, after: stored / durationPerUnit[field.unit], unit: field.unit, decimals: 1 };
        }
        return { label: `${dataset.label}: ${field.label}`, after: stored, unit: '', decimals: 0 };
      }),
  ];
}
