/** The views of Intake and their addresses. */
export const intakeTabs = [
  { id: 'import', label: 'Import' },
  { id: 'names', label: 'Names' },
  { id: 'profiles', label: 'Profiles' },
  { id: 'watch', label: 'Watch folders' },
  { id: 'history', label: 'History' },
  { id: 'data', label: 'Data' },
] as const;

export type IntakeTab = (typeof intakeTabs)[number]['id'];

/** The view a path names ("/intake/names"), else the first. */
export function tabAt(path: string): IntakeTab {
  const named = path.split('/')[2];
  return intakeTabs.find(({ id }) => id === named)?.id ?? 'import';
}

export function tabPath(tab: IntakeTab): string {
  return tab === 'import' ? '/intake' : `/intake/${tab}`;
}
