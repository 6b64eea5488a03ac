import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { documents } from './module.ts';

export const handler = moduleHandler(documents, awsServices, doorSettings());
