import type { UploadItem } from '../../shared/domain/attachments/model.ts';
import { loadUploads } from '../../shared/domain/attachments/store.ts';
import { type ControllerId, UploadId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import { namesOfDay, uploadOfName } from '../../shared/objects/object-names.ts';
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
      swept.orphans += await removeOrphans(services, controller, day, minutes);
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

async function removeOrphans(
  services: Services,
  controller: ControllerId,
  day: LocalDate,
  minutes: number,
): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await services.documents.list(controller, namesOfDay(day), after);
    const old = page.objects.filter(isOld(services, minutes));
    const ids = [...new Set(old.map(({ name }) => uploadOfName(name)))].flatMap(
      (id) => UploadId.safeParse(id).data ?? [],
    );
    const uploads = await loadUploads({ services, actor: { controller } }, ids);
    const orphans = old.filter(({ name }) => isOrphan(name, uploads));
    for (const { name } of orphans) {
      await services.documents.remove(controller, name);
      count += 1;
    }
    ({ after } = page);
  } while (after !== undefined);
  return count;
}

/** Only what its own upload disowns: of an object whose upload is not found nothing is known. */
const isOrphan = (name: string, uploads: readonly UploadItem[]): boolean => {
  const upload = uploads.find(({ uploadId }) => uploadId === uploadOfName(name));
  return upload !== undefined && upload.objectName !== name;
};
