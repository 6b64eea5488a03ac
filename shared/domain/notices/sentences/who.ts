import { joined, type NoticeSentence, once, type SectionOfNotice } from '../facts.ts';
import { listOf } from '../strung.ts';
import { KINDS, MODULES, REGISTER_KINDS } from '../words.ts';

/** Who answers for the register, and whom to turn to ((EU) 2016/679, 13(1)(a)–(b)). Names and addresses are free text. */

type Contact = { title: string; area: string | null; name: string | null } & Record<
  'address' | 'email' | 'phone',
  string | null
>;
const contactOf = ({ title, area, name, address, phone, email }: Contact): string =>
  joined([area === null ? title : `${title} (${area})`, name, address, phone, email]);

const BUSINESS_ID = { fi: 'Y-tunnus', sv: 'FO-nummer', en: 'business ID' } as const;

const controller: readonly NoticeSentence[] = [
  {
    id: 'controller.name',
    by: 'words',
    text: {
      fi: 'Rekisterinpitäjä: {name} ({kind}).',
      sv: 'Personuppgiftsansvarig: {name} ({kind}).',
      en: 'Controller: {name} ({kind}).',
    },
    said: ({ controller: { name }, settings }, language) => [
      {
        name: (language === 'sv' ? name.sv : undefined) ?? name.fi,
        kind: KINDS[settings.controller.kind][language],
      },
    ],
  },
  {
    id: 'controller.body',
    by: 'words',
    text: {
      fi: 'Rekisteriä koskevaa päätösvaltaa käyttää {body}.',
      sv: 'Beslutanderätten i fråga om registret utövas av {body}.',
      en: 'The power to decide on the register is used by {body}.',
    },
    said: ({ settings }) => once('body', settings.controller.body),
  },
  {
    id: 'controller.municipalities',
    by: 'words',
    text: {
      fi: 'Kunnat (kuntakoodit): {codes}.',
      sv: 'Kommuner (kommunkoder): {codes}.',
      en: 'Municipalities (codes): {codes}.',
    },
    said: ({ settings }) => once('codes', settings.controller.municipalities.join(', ')),
  },
  {
    id: 'controller.contact',
    by: 'words',
    text: {
      fi: 'Yhteystiedot: {contact}.',
      sv: 'Kontaktuppgifter: {contact}.',
      en: 'Contact: {contact}.',
    },
    said: ({ controller: { address, email, phones, businessId } }, language) =>
      once(
        'contact',
        joined([
          address,
          ...phones.map(({ number, hours }) => (hours === undefined ? number : `${number} (${hours})`)),
          email,
          businessId === undefined ? undefined : `${BUSINESS_ID[language]} ${businessId}`,
        ]),
      ),
  },
  {
    id: 'dpo.contact',
    by: 'words',
    text: {
      fi: 'Tietosuojavastaavan yhteystiedot: {contact}.',
      sv: 'Dataskyddsombudets kontaktuppgifter: {contact}.',
      en: 'The data protection officer: {contact}.',
    },
    said: ({ settings: { controller: chosen } }) =>
      once('contact', chosen.dpo === null ? null : contactOf(chosen.dpo)),
  },
];

const CONTACT = { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact' } as const;
const CONTACTS = { fi: 'Yhteyshenkilöt', sv: 'Kontaktpersoner', en: 'Contacts' } as const;

const register: readonly NoticeSentence[] = [
  {
    id: 'register.name',
    by: 'words',
    text: {
      fi: 'Rekisterin nimi: {name}.',
      sv: 'Registrets namn: {name}.',
      en: 'Name of the register: {name}.',
    },
    said: ({ settings }) => settings.registers.map(({ name }) => ({ name })),
  },
  {
    id: 'register.kind',
    by: 'words',
    text: {
      fi: 'Rekisterin laji: {kind}.',
      sv: 'Registrets art: {kind}.',
      en: 'Kind of register: {kind}.',
    },
    said: ({ settings }, language) =>
      settings.registers.map(({ kind }) => ({ kind: REGISTER_KINDS[kind][language] })),
  },
  {
    id: 'register.modules',
    by: 'words',
    text: {
      fi: 'Rekisterin osakokonaisuudet: {modules}.',
      sv: 'Registrets delområden: {modules}.',
      en: 'Parts of the register: {modules}.',
    },
    said: ({ settings }, language) =>
      settings.registers.flatMap(({ modules }) => once('modules', listOf(MODULES, modules, language))),
  },
  {
    id: 'register.responsible',
    by: 'words',
    text: {
      fi: 'Rekisteristä vastaa: {contact}.',
      sv: 'För registret ansvarar: {contact}.',
      en: 'Responsible for the register: {contact}.',
    },
    said: ({ settings }) =>
      settings.registers.flatMap(({ responsible }) =>
        once('contact', responsible === null ? null : contactOf(responsible)),
      ),
  },
  {
    id: 'register.contacts',
    by: 'words',
    text: {
      fi: '{who} rekisteriä koskevissa asioissa: {contacts}.',
      sv: '{who} i frågor som gäller registret: {contacts}.',
      en: '{who} in matters of the register: {contacts}.',
    },
    said: ({ settings }, language) =>
      settings.registers.flatMap(({ contacts }) =>
        contacts.length === 0
          ? []
          : [
              {
                who: (contacts.length === 1 ? CONTACT : CONTACTS)[language],
                contacts: contacts.map(contactOf).join('; '),
              },
            ],
      ),
  },
];

export const WHO: readonly SectionOfNotice[] = [
  {
    id: 'controller',
    title: { fi: 'Rekisterinpitäjä', sv: 'Personuppgiftsansvarig', en: 'Controller' },
    sentences: controller,
  },
  {
    id: 'register',
    title: {
      fi: 'Rekisteri ja yhteyshenkilöt',
      sv: 'Register och kontaktpersoner',
      en: 'Register and contacts',
    },
    sentences: register,
  },
];
