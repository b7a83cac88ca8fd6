import type { TeamsSettings } from '../config.ts';
import { createTeamsPlatform, type TeamsParts } from '../platforms/teams/teams-platform.ts';
import { chatParts } from './chat-parts.ts';
import type { OpenPlatform } from './platforms.ts';

/** Each loads its SDK when it is used, and not before. */
const EDGES: Record<TeamsSettings['sdk'], TeamsParts['openEdge']> = {
  botbuilder: async (options) =>
    (await import('../platforms/teams/edge-botbuilder.ts')).openBotbuilderEdge(options),
  agents: async (options) => (await import('../platforms/teams/edge-agents.ts')).openAgentsEdge(options),
};

/**
 * @param cloud where tokens come from, when it is not the public cloud
 * @param openEdge another SDK than the configured one: a test's own
 */
export function openTeams(
  { sdk, ...settings }: TeamsSettings,
  cloud?: TeamsParts['cloud'],
  openEdge = EDGES[sdk],
): OpenPlatform {
  return (parts) =>
    createTeamsPlatform({
      ...settings,
      ...(cloud && { cloud }),
      openEdge,
      ...chatParts(parts, 'teams'),
    });
}
