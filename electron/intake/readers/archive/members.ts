/** The names of an archive's members: which are no data of the user's, and how a name is shown. */

const systemNames = /^(\.ds_store|thumbs\.db|desktop\.ini)$/i;

/** Folders, and what macOS, Windows and Excel leave behind beside the files. */
export function isBesideTheData(name: string): boolean {
  const steps = name.split('/');
  const last = steps.at(-1) ?? '';
  return last === '' || steps.some((step) => step.toLowerCase() === '__macosx') || systemNames.test(last) || last.startsWith('._') || last.startsWith('~$');
}

/**
 * A member's path without what could lead anywhere or deceive the eye: drives, steps upwards, control and direction-changing characters,
 * dots and spaces at the end. At most 120 characters, the end kept: that is where the name is.
 */
export function cleanName(name: string): string {
  const steps = name
    .replaceAll('\\', '/')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .map((step) => step.replace(/[. ]+$/, '').trim())
    .filter((step) => step !== '');
  const clean = steps.join('/').replaceAll(':', '_');
  if (clean === '') return 'unnamed';
  return clean.length > 120 ? `…${clean.slice(-119)}` : clean;
}
