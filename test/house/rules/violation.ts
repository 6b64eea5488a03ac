import type { SourceFile } from '../../support/source-files.ts';

/** A place that breaks a rule of the house. */
export type Violation = { path: string; line: number; message: string };

/** A rule of the house judges text alone, so that a made-up breach can show that it finds something. */
export type Rule = (files: readonly SourceFile[]) => Violation[];

export const isUnder = (path: string, ...folders: string[]): boolean =>
  folders.some((folder) => path.startsWith(`${folder}/`));

export const isTypescript = (path: string): boolean => path.endsWith('.ts');
