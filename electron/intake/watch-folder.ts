/**
 * One watched folder for as long as it is watched: list, wait until files stop changing, take each, again. Listings are the truth,
 * announcements only shorten the wait; a share that is away is asked for quietly until it is back.
 */
import type { CoreContext } from '../core/context.ts';
import { listenTo, silence, type Announcements } from './watch-announcements.ts';
import { isRemote, listFolder, type FoundFile } from './watch-listing.ts';
import { Stability } from './watch-stability.ts';
import { forgetFile, knownFiles, setFolderState, type FolderState, type KnownFile, type WatchFolder } from './watch-store.ts';
import { settleLocked, takeFile } from './watch-take.ts';

export interface WatchPace {
  /** A file is ready when it has not changed for so long. */
  quietMs: number;
  /** Between two listings while a file is changing. */
  pollMs: number;
  /** A file that seems to break off is taken after so long without a change. */
  patienceMs: number;
  /** Between listings of a folder that announces its changes. */
  safetyMs: number;
  /** Between listings of one that doesn't, and of one that is away. */
  sharedMs: number;
  /** A file held by another program is shown as locked after this. */
  lockedMs: number;
}

export const watchPace: WatchPace = { quietMs: 600, pollMs: 250, patienceMs: 6_000, safetyMs: 10_000, sharedMs: 3_000, lockedMs: 10_000 };

/** Runs one piece of work at a time, across all folders. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

export interface FolderParts {
  context: CoreContext;
  pace: WatchPace;
  oneAtATime: OneAtATime;
}

export class FolderWatch {
  readonly folder: WatchFolder;
  private readonly parts: FolderParts;
  private readonly stability: Stability;
  private readonly lockedSince = new Map<string, number>();
  /** How a file that seemed to break off looked: it is not copied again until it changes or patience ends. */
  private readonly brokenOff = new Map<string, string>();
  private announcements: Announcements = silence;
  private identity = '';
  /** Something was announced since the last look began. */
  private isHinted = false;
  /** The last look left something to do: what the next one finds needs no announcement. */
  private isExpecting = true;
  /** A change was found that nobody had announced. */
  private isUnheard = false;
  private isSilent = false;
  private wake: (() => void) | null = null;

  constructor(folder: WatchFolder, parts: FolderParts) {
    this.folder = folder;
    this.parts = parts;
    this.stability = new Stability(parts.pace.quietMs);
  }

  /** Something may have changed: look now. */
  hint(): void {
    this.isHinted = true;
    this.wake?.();
  }

  /** Runs until the context's signal is aborted. */
  async run(): Promise<void> {
    const { signal, log } = this.parts.context;
    this.isSilent = await isRemote(this.folder.path);
    const onAbort = (): void => {
      this.hint();
    };
    const isEnding = (): boolean => signal.aborted;
    signal.addEventListener('abort', onAbort);
    try {
      while (!isEnding()) {
        let waitMs = this.parts.pace.sharedMs;
        try {
          waitMs = await this.round();
        } catch (error) {
          if (!isEnding()) log.error('watch', error); // the next round tries again
        }
        await this.pause(waitMs);
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.announcements.end();
    }
  }

  /** One look at the folder; answers after how long to look again. */
  private async round(): Promise<number> {
    const { context, pace } = this.parts;
    const isHinted = this.isHinted;
    const isExpecting = this.isExpecting;
    this.isHinted = false;
    const listing = await listFolder(this.folder);
    if (listing.state !== 'listed') {
      this.announcements.end();
      this.announcements = silence;
      this.identity = '';
      this.say(listing.state);
      return pace.sharedMs;
    }
    this.listen(listing.identity);
    const known = knownFiles(context.reading, this.folder.folder);
    this.forgetGone(known, listing.files);
    const open = listing.files.filter((file) => file.size > 0 && needsWork(file, known.get(file.relativePath)));
    this.noteUnheard({ isHinted, isExpecting, hasOpen: open.length > 0 });
    this.say(this.isListening() ? 'watched' : 'polled');
    const now = monotonicMs();
    const ready = this.stability.settled(open, now).filter((file) => !this.isBrokenOff(file, now));
    ready.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.relativePath < b.relativePath ? -1 : 1)); // an older export must not replace a newer one
    const left = new Set(open.map((file) => file.relativePath));
    for (const found of ready) {
      if (context.signal.aborted) return 0;
      if (await this.take(found, known.get(found.relativePath) ?? null)) left.delete(found.relativePath);
    }
    this.isExpecting = left.size > 0;
    if ([...left].some((path) => !this.isLongLocked(path))) return pace.pollMs;
    return left.size > 0 || !this.isListening() ? pace.sharedMs : pace.safetyMs;
  }

  /** Answers whether the file is dealt with. */
  private async take(found: FoundFile, known: KnownFile | null): Promise<boolean> {
    const { context, pace, oneAtATime } = this.parts;
    const isPatient = this.stability.quietFor(found, monotonicMs()) >= pace.patienceMs;
    const taken = await oneAtATime(() => takeFile(context, { folder: this.folder, found, known, isPatient }));
    if (taken === 'unfinished') this.brokenOff.set(found.relativePath, looksOf(found));
    else this.brokenOff.delete(found.relativePath);
    if (taken !== 'locked') {
      this.lockedSince.delete(found.relativePath);
      return taken !== 'unfinished';
    }
    const since = this.lockedSince.get(found.relativePath) ?? monotonicMs();
    this.lockedSince.set(found.relativePath, since);
    if (known?.state !== 'locked' && this.isLongLocked(found.relativePath)) settleLocked(context, this.folder, found);
    return false;
  }

  private isLongLocked(path: string): boolean {
    const since = this.lockedSince.get(path);
    return since !== undefined && monotonicMs() - since >= this.parts.pace.lockedMs;
  }

  private isBrokenOff(found: FoundFile, now: number): boolean {
    return this.brokenOff.get(found.relativePath) === looksOf(found) && this.stability.quietFor(found, now) < this.parts.pace.patienceMs;
  }

  private isListening(): boolean {
    return this.announcements.isHeard() && !this.isSilent;
  }

  // What was found without a word, and has still not been announced a moment later, shows that this folder announces nothing.
  private noteUnheard(look: { isHinted: boolean; isExpecting: boolean; hasOpen: boolean }): void {
    if (this.isUnheard && !look.isHinted) this.isSilent = true;
    this.isUnheard = look.hasOpen && !look.isHinted && !look.isExpecting && this.isListening();
  }

  private forgetGone(known: ReadonlyMap<string, KnownFile>, files: readonly FoundFile[]): void {
    const { writing } = this.parts.context;
    const listed = new Set(files.map((file) => file.relativePath));
    const gone = [...known.values()].filter((file) => !listed.has(file.relativePath) && (file.state === 'locked' || file.state === 'again'));
    if (gone.length === 0) return;
    writing.transact(() => {
      for (const file of gone) forgetFile(writing, file.file);
    });
  }

  // A folder removed and made again is another one to the system: what listened to the old one hears nothing more.
  private listen(identity: string): void {
    if (this.identity === identity) return;
    this.announcements.end();
    this.identity = identity;
    this.isExpecting = true;
    if (this.isSilent) return;
    this.announcements = listenTo(this.folder, () => {
      this.hint();
    });
  }

  private say(state: FolderState): void {
    if (this.folder.state === state) return;
    const { writing, clock } = this.parts.context;
    this.folder.state = state;
    writing.transact(() => {
      setFolderState(writing, this.folder.folder, { state, at: clock.now() });
    });
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.parts.context.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      // announcements come in crowds: one look answers them all
      const timer = setTimeout(resolve, this.isHinted ? Math.min(milliseconds, announcedMs) : milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = null;
        setTimeout(resolve, this.parts.context.signal.aborted ? 0 : announcedMs);
      };
    });
  }
}

const announcedMs = 50;

// Waits are measured, not dated: a clock that is set must not make a file look quiet.
function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

function looksOf(found: FoundFile): string {
  return `${String(found.size)} ${String(found.modifiedMs)}`;
}

function needsWork(found: FoundFile, known: KnownFile | undefined): boolean {
  if (!known) return true;
  if (known.state === 'again' || known.state === 'locked') return true;
  return known.size !== found.size || known.modifiedMs !== found.modifiedMs;
}
