import * as z from 'zod';
import { isArtificial, PersonalIdentityCode } from './personal-identity-code.ts';

/**
 * Tilapäinen yksilöintitunnus: identifies a client for the time being when the personal identity
 * code is not known (703/2023 38 § 2 point; a field of the relationship document, 1.2.246.537.6.1505.1).
 *
 * Its form is not verified. Organisations make them in several ways, among them an artificial
 * identity code (individual number 900 to 999) and an OID under the organisation's own root; so any
 * capital letters, digits, dots and hyphens to 64 are taken. A real person's identity code is
 * refused, lest it be kept where nobody finds it by that code.
 */
export const TemporaryId = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9.-]{1,64}$/, 'capital letters, digits, dots and hyphens, 64 at most')
  .refine((text) => {
    const code = PersonalIdentityCode.safeParse(text);
    return !code.success || isArtificial(code.data);
  }, 'a personal identity code belongs in its own field')
  .brand<'TemporaryId'>()
  .meta({ id: 'TemporaryId', examples: ['TILAP-2026-0001'] });
export type TemporaryId = z.infer<typeof TemporaryId>;
