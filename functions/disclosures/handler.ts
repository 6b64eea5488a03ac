import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { disclosures } from './module.ts';

export const handler = moduleHandler(disclosures, awsServices, doorSettings());
