import { planterHands } from '../aws/planter-hands.ts';
import { lockedStore } from '../aws/sealing-stores.ts';
import { awsServices, plantingsSettings } from '../services-aws.ts';
import { type Judged, type Plantings, runPlantings } from './run.ts';

let plantings: Plantings | undefined;

function thePlantings(): Plantings {
  if (plantings !== undefined) return plantings;
  const services = awsServices();
  const settings = plantingsSettings();
  plantings = {
    services,
    hands: planterHands(services.tables, settings),
    archive: lockedStore(settings.archive),
  };
  return plantings;
}

/** Fails when a controller's day could not be gone on with, so that the failure is counted and the alarm sounds. */
export async function handler(): Promise<Judged> {
  const done = await runPlantings(thePlantings(), plantingsSettings().controllers);
  if (done.failed > 0) throw new Error('The plantings of some controllers were not judged.');
  return done;
}
