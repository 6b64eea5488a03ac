import { describe, expect, test } from 'vitest';
import type { Actor, SpecialRight } from '../../../shared/access/actor.ts';
import { visibleContent } from '../../../shared/access/visible-content.ts';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import { DocumentContent } from '../../../shared/domain/documents/model.ts';
import { ControllerId, GrantId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { fullSample } from '../../support/document-sample.ts';

const ID = '01KBN4PZ00000000000000000A';

const actorWith = (specialRights: SpecialRight[]): Actor => ({
  userId: UserId.parse(ID),
  controller: ControllerId.parse('KEUSOTE'),
  authenticationMethod: 'test',
  issuedAt: Instant.parse('2026-11-24T10:00:00.000Z'),
  name: 'Testi',
  postTitle: 'testi',
  openings: [],
  grants: [
    {
      grantId: GrantId.parse(ID),
      role: 'broadResponsibility',
      unitIds: [],
      serviceTasks: [],
      services: [],
      relatedServices: [],
      duties: [],
      specialRights,
      range: { from: LocalDate.parse('2026-01-01') },
    },
  ],
});

/** Where in a content a member of that name stands, offices left out. */
function placesOf(value: unknown, name: RegExp, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => placesOf(item, name, `${path}/${place}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (/^(laatija|valmistelija|paatoksentekija|lisatietojen_antaja|muutoksenhaku|yhteysosoite)$/.test(key)) {
      return [];
    }
    return name.test(key) ? [`${path}/${key}`] : placesOf(member, name, `${path}/${key}`);
  });
}

const DWELLING = /^(lahiosoite|postinumero|postitoimipaikka|puhelinnumero|sahkopostiosoite|kotikunta)$/;

describe('of every national definition', () => {
  test.each(listDefinitions().map(({ oid, fi }) => ({ oid, fi })))(
    '$oid $fi: no dwelling is shown under a safety ban',
    ({ oid }) => {
      const definition = definitionOf(oid);
      if (definition === undefined) throw new Error('no such definition');
      const content = DocumentContent.parse(fullSample(definition));
      const { content: shown, hidden } = visibleContent(actorWith([]), definition, content, true);
      expect(placesOf(shown, DWELLING)).toEqual([]);
      if (placesOf(content, DWELLING).length > 0) expect(hidden).not.toEqual([]);
      const entitled = visibleContent(actorWith(['seeProtectedAddresses']), definition, content, true);
      expect(entitled).toEqual({ content, hidden: [] });
      expect(visibleContent(actorWith([]), definition, content, false)).toEqual({ content, hidden: [] });
    },
  );
});
