/** What codes of national SAF-T files mean where their authority says so. */
import { fold } from '../../../../shared/kit/fold.ts';

// Source: Norwegian Tax Administration, General Ledger Standard Accounts (NS 4102): the class is the first digit.
const norwegianClasses: Readonly<Record<string, string>> = {
  1: 'balance sheet',
  2: 'balance sheet',
  3: 'revenue',
  4: 'material',
  5: 'payroll',
  6: 'other cost',
  7: 'other cost',
};

/** A word for the account's type; '' where the country's chart leaves it open (class 8: financial items, taxes, allocations). */
export function accountType(country: string, standardAccount: string, account: string): string {
  if (country.toUpperCase() !== 'NO') return '';
  const code = standardAccount === '' ? account : standardAccount;
  return /^\d{2,4}$/u.test(code) ? (norwegianClasses[code.charAt(0)] ?? '') : '';
}

const costCenterWords =
  /avdeling|kostnadssted|kostnadsbar|afdeling|kostenstelle|kostenplaats|cost cent|department|centro de c|centre de co|centru de cost|mpk|kastu viet|kasta|osakond|kustannuspaikka|avdelning|kostnadsstalle/u;

/** Whether the description of an analysis type names departments or cost centers. */
export function isCostCenterKind(description: string): boolean {
  return costCenterWords.test(fold(description));
}
