import { arrivalHandler } from '../../shared/objects/arrival-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { takeIn } from './take-in.ts';

export const handler = arrivalHandler({ handle: takeIn }, awsServices);
