import type { Sentence } from '../kernel/finding.ts';
import type { BasisKind } from '../trail/event.ts';
import type { SpecialRight } from './actor.ts';
import type { Duty } from './duties.ts';
import type { JobRole } from './job-roles.ts';

/**
 * Toimi: what a route does, as a right sees it. Every route has an action of its own, even where two
 * rules are the same today. Data, so that an auditor can read who may do what.
 */
export type Action = {
  name: string;
  /** What the official does, in a sentence. */
  title: Sentence;
  /** Of the citizens' door: the client's own matters. No role has it, and so no official. */
  audience?: 'citizens';
  /** Job roles whose duties include the act; the client's own data are narrowed further by the matrix. */
  roles: readonly JobRole[];
  /**
   * `client`: a technically verified relation to this client is needed (703/2023 § 9).
   * `none`: no client's data are opened (own work, administration, identity-only search).
   */
  tie: 'client' | 'none';
  /** Also for a unit to which a case was proposed, of that case alone, until it has answered. */
  byReferral?: true;
  /** A special right needed besides the role. */
  special?: SpecialRight;
  /**
   * A duty under which the act is done, where no client's file is opened: of the roles that it can belong to, a grant has
   * the act when it names the duty (457/2024 §§ 17, 22–24).
   */
  duty?: Duty;
  /** The basis logged when no client's file is opened; own work by default. */
  basis?: BasisKind;
  /** Statute and section that the right to act rests on. */
  legalGround: string;
};
