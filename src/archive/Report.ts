import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Message } from './command/Message.ts';
import type { LeftOut } from './content/findContentFiles.ts';
import type { Problem } from './content/Problem.ts';

/** What a build did with the content files. `found` is always `published + rejected`. */
export interface Report {
  found: number;
  published: number;
  rejected: number;
  /** Addresses of articles that were moved or renamed, which lead on to where they are now. */
  redirects: number;
  /** What else is in the content folder and is no article; not among `found`. */
  leftOut: LeftOut[];
  /** In order of path and line. */
  problems: Problem[];
  /** Settings that have no effect, and what the site goes without. */
  warnings: Message[];
  /** All hosts that articles show pictures from, sorted: the only ones that the site's policy lets readers ask. */
  pictureHosts: string[];
}

/** A report as it lies on the owner's disk, with what tells which files it is about. */
export interface KeptReport extends Report {
  /** Absolute. */
  contentDir: string;
  /** When the build began, UTC. */
  startedAt: string;
}

/**
 * Where a build leaves its report for the owner, below the project's root. It names the owner's files, so it is
 * published only when asked for.
 */
export const REPORT_FILE = 'node_modules/.cache/cangbao/report.json';

/** Writes a report for the owner. */
export function writeReport(report: KeptReport, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
}
