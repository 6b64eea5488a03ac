import type { UploadItem } from '../../shared/domain/attachments/model.ts';
import { loadUploads } from '../../shared/domain/attachments/uploads.ts';
import { loadFirstPieces } from '../../shared/domain/documents/body.ts';
import { BodyId, type ControllerId, UploadId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import { bodyNamesOfDay, bodyOfName, namesOfDay, uploadOfName } from '../../shared/objects/object-names.ts';
import type { Services, StoredObject } from '../../shared/services.ts';
import { takeIn } from './take-in.ts';

/** Days back, and minutes that an object is left alone: longer than any taking in lasts, with all its tries. */
export type SweepSpan = { days: number; minutes: number };

export type Swept = { orphans: number; left: number };

/**
 * Sweeps what a killed function left: sealed objects that no attachment came to name are taken away, and files that
 * still lie in the inbox are taken in again. Looks at the objects of the last days only, so that its cost depends
 * on what came in and not on what is kept. Done twice, it finds nothing the second time.
 */
export async function sweepObjects(
  services: Services,
  controllers: readonly ControllerId[],
  { days, minutes }: SweepSpan,
): Promise<Swept> {
  const swept: Swept = { orphans: 0, left: 0 };
  for (const controller of controllers) {
    swept.left += await takeInLeft(services, controller, minutes);
    for (let back = 0; back < days; back += 1) {
      const day = addDays(helsinkiDateOf(services.clock.now()), -back);
      swept.orphans += await removeOrphans(services, controller, minutes, attachmentsOfDay(day));
      swept.orphans += await removeOrphans(services, controller, minutes, bodiesOfDay(day));
    }
  }
  return swept;
}

const isOld = (services: Services, minutes: number) => {
  const before = plusMinutes(services.clock.now(), -minutes);
  return ({ storedAt }: StoredObject): boolean => storedAt < before;
};

async function takeInLeft(services: Services, controller: ControllerId, minutes: number): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await services.inbox.list(controller, '', after);
    for (const { name } of page.objects.filter(isOld(services, minutes))) {
      const uploadId = UploadId.safeParse(name).data;
      if (uploadId === undefined) await services.inbox.remove(controller, name);
      else await takeIn(services, { controller, uploadId });
      count += 1;
    }
    ({ after } = page);
  } while (after !== undefined);
  return count;
}

/** Objects of one kind and day, and which of them nothing came to name. */
type Sweeping = {
  begins: string;
  orphansAmong: (where: Where, names: readonly string[]) => Promise<readonly string[]>;
};
type Where = { services: Services; actor: { controller: ControllerId } };

async function removeOrphans(
  services: Services,
  controller: ControllerId,
  minutes: number,
  { begins, orphansAmong }: Sweeping,
): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await services.documents.list(controller, begins, after);
    const old = page.objects.filter(isOld(services, minutes)).map(({ name }) => name);
    for (const name of await orphansAmong({ services, actor: { controller } }, old)) {
      await services.documents.remove(controller, name);
      count += 1;
    }
    ({ after } = page);
  } while (after !== undefined);
  return count;
}

/** Only what its own upload disowns: of an object whose upload is not found nothing is known. */
const attachmentsOfDay = (day: LocalDate): Sweeping => ({
  begins: namesOfDay(day),
  async orphansAmong(where, names) {
    const ids = [...new Set(names.map(uploadOfName))].flatMap((id) => UploadId.safeParse(id).data ?? []);
    const uploads = new Map<string, UploadItem>(
      (await loadUploads(where, ids)).map((upload) => [upload.uploadId, upload]),
    );
    return names.filter((name) => {
      const upload = uploads.get(uploadOfName(name));
      return upload !== undefined && upload.objectName !== name;
    });
  },
});

/** A content of a document: its piece names the object from the commit on, or there is no piece. */
const bodiesOfDay = (day: LocalDate): Sweeping => ({
  begins: bodyNamesOfDay(day),
  async orphansAmong(where, names) {
    const ids = [...new Set(names.map(bodyOfName))].flatMap((id) => BodyId.safeParse(id).data ?? []);
    const named = new Set((await loadFirstPieces(where, ids)).map(({ long }) => long?.objectName));
    return names.filter((name) => !named.has(name));
  },
});
