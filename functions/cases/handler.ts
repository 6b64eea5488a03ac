import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { cases } from './module.ts';

export const handler = moduleHandler(cases, awsServices, doorSettings());
