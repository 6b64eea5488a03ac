import type { SignNumbers } from './model.ts';

/** How the numbers of a sign stand in its sentence. */

export const countOf = ({ count }: SignNumbers): string => String(count ?? 0);
export const byName = ({ by }: SignNumbers, words: string): string => (by === 'name' ? words : '');
export const span = ({ from, to }: SignNumbers): string => `${from ?? ''}–${to ?? ''}`;
export const oneDecimal = (value: number | undefined): string =>
  value === undefined ? '–' : value.toFixed(1);
