import * as z from 'zod';
import { KIND_ROWS, type KindRow } from './kind-rows.ts';

/** Päätöksen laji: the number of the national definition that the decision's document follows. */
export const DecisionKind = z
  .enum(Object.keys(KIND_ROWS).filter((key): key is keyof typeof KIND_ROWS => Object.hasOwn(KIND_ROWS, key)))
  .meta({ id: 'DecisionKind' });
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What the statutes say of a kind. */
export const kindOf = (kind: DecisionKind): KindRow => KIND_ROWS[kind];

/** The type of document, without a version: which version it is, the draft or the catalogue says. */
export const definitionTypeOf = (kind: DecisionKind): string => `1.2.246.537.6.1506.${kind}`;

/** Whether the first means is a review request (oikaisuvaatimus): list 1.2.246.537.6.1211, code 1; an appeal is 2. */
export const isReviewed = (route: KindRow['route']): boolean => route === 'OVK' || route === 'OVF';

/** Whether anything can be appealed to an authority, so that a time runs for each who is served. */
export const isAppealable = (route: KindRow['route']): boolean => route !== 'none' && route !== 'CIV';

/** The routes a decision of the kind may have, its ordinary one first. */
export const routesOf = (kind: DecisionKind): KindRow['route'][] => {
  const { route, otherRoutes = [] } = kindOf(kind);
  return [...new Set([route, ...otherRoutes.map((other) => other.route)])];
};
