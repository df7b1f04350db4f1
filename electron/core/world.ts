/** The world a core is told about: clock, log, places and who calls. No procedure asks the machine itself. */

export interface Clock {
  /** UTC instant, ISO 8601 with milliseconds. */
  now(): string;
  /** IANA zone of the machine. */
  zone(): string;
  /** Today's local ISO day, or `--as-of`. */
  today(): string;
}

export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean | null>): void;
  error(event: string, error: unknown): void;
}

export interface Places {
  /** The SQLite file. */
  storeFile: string;
  /** Packs made, by their content. */
  packsFolder: string;
  /** Uploads not yet committed. */
  incomingFolder: string;
  /** resources/ of the application. */
  resourcesFolder: string;
}

export type DoorName = 'desktop' | 'browser' | 'command-line';

export interface Caller {
  /** Through which door; `watch` is the watched folders' own. */
  door: DoorName | 'watch';
  /** Operating-system user. */
  actor: string;
  host: string;
  /** The “today” of every calculation; null for the clock's own. */
  asOf: string | null;
}
