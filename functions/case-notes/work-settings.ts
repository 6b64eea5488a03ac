import {
  type ControllerSettings,
  defaultSettings,
} from '../../shared/domain/controllers/settings/settings.ts';

export const loadSettings = (): Promise<ControllerSettings> => Promise.resolve(defaultSettings);
