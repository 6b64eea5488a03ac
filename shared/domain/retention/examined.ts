import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { Key } from '../../table/keys.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { ExceptionOf } from './exceptions.ts';
import type { FoundGate } from './gate.ts';
import type { ClientUnit } from './model.ts';
import type { Permanent } from './old-annex.ts';
import type { Reckoned } from './reckon.ts';
import type { UnitHead } from './store.ts';

export type ToExamine = Pick<ActContext, 'services' | 'actor' | 'today'>;
export type RetentionSettings = ControllerSettings['retention'];

/** A disposal unit as it stands today: when it is due and why, what holds it back, what is kept for good. */
export type Examined = {
  unit: ClientUnit;
  head: UnitHead;
  /** Whose data it is, as far as that is known, and whose were asked: those whom its line names. */
  clients: readonly ClientId[];
  serviceTasks: readonly ServiceTask[];
  reckoned: Reckoned;
  exception: ExceptionOf;
  permanent: Permanent;
  /** What else the look rests on: heads whose death, birth or closing counted, in the versions that were read. */
  heads: readonly (Key & { version: number })[];
} & Noted;

/** Of everybody whose holds and requests count, as they stood before these were asked. */
export type Noted = {
  gates: readonly FoundGate[];
  marks: readonly { check: Key; when: { version: number } | 'absent' }[];
};
