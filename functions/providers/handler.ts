import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { providers } from './module.ts';

export const handler = moduleHandler(providers, awsServices, doorSettings());
