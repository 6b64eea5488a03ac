import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { search } from './module.ts';

export const handler = moduleHandler(search, awsServices, doorSettings());
