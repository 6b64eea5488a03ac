import { examineCase } from './examine-case.ts';
import { examineClient } from './examine-client.ts';
import { examineMatter } from './examine-matter.ts';
import type { Examined, RetentionSettings, ToExamine } from './examined.ts';
import type { ClientUnit } from './model.ts';
import type { UnitHead } from './store.ts';

/** @returns undefined when there is no such unit any more: it was disposed of, or a case was opened again. */
export function examine(
  where: ToExamine,
  unit: ClientUnit,
  retention: RetentionSettings,
): Promise<Examined | undefined> {
  if (unit.kind === 'case') return examineCase(where, unit, retention);
  return unit.kind === 'client'
    ? examineClient(where, unit, retention)
    : examineMatter(where, unit, retention);
}

export const unitOf = (head: UnitHead): ClientUnit => {
  if (head.entity === 'case') return { kind: 'case', clientId: head.clientId, caseId: head.caseId };
  if (head.entity === 'client') return { kind: 'client', clientId: head.clientId };
  return { kind: 'matter', matterId: head.matterId };
};
