/**
 * Makes a folder shaped like an unpacked Electron for Windows, with nothing of Electron in it, so that packing runs where the
 * download is blocked: electron-builder renames the executable, writes its version resource and flips its fuses as usual.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ResEdit from 'resedit';

const english = 1033;
const utf16 = 1200;
// What @electron/fuses looks for in the executable: a sentinel, the version of the wire, its length, and one state a fuse.
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = ['0', '1', '0', '1', '1', '0', '0', '0', '1'];

export function makeFakeWindowsElectron(folder, electronPackage) {
  const { version } = JSON.parse(readFileSync(electronPackage, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, 'electron.exe'),
    Buffer.concat([executable(version), Buffer.from(fuseSentinel), Buffer.from([1, fuses.length]), Buffer.from(fuses.join(''))]),
  );
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'ffmpeg.dll', 'icudtl.dat', 'resources.pak']) writeFileSync(join(folder, name), 'made up');
  for (const language of ['en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), 'made up');
}

function executable(version) {
  const exe = ResEdit.NtExecutable.createEmpty(false, false);
  const resources = ResEdit.NtExecutableResource.from(exe);
  const info = ResEdit.Resource.VersionInfo.createEmpty();
  info.lang = english;
  info.setFileVersion(`${version}.0`, english);
  info.setProductVersion(`${version}.0`, english);
  info.setStringValues(
    { lang: english, codepage: utf16 },
    {
      ProductName: 'Electron',
      FileDescription: 'Electron',
      OriginalFilename: 'electron.exe',
      CompanyName: 'made up',
      LegalCopyright: 'made up',
      InternalName: 'electron.exe',
    },
  );
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(exe);
  return Buffer.from(exe.generate());
}
