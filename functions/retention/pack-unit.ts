import { constants, createCipheriv, createHash, publicEncrypt } from 'node:crypto';
import * as z from 'zod';
import type { ActContext } from '../../shared/act.ts';
import { type KeyRing, keyRing } from '../../shared/crypto/key-ring.ts';
import { AttachmentHead, SupersededAttachment } from '../../shared/domain/attachments/model.ts';
import { openFile } from '../../shared/domain/attachments/open-file.ts';
import { openContent } from '../../shared/domain/attachments/store.ts';
import { NoteHead, SupersededNote } from '../../shared/domain/case-notes/model.ts';
import { loadBodies, openContent as openNote } from '../../shared/domain/case-notes/store.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { loadBody, openFinal } from '../../shared/domain/documents/body.ts';
import type { DocumentKind } from '../../shared/domain/entry-class.ts';
import { belongingsOf, belongingsOfFile, everyFileOf } from '../../shared/domain/retention/belongings.ts';
import type { Examined } from '../../shared/domain/retention/examined.ts';
import { type ClientUnit, type DisposalRow, unitIdOf } from '../../shared/domain/retention/model.ts';
import type { Permanent } from '../../shared/domain/retention/old-annex.ts';
import { openedItem } from '../../shared/domain/stores/opened.ts';
import { type FoundItem, objectOf } from '../../shared/domain/stores/walk.ts';
import { BodyId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { putSealed } from '../../shared/objects/sealed-objects.ts';

type Entry = { name: string; kind: string; bytes: number; sha256: string; key: string };
type Archive = ControllerSettings['retention']['archive'];

/**
 * Siirtopaketti, in a bucket of its own: what of a unit is kept for good, opened, each thing sealed under its own key; the
 * manifest names them with their hashes and keys, and is sealed for the archive's public key alone, so that from here on
 * nobody in the controller can read the package. What an earlier try left is taken away first.
 */
export async function packUnit(
  context: ActContext,
  { unit, permanent }: Examined,
  archive: Archive,
): Promise<NonNullable<DisposalRow['package']>> {
  const { services, actor, now } = context;
  const { controller } = actor;
  if (archive.publicKey === null || unit.kind === 'matter')
    throw new Error('There is no archive to pack for.');
  const folder = unitIdOf(unit);
  // Before it is read: what changes meanwhile is seen to be other.
  const contents = await contentsOf(context, unit, permanent);
  await emptied(context, folder);
  const place = `${folder}/${newId(services)}`;

  const into = { documents: services.transfers, random: (length: number) => services.random(length) };
  const entries: Entry[] = [];
  const put = async (kind: string, plain: Uint8Array): Promise<void> => {
    const name = `${place}/${entries.length + 1}`;
    const key = await putSealed(into, controller, name, plain);
    const sha256 = createHash('sha256').update(plain).digest('hex');
    entries.push({ name, kind, bytes: plain.length, sha256, key: Buffer.from(key).toString('base64') });
  };
  for await (const { ring, found } of withKeys(context, unit)) {
    if (!goesAlong(permanent, found)) continue;
    await put(found.item.entity, Buffer.from(JSON.stringify(await told(context, ring, found))));
    const file = await fileOf(context, ring, found);
    if (file !== undefined) await put('file', file);
  }
  const manifest = Buffer.from(
    JSON.stringify({
      controller,
      unit,
      order: archive.order,
      receiver: archive.receiver,
      packedAt: now,
      entries,
    }),
  );
  await services.transfers.putIfAbsent(
    controller,
    `${place}/manifest`,
    sealedFor(archive.publicKey, manifest, (length) => services.random(length)),
  );
  return {
    manifest: `${place}/manifest`,
    sha256: createHash('sha256').update(manifest).digest('hex'),
    entries: entries.length,
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
    at: now,
    contents,
  };
}

const goesAlong = (permanent: Permanent, found: FoundItem): boolean =>
  found.of === undefined && found.store.shows !== 'nothing' && isKept(permanent, found);

/** A hash of what of the unit is kept for good, by place and version: it opens nothing. */
async function contentsOf(
  context: ActContext,
  unit: Exclude<ClientUnit, { kind: 'matter' }>,
  permanent: Permanent,
): Promise<string> {
  const items: string[] = [];
  const own = unit.kind === 'case' ? [unit.clientId] : await everyFileOf(context, unit.clientId);
  for (const clientId of own) {
    const belongings =
      unit.kind === 'case' ? belongingsOf(context, unit) : belongingsOfFile(context, clientId);
    for await (const found of belongings) {
      const { pk, sk, version } = found.item;
      if (goesAlong(permanent, found)) items.push(`${pk} ${sk} ${version}`);
    }
  }
  return createHash('sha256').update(items.toSorted().join('\n')).digest('hex');
}

/** Whether the package still holds what is kept for good: something may have been written since it was made. */
export async function isWhole(
  context: ActContext,
  { unit, permanent }: Examined,
  { contents }: NonNullable<DisposalRow['package']>,
): Promise<boolean> {
  if (contents === undefined || unit.kind === 'matter') return true;
  return contents === (await contentsOf(context, unit, permanent));
}

/** What goes with the unit, each thing with the keys of the file that it lies in: a merged file has its own. */
async function* withKeys(
  context: ActContext,
  unit: Exclude<ClientUnit, { kind: 'matter' }>,
): AsyncGenerator<{ ring: KeyRing; found: FoundItem }> {
  const { services, actor } = context;
  const isCase = unit.kind === 'case';
  for (const clientId of isCase ? [unit.clientId] : await everyFileOf(context, unit.clientId)) {
    const keys = await loadClientKeys(services.tables, actor.controller, clientId);
    if (keys === undefined) throw new Error('A unit that is to be packed has its keys.');
    const ring = keyRing(services, actor.controller, keys);
    const own = isCase ? belongingsOf(context, unit) : belongingsOfFile(context, clientId);
    for await (const found of own) yield { ring, found };
  }
}

/** The kinds that are named, with the attachments that belong to them; all of it where all is kept. */
function isKept(permanent: Permanent, { item }: FoundItem): boolean {
  if (permanent.part !== 'kinds') return permanent.part === 'all';
  if (item.entity === 'case') return true;
  const kind = KIND_OF[item.entity] ?? item['kind'];
  return permanent.kinds.some((kept) => kept === kind);
}

/** Of what does not say its kind of document itself. */
const KIND_OF: Readonly<Record<string, DocumentKind>> = {
  caseNote: 'caseNote',
  supersededNote: 'caseNote',
  decision: 'decision',
  serviceOfNotice: 'decision',
};

/** What was sealed is opened; of a head whose content lies apart, with the content. */
async function told(context: ActContext, ring: KeyRing, { store, item }: FoundItem): Promise<unknown> {
  const opened = await openedItem(ring, store, item);
  const named = NamesBody.safeParse(item);
  if (!named.success) return opened;
  const { entity } = item;
  if (entity === 'document' || entity === 'supersededDocument') {
    const { content } = await openFinal(ring, await loadBody(context, named.data.bodyId));
    return { ...opened, content };
  }
  const note = (entity === 'caseNote' ? NoteHead : SupersededNote).parse(item);
  return { ...opened, content: await openNote(ring, note, await loadBodies(context, [note])) };
}

const NamesBody = z.looseObject({ bodyId: BodyId });

async function fileOf(context: ActContext, ring: KeyRing, found: FoundItem): Promise<Uint8Array | undefined> {
  // A redacted copy was made for a request and is no file of the record.
  if (objectOf(found)?.store.kind !== 'sealedFile' || found.item.entity === 'redactedFile') return undefined;
  const schema = found.item.entity === 'attachment' ? AttachmentHead : SupersededAttachment;
  const head = schema.parse(found.item);
  const content = await openContent(ring, head);
  return content === undefined ? undefined : openFile(context, head, content);
}

async function emptied({ services, actor }: ActContext, folder: string): Promise<void> {
  let after: string | undefined;
  do {
    const page = await services.transfers.list(actor.controller, `${folder}/`, after);
    for (const { name } of page.objects) await services.transfers.remove(actor.controller, name);
    after = page.after;
  } while (after !== undefined);
}

/**
 * `{"wrapped", "nonce", "sealed"}` in base 64: a key of AES-256-GCM under RSA-OAEP with SHA-256, and what it seals with
 * the tag at its end. An archive opens it with its private key and any tool.
 */
function sealedFor(publicKey: string, plain: Uint8Array, random: (length: number) => Uint8Array): Uint8Array {
  const key = random(32);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const wrapped = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return Buffer.from(
    JSON.stringify({ wrapped: base64(wrapped), nonce: base64(nonce), sealed: base64(sealed) }),
  );
}
