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
  heldByMany: {
    code: 'controller.heldByMany',
    kind: 'conflict',
    title: {
      fi: 'Virassa tai toimessa on enemmän henkilöitä kuin kerralla voi siirtää: siirrä osa heistä ensin toiseen.',
      sv: 'Tjänsten eller befattningen har fler innehavare än vad som kan flyttas på en gång: flytta först några av dem till en annan.',
      en: 'The post has more holders than can be moved at once: move some of them to another post first.',
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
