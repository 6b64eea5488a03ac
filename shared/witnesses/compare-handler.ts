import { lockedStore, versionedStore } from '../aws/sealing-stores.ts';
import { awsServices, reconcilerSettings } from '../services-aws.ts';
import { sealedLines, storedLines } from './gather.ts';
import type { Reconciler } from './judge-windows.ts';
import { type Compared, compareWitnesses } from './run.ts';

let reconciler: Reconciler | undefined;

function theReconciler(): Reconciler {
  if (reconciler !== undefined) return reconciler;
  const { archive, witness, places, clientKeys } = reconcilerSettings();
  const services = awsServices();
  reconciler = {
    services,
    sealed: sealedLines(services.tables),
    lines: storedLines(services.tables, lockedStore(archive)),
    witness: lockedStore(witness),
    versioned: versionedStore(archive),
    places,
    clientKeys,
  };
  return reconciler;
}

/** Fails when a window could not be judged, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Compared> {
  const done = await compareWitnesses(theReconciler(), reconcilerSettings().controllers);
  if (done.failed > 0) throw new Error('Some windows were not compared.');
  return done;
}
