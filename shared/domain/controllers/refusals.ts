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
      fi: 'Virassa tai toimessa on enemmän henkilöitä kuin kerralla voi muuttaa: siirrä osa heistä ensin toiseen.',
      sv: 'Tjänsten eller befattningen har fler innehavare än vad som kan ändras på en gång: flytta först några av dem till en annan.',
      en: 'The post has more holders than can be changed at once: move some of them to another post first.',
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
  ownProposal: {
    code: 'controller.ownProposal',
    kind: 'forbidden',
    title: {
      fi: 'Omasta muutosehdotuksesta päättää toinen.',
      sv: 'Om ett eget ändringsförslag beslutar någon annan.',
      en: 'A change of one’s own proposing is for somebody else to decide on.',
    },
  },
  notProposer: {
    code: 'controller.notProposer',
    kind: 'forbidden',
    title: {
      fi: 'Muutosehdotuksen voi perua vain se, joka sen teki.',
      sv: 'Ett ändringsförslag kan återtas bara av den som gjorde det.',
      en: 'A proposed change is withdrawn only by who proposed it.',
    },
  },
  proposalDecided: {
    code: 'controller.proposalDecided',
    kind: 'conflict',
    title: {
      fi: 'Muutosehdotus on jo ratkaistu.',
      sv: 'Ändringsförslaget har redan avgjorts.',
      en: 'The proposed change has been decided on already.',
    },
  },
  proposalOutdated: {
    code: 'controller.proposalOutdated',
    kind: 'conflict',
    title: {
      fi: 'Asetukset ovat muuttuneet ehdotuksen jälkeen: tee ehdotus uudelleen.',
      sv: 'Inställningarna har ändrats efter förslaget: gör ett nytt förslag.',
      en: 'The settings have changed since the proposal: propose the change anew.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
