import type { Finding } from '../../kernel/finding.ts';
import { grantError as error } from './grant-error.ts';
import type { Judged } from './rules.ts';

/** Nothing is given to who holds a post that has ended: it would give nothing. */
export function judgePost({ user: { postTo }, today }: Pick<Judged, 'user' | 'today'>): Finding[] {
  if (postTo === undefined || today <= postTo) return [];
  return [
    error('postNotEnded', '', {
      fi: 'Käyttäjän virka tai toimi on lakannut: siirrä käyttäjä ensin toiseen.',
      sv: 'Användarens tjänst eller befattning har upphört: flytta först användaren till en annan.',
      en: 'The post of the user has ended: move the user to another post first.',
    }),
  ];
}
