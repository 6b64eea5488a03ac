import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { clientFile } from './module.ts';

export const handler = moduleHandler(clientFile, awsServices, doorSettings());
