import { platformContract, type PlatformWorld } from '../../contracts/platform-contract.ts';
import { actionsOf, aTeams, cardsOf, textOf } from '../../support/fake-teams/a-teams.ts';
import { livingCards, teamsClient } from '../../support/fake-teams/teams-client.ts';

async function open(sdk: 'botbuilder' | 'agents'): Promise<PlatformWorld> {
  const teams = await aTeams({ others: [], settings: { sdk } });
  const { units } = teams.world.organized.catalogue.organization;
  const channelOf = (unit: string) => units.get(unit)?.channels['teams'] ?? 'nowhere';
  return {
    world: teams.world,
    person: (id) => Promise.resolve(teamsClient(teams, id, channelOf)),
    cards: (unit, number) =>
      Promise.resolve(
        livingCards(teams, channelOf(unit), number).map((card) => ({
          text: textOf(card),
          buttons: actionsOf(card).map(({ title }) => String(title)),
        })),
      ),
    channel: (unit) =>
      Promise.resolve(teams.inChannel(channelOf(unit)).flatMap(cardsOf).map(textOf).join('\n')),
    close: () => teams.close(),
  };
}

platformContract('Teams over botbuilder', () => open('botbuilder'));
platformContract('Teams over its successor', () => open('agents'));
