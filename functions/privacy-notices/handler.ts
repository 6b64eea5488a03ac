import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { privacyNotices } from './module.ts';

export const handler = moduleHandler(privacyNotices, awsServices, doorSettings());
