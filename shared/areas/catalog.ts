/** Every dataset of the house, by name: the one list that recognition, the store and help walk through. */
import type { Dataset } from '../intake/dataset.ts';
import { budgetAccounts, budgetActuals, budgetLines } from './budget/datasets.ts';
import { maintenanceAssets, maintenanceWorkOrders } from './maintenance/datasets.ts';
import { productionDowntime, productionOutput } from './production/datasets.ts';
import { readingsPoints } from './readings/datasets.ts';
import { staffingTimecards } from './staffing/datasets.ts';

export const catalog: readonly Dataset[] = [
  productionOutput,
  productionDowntime,
  budgetAccounts,
  budgetLines,
  budgetActuals,
  staffingTimecards,
  maintenanceAssets,
  maintenanceWorkOrders,
  readingsPoints,
];

export function datasetNamed(name: string): Dataset | null {
  return catalog.find((dataset) => dataset.name === name) ?? null;
}
