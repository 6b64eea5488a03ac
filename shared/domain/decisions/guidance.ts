import type { OfficeContact } from '../controllers/settings/terms.ts';
import type { AppealRoute } from './kind-rows.ts';
import { isReviewed } from './kinds.ts';

/**
 * Oikaisuvaatimusohje and valitusosoitus (434/2003 46–49 §): what goes with every decision, by its route. The texts
 * are this house's words for what the statutes ask to be said (`guidance-texts.ts`); no lawyer and no reader of Swedish has
 * read them yet.
 */

/** In which language a decision is written (423/2003 19–20 §): its guidance is written in the same. */
export type Language = 'fi' | 'sv';
/** Which text a decision carries: kept with it, so that a later wording does not change what was said. */
export type GuidanceKey =
  | 'reviewRequest'
  | 'administrativeAppeal'
  | 'supremeAppeal'
  | 'civilAction'
  | 'notAppealable';

export const guidanceOf = (route: AppealRoute): GuidanceKey => {
  if (isReviewed(route)) return 'reviewRequest';
  if (route === 'HK' || route === 'HF') return 'administrativeAppeal';
  if (route === 'K0') return 'supremeAppeal';
  return route === 'CIV' ? 'civilAction' : 'notAppealable';
};

/** To whom an appeal of each kind goes, as the controller has set it: nobody is made up. */
export type AppealBodies = {
  reviewBody: OfficeContact | null;
  administrativeCourt: OfficeContact | null;
  supremeCourt: OfficeContact | null;
};

export function bodyOf(key: GuidanceKey, bodies: AppealBodies): OfficeContact | null {
  if (key === 'reviewRequest') return bodies.reviewBody;
  if (key === 'administrativeAppeal') return bodies.administrativeCourt;
  return key === 'supremeAppeal' ? bodies.supremeCourt : null;
}

/** Whether the route needs an authority that the settings do not name: its text has a place for one. */
export const lacksAuthority = (key: GuidanceKey, bodies: AppealBodies): boolean =>
  key !== 'civilAction' && key !== 'notAppealable' && (bodyOf(key, bodies)?.address ?? null) === null;

/** The text with its authority, as the decision carries it. */
export function guidanceText(text: string, body: OfficeContact | null): string {
  const contact = [body?.email, body?.phone].filter((one) => typeof one === 'string').join(', ');
  return text
    .replace('{authority}', body?.title ?? '')
    .replace('{address}', body?.address ?? '')
    .replace('{contact}', contact === '' ? '' : `, ${contact}`);
}
