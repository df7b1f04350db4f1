/** `Menu` and `MenuItem`: built and clicked, never drawn. A role does what it says only where a test could tell: `quit`. */
import { app } from './app.ts';
import { StandInWindow } from './browser-window.ts';
import { preventable } from './events.ts';
import { notProvided } from './not-provided.ts';

interface ItemOptions {
  id?: string;
  label?: string;
  role?: string;
  type?: string;
  accelerator?: string;
  submenu?: ItemOptions[];
  click?: (item: StandInMenuItem, window: StandInWindow | undefined, event: unknown) => void;
}

export class StandInMenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: StandInMenu | undefined;
  private readonly act: ItemOptions['click'];

  constructor(options: ItemOptions) {
    this.id = options.id;
    this.label = options.label ?? options.role ?? '';
    this.role = options.role;
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator;
    this.submenu = options.submenu && StandInMenu.buildFromTemplate(options.submenu);
    this.act = options.click;
  }

  click(): void {
    if (this.act) this.act(this, StandInWindow.getAllWindows()[0], preventable({}));
    else if (this.role === 'quit') app.quit();
    else notProvided(`the menu role ${String(this.role)}`);
  }
}

export class StandInMenu {
  private static current: StandInMenu | null = null;
  readonly items: StandInMenuItem[] = [];

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  static buildFromTemplate(template: ItemOptions[]): StandInMenu {
    const menu = new StandInMenu();
    menu.items.push(...template.map((options) => new StandInMenuItem(options)));
    return menu;
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.current = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.current;
  }
}
