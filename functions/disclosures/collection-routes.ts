import { PERSON_COLLECTION_ACTIONS } from '../../shared/access/actions/person-collections.ts';
import { PERSON_COLLECTION_REFUSALS } from '../../shared/domain/statistics/persons/refusals.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { CollectionPart, CollectionQuery, giveCollection, OneCollection } from './give-collection.ts';

/** Collections by person that the law lets an authority have. */
export const collectionRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/disclosures/person-collections/{collectionId}/{year}',
    action: PERSON_COLLECTION_ACTIONS.give,
    event: 'PersonCollectionGiven',
    discloses: true,
    summary:
      'The next part of a year’s collection by person, sealed under the public key of the recipient whom the settings name.',
    params: OneCollection,
    query: CollectionQuery,
    returns: CollectionPart,
    refusals: [
      PERSON_COLLECTION_REFUSALS.noRecipient,
      PERSON_COLLECTION_REFUSALS.provisionRepealed,
      STATISTICS_REFUSALS.mayNotBeGiven,
      STATISTICS_REFUSALS.notOver,
    ],
    handle: giveCollection,
  }),
];
