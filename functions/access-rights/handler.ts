import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { accessRights } from './module.ts';

export const handler = moduleHandler(accessRights, awsServices, doorSettings());
