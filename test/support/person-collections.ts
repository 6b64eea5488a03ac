import { type CryptoKey, compactDecrypt, type KeyObject } from 'jose';
import * as z from 'zod';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { done } from './matters.ts';
import type { Told, Worker, World } from './world.ts';

/** Collections by person, as a main user gives them and the recipient opens them. */

/** The units stand in the organisation: cases are found through them. */
export const unitsTold = ({ services, controller, units }: World): Promise<void> =>
  setUpUnits(
    services,
    controller,
    Object.values(units).map((unitId) => ({
      unitId,
      name: { fi: 'Keksitty yksikkö' },
      serviceTasks: [],
      from: LocalDate.parse('2020-01-01'),
    })),
    'test',
  );

const Part = z.looseObject({
  persons: z.int(),
  rows: z.int(),
  leftOut: z.int(),
  limited: z.int(),
  columns: z.array(z.string()),
  sealed: z.string().optional(),
  sha256: z.string().optional(),
  next: z.string().optional(),
});

export const collectionAt = (year: string): string =>
  `/v1/disclosures/person-collections/childWelfareYear/${year}`;

export const asked = (by: Worker, year: string): Promise<Told> => by.call('GET', collectionAt(year));

/** Every part of a year, with what its recipient reads of it: the rows below the columns. */
export async function collected(by: Worker, year: string, privateKey: CryptoKey | KeyObject) {
  const answers: string[] = [];
  const rows: string[][] = [];
  const sum = { persons: 0, leftOut: 0, limited: 0 };
  let cursor = '';
  do {
    const told = await by.call('GET', `${collectionAt(year)}${cursor}`);
    const part = Part.parse(done(told));
    answers.push(told.body ?? '');
    sum.persons += part.persons;
    sum.leftOut += part.leftOut;
    sum.limited += part.limited;
    if (part.sealed !== undefined) {
      if (sha256Of(part.sealed) !== part.sha256) throw new Error('the manifest is of something else');
      const { plaintext } = await compactDecrypt(part.sealed, privateKey);
      const [header, ...lines] = new TextDecoder().decode(plaintext).trimEnd().split('\r\n');
      if (header !== part.columns.join(',')) throw new Error('other columns than the manifest says');
      if (lines.length !== part.rows) throw new Error('other rows than the manifest says');
      rows.push(...lines.map((line) => line.split(',')));
    }
    cursor = part.next === undefined ? '' : `?cursor=${encodeURIComponent(part.next)}`;
  } while (cursor !== '');
  return { ...sum, rows, answers };
}
