/** The pages of the house, in the order of the rail. */
export const pages = [
  { path: '/', id: 'today', label: 'Today', place: 'top' },
  { path: '/production', id: 'production', label: 'Production', place: 'top' },
  { path: '/budget', id: 'budget', label: 'Budget', place: 'top' },
  { path: '/staffing', id: 'staffing', label: 'Staffing', place: 'top' },
  { path: '/maintenance', id: 'maintenance', label: 'Maintenance', place: 'top' },
  { path: '/intake', id: 'intake', label: 'Intake', place: 'bottom' },
  { path: '/packs', id: 'packs', label: 'Packs', place: 'bottom' },
  { path: '/settings', id: 'settings', label: 'Settings', place: 'bottom' },
] as const;

export type PageId = (typeof pages)[number]['id'];

export function pageAt(path: string): PageId {
  return pages.find((page) => page.path === path || (page.path !== '/' && path.startsWith(`${page.path}/`)))?.id ?? 'today';
}
