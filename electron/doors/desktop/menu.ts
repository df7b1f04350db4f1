/** The application menu. Its commands go to a page of the renderer; what happens there is the renderer's. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuCommands {
  /** Shows a page of the renderer by its route. */
  goTo: (route: string) => void;
  development: boolean;
}

/** The routes of the renderer that the menu and a second start go to. */
export const routes = { intake: '/intake', packs: '/packs', settings: '/settings' } as const;

export function setMenu(commands: MenuCommands): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(commands)));
}

function template({ goTo, development }: MenuCommands): MenuItemConstructorOptions[] {
  const page = (id: string, label: string, route: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => {
      goTo(route);
    },
  });
  return [
    {
      label: '&File',
      submenu: [
        { ...page('import', '&Import…', routes.intake), accelerator: 'CmdOrCtrl+O' },
        { ...page('make-monthly-pack', 'Make monthly &pack…', routes.packs), accelerator: 'CmdOrCtrl+Shift+P' },
        { type: 'separator' },
        { id: 'quit', label: '&Quit', role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(development ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] satisfies MenuItemConstructorOptions[]) : []),
      ],
    },
    { label: '&Help', role: 'help', submenu: [page('settings', '&About and diagnostics', routes.settings)] },
  ];
}
