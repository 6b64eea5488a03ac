import type { Head } from './heads.ts';

/** What is read of the sealed log is not what was sealed. `batch`: the one that it was seen in, by where it begins. */
export class LogNotWhole extends Error {
  readonly batch: number | undefined;
  constructor(message: string, head?: Pick<Head, 'from'>) {
    super(message);
    this.batch = head?.from;
  }
}
