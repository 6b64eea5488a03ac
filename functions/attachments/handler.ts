import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { attachments } from './module.ts';

export const handler = moduleHandler(attachments, awsServices, doorSettings());
