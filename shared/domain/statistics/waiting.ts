import type { WaitingDefinition } from './figure-definition.ts';

/** Collections and figures that no act writes facts for yet: they are named, and no figure of theirs is shown. */
const waits = (
  id: string,
  [fi, sv, en]: readonly [string, string, string],
  source: string,
  waitsFor: string,
): WaitingDefinition => ({ id, title: { fi, sv, en }, source, waitsFor });

export const WAITING: readonly WaitingDefinition[] = [
  waits(
    'socialAssistanceYear',
    [
      'Toimeentulotuki, vuositilasto',
      'Utkomststödet, årsstatistik',
      'Social assistance, yearly, by household',
    ],
    'THL: toimeentulotuki, henkilötasoinen, vuosittain 15.2.',
    'payments of social assistance',
  ),
  waits(
    'costsByMunicipality',
    ['Kustannukset kunnittain', 'Kostnader enligt kommun', 'Costs by municipality'],
    'Joutsan seloste: kunnille aiheutuneet kustannukset',
    'payments and invoices',
  ),
  waits(
    'careNotifications',
    [
      'Hoitoilmoitukset ja kotihoidon laskenta (Hilmo)',
      'Vårdanmälningar och räkning inom hemvården (Hilmo)',
      'Care notifications and the count of home care',
    ],
    'THL: sosiaali-Hilmo',
    'care days, and the record description',
  ),
  waits(
    'adoption',
    ['Adoptioneuvonta', 'Adoptionsrådgivning', 'Adoption counselling'],
    'Adoptiolautakunta',
    'acts of adoption counselling, and the data content, which was not public where we looked',
  ),
];
