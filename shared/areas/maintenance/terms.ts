/** The words of maintenance: how types and statuses are called, its target, and what its figures mean. */
import type { Term } from '../term.ts';

export const workTypeLabels: Readonly<Record<string, string>> = {
  corrective: 'corrective',
  emergency: 'emergency',
  preventive: 'preventive',
  predictive: 'predictive',
  inspection: 'inspection',
  calibration: 'calibration',
  modification: 'modification',
  safety: 'safety',
  other: 'other',
};

export const statusLabels: Readonly<Record<string, string>> = {
  requested: 'requested',
  open: 'open',
  reopened: 'reopened',
  inProgress: 'in progress',
  onHold: 'on hold',
  done: 'done',
  closed: 'closed',
  cancelled: 'cancelled',
};

/** Share of preventive orders that should be done by their due date, ratio. Source: SMRP 5.4.14, best in class 90 % and more. */
export const pmComplianceTarget = 0.9;

const smrp = 'SMRP Best Practices';

export const maintenanceTerms: readonly Term[] = [
  {
    name: 'open',
    label: 'Open orders',
    unit: 'orders',
    definition: 'Orders not done, closed or cancelled at the end of the period, or today if that is earlier. The status word decides, not the completion date.',
    formula: 'count',
    source: smrp,
  },
  {
    name: 'overdue',
    label: 'Overdue',
    unit: 'orders',
    definition: 'Open orders whose due day has passed; the due day itself is not overdue.',
    formula: 'count',
    source: smrp,
  },
  {
    name: 'failures',
    label: 'Failures',
    unit: '',
    definition: 'Emergency orders, and corrective orders with downtime; cancelled ones are none.',
    formula: 'count',
    source: `${smrp} 3.5.1`,
  },
  {
    name: 'mtbfHours',
    label: 'MTBF',
    unit: 'h',
    definition: 'Mean operating time between failures; not defined without failures or without run time from production.',
    formula: 'operating time ÷ failures',
    source: `${smrp} 3.5.1`,
  },
  {
    name: 'mttrHours',
    label: 'Repair time (MTTR)',
    unit: 'h',
    definition: 'Mean time from stop to running again, over failures with a known time: downtime, else start to completion.',
    formula: 'repair time ÷ repairs',
    source: `${smrp} 3.5.2`,
  },
  {
    name: 'pmComplianceRatio',
    label: 'PM compliance',
    unit: '%',
    definition: 'Preventive orders due in the period that were done by their due date; the due day is on time. Undated and cancelled orders are left out.',
    formula: 'on time ÷ due',
    source: `${smrp} 5.4.14`,
  },
  {
    name: 'plannedRatio',
    label: 'Planned share',
    unit: '%',
    definition: 'Hours on preventive, predictive, inspection, calibration, modification and safety work.',
    formula: 'planned hours ÷ all hours of typed work',
    source: `${smrp} 5.3.1`,
  },
  {
    name: 'reactiveRatio',
    label: 'Reactive share',
    unit: '%',
    definition: 'Hours spent on failures.',
    formula: 'failure hours ÷ all hours of typed work',
    source: `${smrp} 5.4.1`,
  },
  {
    name: 'backlogHours',
    label: 'Backlog',
    unit: 'h',
    definition: 'Estimated hours of the open orders.',
    formula: 'Σ estimated hours',
    source: `${smrp} 5.4.9`,
  },
  {
    name: 'backlogWeeks',
    label: 'Backlog in weeks',
    unit: 'weeks',
    definition: 'Backlog against what the crew can work in a week; not defined while that is not known.',
    formula: 'backlog hours ÷ weekly capacity',
    source: `${smrp} 5.4.9`,
  },
  { name: 'ageing', label: 'Age', unit: 'd', definition: 'Days from creation to the as-of day.', formula: 'as-of − created', source: `${smrp} 5.4.6` },
];
