import type { ControllerSettings } from '../domain/controllers/settings/settings.ts';
import type { AccessEvent } from './event.ts';

type Scope = ControllerSettings['log']['reportScope'];

/**
 * What the controller's report of supervision shows (C-19): changes (U-9.15), openings of the narrative (L-9.12), or all
 * use. It narrows nothing but the report: every line is on the log, and is had by asking for the log itself.
 */
export function isReported(
  { readOnly, dataGroups, outcome }: Pick<AccessEvent, 'readOnly' | 'dataGroups' | 'outcome'>,
  scope: Scope,
): boolean {
  if (scope === 'readsAndWrites') return true;
  if (outcome.result !== 'allowed') return false;
  return scope === 'changes' ? !readOnly : readOnly && dataGroups.includes('caseNotes');
}
