import { httpsPost } from '../../aws/https-post.ts';
import { lockedStore } from '../../aws/sealing-stores.ts';
import { awsServices, cosignerSettings } from '../../services-aws.ts';
import { readCosigner } from '../../tlog/cosignature.ts';
import { type Cosigned, type Cosigning, cosignLogs } from './cosign-logs.ts';

let cosigning: Cosigning | undefined;

function theCosigning(): Cosigning {
  if (cosigning !== undefined) return cosigning;
  const { archive, fresh, cosigners } = cosignerSettings();
  const { clock, log } = awsServices();
  const known = cosigners.map(({ url, key }) => {
    const read = readCosigner(key);
    if (read === undefined) throw new Error('A witness has no such key.');
    return { url, key: read };
  });
  cosigning = {
    clock,
    log,
    archive: lockedStore(archive),
    fresh: lockedStore(fresh),
    post: httpsPost,
    cosigners: known,
  };
  return cosigning;
}

/** A witness that does not answer fails nothing: how long that may go on, an alarm of its own says. */
export const handler = (): Promise<Cosigned> => cosignLogs(theCosigning(), cosignerSettings().controllers);
