import {
  type FindCodeList,
  ORGANISATION_REGISTER,
  SERVICE_TASKS,
  systemOf,
} from '../../documents/code-lists.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { BaseData } from '../clients/model.ts';
import { IDENTITY_CODES, identifierOf, ROLES, said, wordIn } from '../clients/relationship-document.ts';
import type { Organisation } from '../documents/model.ts';
import type { Declaration, SealedDeclaration } from './declaration.ts';

/**
 * Luovutuslupa-asiakirja and kieltoasiakirja in THL's form (1505.8, 1505.9), built from what is held and never stored
 * twice. Kela decides what they hold and THL on the information text (703/2023 §§ 58, 68); the text is the one that the
 * client was told.
 */
export const NATIONAL_DOCUMENTS = { permit: '1.2.246.537.6.1505.8', ban: '1.2.246.537.6.1505.9' } as const;

/** A permit or a ban, opened. */
export type Opened = { item: Declaration; content: SealedDeclaration };
type Values = Record<string, unknown>;

type Parts = {
  client: Pick<BaseData, 'name' | 'personalIdentityCode'>;
  organiser: Organisation;
  find: FindCodeList;
  today: LocalDate;
};

const clientOf = ({ name, personalIdentityCode }: Parts['client']): Values =>
  said({
    sukunimi: name.family,
    etunimet: name.given,
    henkilotunnus: identifierOf(personalIdentityCode, IDENTITY_CODES),
  });

const giverOf = ({ content: { giver } }: Opened, find: FindCodeList): Values[] =>
  giver === undefined
    ? []
    : [
        said({
          sukunimi: giver.family,
          etunimet: giver.given,
          henkilotunnus: identifierOf(giver.personalIdentityCode, IDENTITY_CODES),
          rooli: wordIn(ROLES, giver.role, find),
        }),
      ];

/**
 * The permit for other providers of social welfare: the newest, in force or not, so that a withdrawn one says so.
 * @returns undefined where none was ever given.
 */
export function permitDocument(
  permits: readonly Opened[],
  { client, find, today }: Parts,
  isInForce: (item: Declaration) => boolean,
): Values | undefined {
  const newest = permits.findLast(({ item }) => item.permitFor === 'socialWelfare');
  if (newest === undefined) return undefined;
  const { item, content } = newest;
  return {
    luovutuslupa_asiakirja: said({
      asiakas: clientOf(client),
      infoteksti: content.information,
      luovutusluvan_antaja_on_laillinen_edustaja: item.giver.by === 'representative',
      luovutusluvan_antaja: giverOf(newest, find),
      voimassa_oleva_luovutuslupa: {
        luovutuslupa: isInForce(item),
        luovutusluvan_antamisen_ajankohta: item.givenOn,
      },
      laatimispaivamaara: today,
    }),
  };
}

/** All bans in force, by what each is aimed at. @returns undefined where there is none. */
export function banDocument(bans: readonly Opened[], { client, organiser, find }: Parts): Values | undefined {
  const newest = bans.at(-1);
  if (newest === undefined) return undefined;
  const common = (one: Opened): Values => ({
    kiellon_asettamisen_ajankohta: one.item.givenOn,
    kieltaja_on_laillinen_edustaja: one.item.giver.by === 'representative',
    henkilo_joka_kieltaa_asiakastietojen_luovuttamisen: giverOf(one, find),
  });
  const each = (rows: Values[], one: string): Values => said({ [one]: rows.map(said) });
  const ofController = bans.flatMap((one) =>
    one.item.scope.of === 'controller'
      ? [
          {
            rekisterinpitaja_jonka_tietojen_luovutus_kielletaan: [organiserCoding(organiser)],
            ...common(one),
          },
        ]
      : [],
  );
  const ofTasks = bans.flatMap((one) =>
    one.item.scope.of === 'serviceTasks'
      ? [
          {
            palvelutehtava_jonka_tietojen_luovutus_kielletaan: one.item.scope.serviceTasks.map((task) =>
              wordIn(SERVICE_TASKS, task, find),
            ),
            ...common(one),
          },
        ]
      : [],
  );
  const ofDocuments = bans.flatMap((one) =>
    one.item.scope.of === 'documents'
      ? [
          {
            asiakirja_jonka_luovutus_kielletaan: one.item.scope.documentIds.map((id) => ({
              oid_tunnus: { value: id },
            })),
            ...common(one),
          },
        ]
      : [],
  );
  return {
    kieltoasiakirja: said({
      asiakas: clientOf(client),
      infoteksti: newest.content.information,
      rekisterinpitajaa_koskevat_luovutuskiellot: each(
        ofController,
        'rekisterinpitajaa_koskeva_luovutuskielto',
      ),
      palvelutehtavaa_koskevat_luovutuskiellot: each(ofTasks, 'palvelutehtavaa_koskeva_luovutuskielto'),
      asiakirjoja_koskevat_luovutuskiellot: each(ofDocuments, 'asiakirjaa_koskeva_luovutuskielto'),
    }),
  };
}

const organiserCoding = ({ name, oid }: Organisation): Values =>
  said({ system: systemOf(ORGANISATION_REGISTER), code: oid, display: name });
