/** The files of the repository as git knows them: tracked, or new and not ignored; without those just removed. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(file)).sort();
}
