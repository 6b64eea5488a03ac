import * as z from 'zod';
import type { Finding } from '../../kernel/finding.ts';
import { UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { wrong } from './findings.ts';

/** Henkilöllisyyden tarkistaminen (C-22). `notNeeded`: where the controller asks for it on need alone (J-9.4). */
export const Identity = z.strictObject({
  state: z.enum(['pending', 'checked', 'notNeeded']),
  way: z.enum(['identityDocument', 'strongIdentification', 'knownPersonally']).optional(),
  on: LocalDate.optional(),
  by: UserId.optional(),
});
type Identity = z.infer<typeof Identity>;

/** What the check found. `notNeeded`: only where the controller asks for identity on need (C-22). */
export const IdentityResult = z.enum([
  'identityDocument',
  'strongIdentification',
  'knownPersonally',
  'notNeeded',
]);
type IdentityResult = z.infer<typeof IdentityResult>;

export const CheckIdentity = z.strictObject({ result: IdentityResult }).meta({ id: 'CheckIdentity' });

/** What speaks against a result: a controller that always checks knows no asker who need not be identified. */
export const judgeIdentity = (
  result: IdentityResult,
  { identityCheck }: Pick<ControllerSettings['dataSubjectRequests'], 'identityCheck'>,
  path: string,
): Finding[] =>
  result === 'notNeeded' && identityCheck === 'required'
    ? [
        wrong('identityRequired', path, 'C-22', {
          fi: 'Tämä rekisterinpitäjä tarkistaa henkilöllisyyden aina ennen tietojen antamista.',
          sv: 'Denna personuppgiftsansvariga kontrollerar alltid identiteten innan uppgifter lämnas ut.',
          en: 'This controller always checks the identity before anything is given.',
        }),
      ]
    : [];

export const identityOf = (
  result: IdentityResult,
  { today: on, userId: by }: { today: LocalDate; userId: UserId },
): Identity =>
  result === 'notNeeded' ? { state: 'notNeeded', on, by } : { state: 'checked', way: result, on, by };
