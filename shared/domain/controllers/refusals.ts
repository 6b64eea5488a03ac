import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on a controller's record, settings, units and posts can be refused for. */
export const CONTROLLER_REFUSALS = {
  notValid: {
    code: 'controller.notValid',
    kind: 'invalid',
    title: {
      fi: 'Rekisterinpitäjän tiedoissa on virheitä.',
      sv: 'Den personuppgiftsansvarigas uppgifter är felaktiga.',
      en: 'The data of the controller are not valid.',
    },
  },
  ended: {
    code: 'controller.ended',
    kind: 'conflict',
    title: {
      fi: 'Yksikkö tai virka on jo lakannut.',
      sv: 'Enheten eller tjänsten har redan upphört.',
      en: 'The unit or post has ended already.',
    },
  },
  laterWaits: {
    code: 'controller.laterSettingsWait',
    kind: 'conflict',
    title: {
      fi: 'Myöhemmin voimaan tulevat asetukset odottavat: muutoksen on tultava voimaan niiden kanssa tai niiden jälkeen.',
      sv: 'Inställningar som träder i kraft senare väntar: ändringen måste träda i kraft samtidigt eller efter dem.',
      en: 'Settings of a later day are waiting: the change must come into force with them or after them.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
