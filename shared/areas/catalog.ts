/** Every dataset of the house, by name: the one list that recognition, the store and help walk through. */
import type { Dataset } from '../intake/dataset.ts';
import { budgetAccounts, budgetActuals, budgetCommitments, budgetLines, budgetProjects, budgetStandards } from './budget/datasets.ts';
import { complianceAudits, complianceIncidents, compliancePermits } from './compliance/datasets.ts';
import { inventoryReceipts, inventoryStock } from './inventory/datasets.ts';
import { maintenanceAssets, maintenancePlans, maintenanceWorkOrders } from './maintenance/datasets.ts';
import { productionDowntime, productionOrders, productionOutput, productionProducts } from './production/datasets.ts';
import { qualityInspections, qualityMeasurements } from './quality/datasets.ts';
import { readingsPoints } from './readings/datasets.ts';
import { staffingPeople, staffingRoster, staffingSkills, staffingTimecards } from './staffing/datasets.ts';

export const catalog: readonly Dataset[] = [
  productionOutput,
  productionDowntime,
  productionOrders,
  productionProducts,
  qualityInspections,
  qualityMeasurements,
  budgetAccounts,
  budgetLines,
  budgetActuals,
  budgetCommitments,
  budgetStandards,
  budgetProjects,
  staffingTimecards,
  staffingPeople,
  staffingSkills,
  staffingRoster,
  maintenanceAssets,
  maintenanceWorkOrders,
  maintenancePlans,
  inventoryStock,
  inventoryReceipts,
  compliancePermits,
  complianceAudits,
  complianceIncidents,
  readingsPoints,
];

export function datasetNamed(name: string): Dataset | null {
  return catalog.find((dataset) => dataset.name === name) ?? null;
}
