/** An OpenDocument spreadsheet (.ods) → its sheets in order. Macros, links, charts and notes are not looked at. */
import { Fault } from '../../../../shared/faults.ts';
import type { ReadFile } from '../../../../shared/intake/cells.ts';
import { betweenBlocks, nothingSpent, type ReadHooks } from '../hooks.ts';
import { findPart, onOpen, scanPart } from '../xlsx/part.ts';
import { damaged, openZip, type Zip } from '../zip.ts';
import { ContentHandler } from './content.ts';
import { OdsStyles } from './styles.ts';

/** Faults: file-corrupt, file-encrypted, file-too-large, cancelled. */
export async function readOds(bytes: Buffer, hooks: ReadHooks): Promise<ReadFile> {
  const spent = hooks.spent ?? nothingSpent();
  const zip = openZip(bytes, spent);
  await refuseEncrypted(zip);
  const content = findPart(zip, 'content.xml');
  if (!content) throw damaged('its part content.xml is missing');
  const styles = new OdsStyles();
  const shared = findPart(zip, 'styles.xml');
  if (shared) await scanPart(zip, shared, onOpenStyles(styles));
  const handler = new ContentHandler(styles, spent);
  await scanPart(zip, content, handler, (share) => betweenBlocks(hooks, Math.round(Math.min(share, 1) * bytes.length), bytes.length));
  return { kind: 'ods', encoding: null, delimiter: null, sheets: handler.sheets };
}

function onOpenStyles(styles: OdsStyles): ReturnType<typeof onOpen> {
  return onOpen((name, scanner) => {
    styles.open(name, scanner);
  });
}

async function refuseEncrypted(zip: Zip): Promise<void> {
  const manifest = findPart(zip, 'meta-inf/manifest.xml');
  if (!manifest) return;
  await scanPart(
    zip,
    manifest,
    onOpen((name) => {
      if (name === 'encryption-data')
        throw new Fault('file-encrypted', 'The file is protected by a password: open it in LibreOffice, save it without one (File › Save As) and import that.');
    }),
  );
}
