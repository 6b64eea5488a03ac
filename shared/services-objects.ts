import type { CredentialsOf } from './aws/credentials.ts';
import type { Clock } from './kernel/clock.ts';
import type { Services } from './services.ts';

/** Which buckets a function was given, and who looks into what comes in. */
export type ObjectSettings = {
  inbox: string | undefined;
  documents: string | undefined;
  exports: string | undefined;
  transfers: string | undefined;
  malwareScan: 'none' | 'guardDuty';
};

/**
 * The stores of objects of a function in AWS. The S3 client is loaded at the first use, and a function that was
 * given no bucket has none to reach.
 */
export function objectServices(
  { inbox, documents, exports: editions, transfers, malwareScan }: ObjectSettings,
  credentialsOf: CredentialsOf | undefined,
  clock: Clock,
): Pick<Services, 'inbox' | 'documents' | 'exports' | 'transfers' | 'malware'> {
  const bucketOf = async (name: string | undefined) => {
    if (name === undefined) throw new Error('This function was given no such bucket.');
    const { s3Bucket } = await import('./aws/object-store.ts');
    return s3Bucket(name, credentialsOf);
  };
  return {
    inbox: {
      async sign(controller, terms) {
        if (inbox === undefined) throw new Error('This function was given no inbox.');
        const { signPost } = await import('./aws/sign-post.ts');
        return signPost(inbox, credentialsOf, controller, terms, clock.now());
      },
      get: async (controller, name) => (await bucketOf(inbox)).get(controller, name),
      remove: async (controller, name) => (await bucketOf(inbox)).remove(controller, name),
      list: async (controller, begins, after) => (await bucketOf(inbox)).list(controller, begins, after),
    },
    documents: {
      putIfAbsent: async (controller, name, bytes) =>
        (await bucketOf(documents)).putIfAbsent(controller, name, bytes),
      getRange: async (controller, name, range) =>
        (await bucketOf(documents)).getRange(controller, name, range),
      remove: async (controller, name) => (await bucketOf(documents)).remove(controller, name),
      list: async (controller, begins, after) => (await bucketOf(documents)).list(controller, begins, after),
    },
    exports: {
      putIfAbsent: async (controller, name, bytes) =>
        (await bucketOf(editions)).putIfAbsent(controller, name, bytes),
      list: async (controller, begins, after) => (await bucketOf(editions)).list(controller, begins, after),
    },
    transfers: {
      putIfAbsent: async (controller, name, bytes) =>
        (await bucketOf(transfers)).putIfAbsent(controller, name, bytes),
      remove: async (controller, name) => (await bucketOf(transfers)).remove(controller, name),
      list: async (controller, begins, after) => (await bucketOf(transfers)).list(controller, begins, after),
    },
    malware:
      malwareScan === 'none'
        ? undefined
        : { verdictOf: async (controller, file) => (await bucketOf(inbox)).scan(controller, file) },
  };
}
