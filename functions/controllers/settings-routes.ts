import * as z from 'zod';
import { CONTROLLER_ACTIONS } from '../../shared/access/actions/controllers.ts';
import { ControllerContent } from '../../shared/domain/controllers/model.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { ControllerChanged, changeController } from './change-controller.ts';
import { ControllerView, readController } from './read-controller.ts';
import { readSettings, SettingsView } from './read-settings.ts';
import {
  listSettingsVersions,
  readSettingsVersion,
  SettingsVersions,
  SettingsVersionView,
} from './read-settings-history.ts';

const Version = z.coerce.number().int().min(1).max(999_999);

export const settingsRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/controllers/own',
    action: CONTROLLER_ACTIONS.read,
    event: 'ControllerRead',
    summary: "The record of the worker's own controller.",
    returns: ControllerView,
    refusals: [COMMON_REFUSALS.notFound],
    handle: readController,
  }),
  write({
    method: 'PUT',
    path: '/v1/controllers/own',
    action: CONTROLLER_ACTIONS.change,
    event: 'ControllerChanged',
    summary: 'Writes the record of the own controller anew.',
    writes: 'changes',
    body: ControllerContent,
    returns: ControllerChanged,
    refusals: [COMMON_REFUSALS.notFound],
    example: { name: { fi: 'Keksitty hyvinvointialue' }, address: 'Keksitty katu 1', phones: [] },
    handle: changeController,
  }),
  read({
    method: 'GET',
    path: '/v1/controllers/settings',
    action: CONTROLLER_ACTIONS.readSettings,
    event: 'SettingsRead',
    summary: 'Every setting with its meaning, its value today and its default.',
    returns: SettingsView,
    handle: readSettings,
  }),
  read({
    method: 'GET',
    path: '/v1/controllers/settings/versions',
    action: CONTROLLER_ACTIONS.listVersions,
    event: 'SettingsVersionsListed',
    summary: 'Who changed which settings and from when they hold, the latest first.',
    query: PageQuery,
    returns: SettingsVersions,
    handle: listSettingsVersions,
  }),
  read({
    method: 'GET',
    path: '/v1/controllers/settings/versions/{version}',
    action: CONTROLLER_ACTIONS.readVersion,
    event: 'SettingsVersionRead',
    summary: 'One version of the settings as a whole.',
    params: z.strictObject({ version: Version }),
    returns: SettingsVersionView,
    handle: readSettingsVersion,
  }),
];
