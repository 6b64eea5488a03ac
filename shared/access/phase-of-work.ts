import type { ProcessPhase } from '../domain/entry-class.ts';
import type { Actor } from './actor.ts';
import { ARRANGING } from './role-groups.ts';

/** Whose duty is to arrange writes of arranging, others of carrying out, unless what is written says otherwise. */
export const phaseOfWork = ({ grants }: Pick<Actor, 'grants'>): ProcessPhase =>
  grants.some((grant) => ARRANGING.includes(grant.role)) ? 'arranging' : 'implementing';
