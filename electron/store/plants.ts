/** Plants: which one a call means, and creating the first. */
import { Fault } from '../../shared/faults.ts';
import { rowOf, rowsOf, type ReadDb, type WriteDb } from './database.ts';

export interface Plant {
  code: string;
  name: string;
  currency: string;
  minorDigits: number;
  fiscalStartMonth: number;
}

const selectPlant = `select plant_code as code, name, currency, minor_digits as minorDigits, fiscal_start_month as fiscalStartMonth from plant`;

export function listPlants(db: ReadDb): Plant[] {
  return rowsOf<Plant>(db.all(`${selectPlant} order by plant_code`));
}

/** The named plant, else the store's only one. Fault unknown-plant when there is none such, or several and no name. */
export function resolvePlant(db: ReadDb, code: string | undefined): Plant {
  const plant = findPlant(db, code);
  if (plant) return plant;
  if (code === undefined) return { code: 'MAIN', name: 'MAIN', currency: 'USD', minorDigits: 2, fiscalStartMonth: 1 };
  throw new Fault('unknown-plant', `plant: expected one of ${listedPlants(db)}, found “${code}”; name a plant that exists.`);
}

/** The plant an import goes to: as named (created if new), else the only one, else MAIN in an empty store. */
export function plantForImport(db: ReadDb, code: string | undefined): string {
  if (code !== undefined) return code;
  return findPlant(db, undefined)?.code ?? 'MAIN';
}

export function createPlant(db: WriteDb, code: string, createdAt: string): void {
  db.run('insert into plant (plant_code, name, created_at) values (?, ?, ?) on conflict do nothing', [code, code, createdAt]);
}

export function savePlant(db: WriteDb, plant: Plant): void {
  db.run(`update plant set name = @name, currency = @currency, minor_digits = @minorDigits, fiscal_start_month = @fiscalStartMonth where plant_code = @code`, {
    ...plant,
  });
}

function findPlant(db: ReadDb, code: string | undefined): Plant | null {
  if (code !== undefined) return rowOf<Plant>(db.get(`${selectPlant} where plant_code = ?`, [code])) ?? null;
  const plants = listPlants(db);
  if (plants.length > 1) {
    throw new Fault('unknown-plant', `plant: the store holds ${listedPlants(db)}, found no choice; name one with --plant CODE.`);
  }
  return plants[0] ?? null;
}

function listedPlants(db: ReadDb): string {
  const codes = listPlants(db).map((plant) => plant.code);
  return codes.length > 0 ? codes.join(', ') : 'none yet';
}
