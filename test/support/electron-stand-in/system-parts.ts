/** `dialog`, `shell`, `screen`, `net`: a dialog throws until a test says what the user answers; the shell writes down what it was asked. */
import { notProvided, strict } from './not-provided.ts';

const unanswered = (name: string) => () =>
  Promise.reject(new Error(`electron stand-in: dialog.${name} was called; answer it first with app.evaluate(({ dialog }) => { dialog.${name} = … })`));

export const dialog = strict('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}: ${content}\n`);
  },
});

const asked: { verb: string; target: string }[] = [];

export const shell = strict('shell', {
  /** Not Electron's: what was asked, for tests. */
  asked,
  openPath(target: string): Promise<string> {
    asked.push({ verb: 'openPath', target });
    return Promise.resolve('');
  },
  showItemInFolder(target: string): void {
    asked.push({ verb: 'showItemInFolder', target });
  },
});

const display = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1 };

export const screen = strict('screen', { getPrimaryDisplay: () => display, getAllDisplays: () => [display] });

export const net = strict('net', { fetch: () => notProvided('net.fetch') });
