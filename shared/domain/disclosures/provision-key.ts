import * as z from 'zod';

/** Luovutuksen perusteena oleva säännös, by our own word. `named`: another provision, cited by who discloses. */
export const ProvisionKey = z
  .enum([
    'jointService',
    'healthWithoutPermit',
    'socialWithoutPermit',
    'securingCare',
    'policeThreat',
    'authorityProceedings',
    'benefitAbuse',
    'graveCrime',
    'crimeOwnInitiative',
    'checkingData',
    'partyAccess',
    'hearing',
    'representative',
    'afterDeath',
    'activationPlan',
    'custodyReport',
    'statementToKela',
    'statistics',
    'named',
  ])
  .meta({ id: 'DisclosureProvision' });
export type ProvisionKey = z.infer<typeof ProvisionKey>;

/** A party, and who represents one, know what the matter is about, past a minor's ban (703/2023 § 51). */
export const isRightOfParty = (key: ProvisionKey): boolean => key === 'partyAccess' || key === 'hearing';
