import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { controllers } from './module.ts';

export const handler = moduleHandler(controllers, awsServices, doorSettings());
