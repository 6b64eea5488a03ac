import type { ControllerSettings } from '../controllers/settings/settings.ts';

type Registers = ControllerSettings['registers'];

/**
 * Vastustamisoikeus ((EU) 2016/679 art. 21(1)): what is processed for a task in the public interest or in the exercise of
 * public authority may be objected to. That a task of municipal self-government is such a task is our reading (unverified).
 */
export const mayBeObjectedTo = (registers: Registers): boolean =>
  registers.some(
    ({ legalBases }) =>
      legalBases.includes('publicAuthority') || legalBases.includes('municipalSelfGovernment'),
  );

/** What is processed because a law obliges the controller to (art. 6(1)(c)) is not objected to. */
export const restsOnDuty = (registers: Registers): boolean =>
  registers.some(({ legalBases }) => legalBases.includes('legalObligation'));
