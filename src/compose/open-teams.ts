import type { TeamsSettings } from '../config.ts';
import { createTeamsPlatform, type TeamsPlatformParts } from '../platforms/teams/teams-platform.ts';
import type { OpenPlatform } from './platforms.ts';

/** Each loads its SDK when it is used, and not before. */
const EDGES: Record<TeamsSettings['sdk'], TeamsPlatformParts['openEdge']> = {
  botbuilder: async (options) =>
    (await import('../platforms/teams/edge-botbuilder.ts')).openBotbuilderEdge(options),
  agents: async (options) => (await import('../platforms/teams/edge-agents.ts')).openAgentsEdge(options),
};

/** @param cloud where tokens come from, when it is not the public cloud */
export function openTeams(
  { sdk, ...settings }: TeamsSettings,
  cloud?: TeamsPlatformParts['cloud'],
): OpenPlatform {
  return ({ organized: { catalogue, words }, store, clock, log }) =>
    createTeamsPlatform({
      ...settings,
      ...(cloud && { cloud }),
      openEdge: EDGES[sdk],
      accounts: store.accounts,
      reach: store.reach,
      organization: catalogue.organization,
      calendar: catalogue.calendar,
      words,
      clock,
      log: log.child({ platform: 'teams' }),
    });
}
