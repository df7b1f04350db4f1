/** What staffing can import: time-clock hours. */
import type { Dataset } from '../../intake/dataset.ts';
import {
  absenceHoursAliases,
  departmentAliases,
  employeeAliases,
  hoursAliases,
  laborCostAliases,
  lineAliases,
  nameAliases,
  overtimeHoursAliases,
  payCodeAliases,
  plannedHoursAliases,
  regularHoursAliases,
  roleAliases,
  shiftAliases,
  workDateAliases,
} from './aliases.ts';
import { payCodeWords } from './words.ts';

const timeSums = ['planned_ms', 'regular_ms', 'overtime_ms', 'absence_ms', 'labor_cost_minor'];

export const staffingTimecards: Dataset = {
  name: 'staffing.timecards',
  area: 'staffing',
  label: 'Timecards',
  oneRowIs: 'an employee’s hours on a date under a pay code',
  table: 'time_entry',
  fields: [
    { name: 'employee', column: 'employee_code', type: 'code', label: 'Employee', names: 'employee', aliases: employeeAliases },
    { name: 'name', column: 'employee_name', type: 'text', label: 'Name', aliases: nameAliases },
    { name: 'date', column: 'work_date', type: 'date', label: 'Date', aliases: workDateAliases },
    { name: 'department', column: 'department_code', type: 'code', label: 'Department', aliases: departmentAliases },
    { name: 'line', column: 'line_code', type: 'code', label: 'Line', names: 'line', aliases: lineAliases },
    { name: 'shift', column: 'shift_code', type: 'code', label: 'Shift', aliases: shiftAliases },
    { name: 'role', column: 'role', type: 'text', label: 'Role', aliases: roleAliases },
    {
      name: 'payCode',
      column: 'pay_code',
      rawColumn: 'pay_code_text',
      type: 'word',
      label: 'Pay code',
      aliases: payCodeAliases,
      words: payCodeWords,
    },
    { name: 'plannedHours', column: 'planned_ms', type: 'duration', unit: 'h', label: 'Planned hours', measure: false, aliases: plannedHoursAliases },
    { name: 'regularHours', column: 'regular_ms', type: 'duration', unit: 'h', label: 'Regular hours', measure: true, aliases: regularHoursAliases },
    {
      name: 'overtimeHours',
      column: 'overtime_ms',
      type: 'duration',
      unit: 'h',
      label: 'Overtime hours',
      measure: true,
      good: 'down',
      aliases: overtimeHoursAliases,
    },
    {
      name: 'absenceHours',
      column: 'absence_ms',
      type: 'duration',
      unit: 'h',
      label: 'Absence hours',
      measure: true,
      good: 'down',
      aliases: absenceHoursAliases,
    },
    /** Hours of a long file (one row a pay code); the pay code says which measure they are. */
    { name: 'hours', column: 'hours_ms', type: 'duration', unit: 'h', label: 'Hours', aliases: hoursAliases },
    { name: 'laborCost', column: 'labor_cost_minor', type: 'money', label: 'Labor cost', aliases: laborCostAliases },
  ],
  key: ['employee', 'date', 'payCode'],
  requires: [['employee'], ['date'], ['regularHours', 'overtimeHours', 'absenceHours', 'hours']],
  sameKey: 'group',
  dateField: 'date',
  rollUp: {
    table: 'time_day',
    grain: 'day',
    bucket: 'work_date',
    dimensions: ['department_code', 'line_code', 'shift_code'],
    sums: timeSums,
  },
  furtherRollUps: [
    { table: 'time_month', grain: 'month', bucket: 'work_month', dimensions: ['department_code', 'line_code', 'shift_code'], sums: timeSums, fromFinest: true },
  ],
  wide: null,
  evidence: { atLeast: 1, of: ['employee', 'payCode', 'regularHours', 'overtimeHours', 'absenceHours', 'hours', 'plannedHours'] },
  standIns: { employee: 'name' },
};
