import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { prints } from './module.ts';

export const handler = moduleHandler(prints, awsServices, doorSettings());
