/**
 * What `import … from 'electron'` finds in the stand-in's main process. A named import of anything else fails when the module is linked:
 * that, too, is throwing by name.
 */
export { app } from './app.ts';
export { StandInWindow as BrowserWindow, webContents } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { StandInMenu as Menu, StandInMenuItem as MenuItem } from './menu.ts';
export { protocol, session } from './session.ts';
export { dialog, net, screen, shell } from './system-parts.ts';
export { utilityProcess } from './utility-process.ts';
