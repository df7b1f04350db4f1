/**
 * Files that came from outside the page: dropped on the icon, or given to a second start. The page asks for them with a request that waits;
 * only the newest question is answered, because a page that was reloaded has left its old one behind.
 */
import type { UploadedFile } from './upload-path.ts';

export class OpenedFiles {
  private readonly waiting: UploadedFile[] = [];
  private answer: ((files: UploadedFile[]) => void) | null = null;

  add(files: UploadedFile[]): void {
    this.waiting.push(...files);
    this.settle();
  }

  /** Resolves when there are files; with none when a later question takes over. */
  next(): Promise<UploadedFile[]> {
    this.answer?.([]);
    return new Promise((resolve) => {
      this.answer = resolve;
      this.settle();
    });
  }

  private settle(): void {
    if (!this.answer || this.waiting.length === 0) return;
    this.answer(this.waiting.splice(0));
    this.answer = null;
  }
}
