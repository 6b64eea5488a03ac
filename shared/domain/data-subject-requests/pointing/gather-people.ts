import * as z from 'zod';
import type { ActContext } from '../../../act.ts';
import { type KeyRing, openLabel } from '../../../crypto/key-ring.ts';
import { matterRingOfClient } from '../../../crypto/matter-ring.ts';
import { ClientId } from '../../../kernel/id.ts';
import { SealedBaseData } from '../../clients/model.ts';
import { SealedRelation } from '../../clients/network/model.ts';
import { loadKeyItems } from '../../clients/store.ts';
import { MatterOfClient } from '../../intake/model.ts';
import { loadMatterKeyOfClient } from '../../intake/of-client.ts';
import { loadWholeMatter, openRecord } from '../../intake/store.ts';
import { openedItem } from '../../stores/opened.ts';
import type { FoundItem } from '../../stores/walk.ts';
import type { SubjectRequest } from '../model.ts';
import { GatheredMarks, type KnownPeople } from './known-people.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

const OfSeveral = z.looseObject({ clients: z.array(ClientId) });
const Related = z.looseObject({ relationId: z.string(), relatedClientId: ClientId.optional() });
const WithBase = z.looseObject({ base: SealedBaseData });
const WithRelation = z.looseObject({ content: SealedRelation });

/** Gathers whom a file knows while it is walked through for a package: nothing more is read of others than their labels. */
export class PeopleOfFile {
  private readonly own = new GatheredMarks();
  private readonly others = new GatheredMarks();
  /** Other clients, and whether it is one of them who asks. */
  private readonly clients = new Map<ClientId, { asks: boolean }>();
  private readonly where: Where;
  private readonly request: Pick<SubjectRequest, 'relationId'>;
  private readonly files: readonly ClientId[];

  constructor(where: Where, request: Pick<SubjectRequest, 'relationId'>, files: readonly ClientId[]) {
    this.where = where;
    this.request = request;
    this.files = files;
  }

  async meet(ring: KeyRing, found: Pick<FoundItem, 'store' | 'item'>): Promise<void> {
    const { kind } = found.store;
    if (kind === 'client' || kind === 'baseDataVersion') return this.meetOwn(ring, found);
    if (kind === 'relation' || kind === 'relationVersion') return this.meetRelated(ring, found);
    if (kind === 'matterOfClient') return this.meetOfMatter(ring, MatterOfClient.parse(found.item));
    for (const clientId of OfSeveral.safeParse(found.item).data?.clients ?? [])
      this.meetClient(clientId, false);
  }

  private meetClient(clientId: ClientId, asks: boolean): void {
    this.clients.set(clientId, { asks: asks || this.clients.get(clientId)?.asks === true });
  }

  private async meetOwn(ring: KeyRing, { store, item }: Pick<FoundItem, 'store' | 'item'>): Promise<void> {
    const { data } = WithBase.parse(await openedItem(ring, store, item)).base;
    const { name, formerNames, personalIdentityCode, phones, emails, addresses, contactAddress } = data;
    for (const one of [name, ...formerNames]) this.own.add(one);
    for (const code of [personalIdentityCode, ...data.formerIdentityCodes]) {
      this.own.add({ personalIdentityCode: code });
    }
    const all = contactAddress === undefined ? addresses : [...addresses, contactAddress];
    this.own.add({ phones, emails, addresses: all });
  }

  /** Whoever asks for the person is no third person; nor is somebody whose work brings the name into the file. */
  private async meetRelated(
    ring: KeyRing,
    { store, item }: Pick<FoundItem, 'store' | 'item'>,
  ): Promise<void> {
    const { relationId, relatedClientId } = Related.parse(item);
    const isAsker = relationId === this.request.relationId;
    if (relatedClientId !== undefined) this.meetClient(relatedClientId, isAsker);
    const { person, contacts } = WithRelation.parse(await openedItem(ring, store, item)).content.content;
    if (person?.postTitle !== undefined || person?.organisation !== undefined) return;
    const met = isAsker ? this.own : this.others;
    const { addresses, contactAddress, phones, emails } = contacts;
    const all = contactAddress === undefined ? addresses : [...addresses, contactAddress];
    met.add({
      ...person?.name,
      personalIdentityCode: person?.personalIdentityCode,
      phones,
      emails,
      addresses: all,
    });
  }

  private async meetOfMatter(ring: KeyRing, { matterId, subjectId }: MatterOfClient): Promise<void> {
    const [key, whole] = await Promise.all([
      loadMatterKeyOfClient(this.where, ring.clientId, matterId),
      loadWholeMatter(this.where, matterId),
    ]);
    if (key === undefined || whole === undefined) return;
    const { subjects, notifier } = await openRecord(
      matterRingOfClient(this.where.services, ring, key),
      whole.record,
    );
    if (notifier !== undefined && notifier.party !== 'self') this.others.add(notifier);
    for (const subject of subjects) {
      if (subject.subjectId !== subjectId) this.others.add(subject);
      for (const guardian of subject.guardians) this.others.add(guardian);
    }
  }

  /** Whom the file knows, other clients by the names on their labels. */
  async all(): Promise<KnownPeople> {
    const { services, actor } = this.where;
    const ids = [...this.clients.keys()].filter((clientId) => !this.files.includes(clientId));
    const items = ids.length === 0 ? [] : await loadKeyItems(services, actor.controller, ids);
    for (const item of items) {
      const { family, given, former } = await openLabel(services, actor.controller, item);
      const met = this.clients.get(item.clientId)?.asks === true ? this.own : this.others;
      met.add({ family, given });
      for (const name of former) met.add({ given: name });
    }
    return { own: this.own.all(), others: this.others.all() };
  }
}
