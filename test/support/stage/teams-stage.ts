import { phrase } from '../../../src/domain/phrase.ts';
import { aTeams, cardsOf, textOf, type Teams } from '../fake-teams/a-teams.ts';
import type { Posted } from '../fake-teams/connector.ts';
import { ADMINISTRATOR, CONNECTED, onlyOne, remembered, type InChannel, type Stage } from './stage.ts';
import { channelOf, connectedChannel, install, rootOf, shownOf, teamsPlayer } from './teams-player.ts';

/** What stands in the channels of Teams, and whoever is in its tenant. */
export type TeamsSide = Pick<Stage, 'inPrivate' | 'reporter' | 'card' | 'channel' | 'under'>;

/** The house with Teams alone: every activity with a signed token. */
export async function teamsStage(
  options: Omit<NonNullable<Parameters<typeof aTeams>[0]>, 'others'> = {},
): Promise<Stage> {
  const teams = await aTeams({ ...options, others: [] });
  await connect(teams);
  const side = teamsSide(teams);
  const { world } = teams;
  return { ...side, world, handler: side.reporter, elsewhere: null, close: () => teams.close() };
}

/** An administrator has given channels to units that the files name none for. */
export async function connect(teams: Teams): Promise<void> {
  await install(teams, ADMINISTRATOR);
  for (const unit of CONNECTED) {
    const channel = connectedChannel(unit);
    const name = teams.world.organized.catalogue.organization.units.get(unit)?.names.at(-1)?.value.ja;
    await teams.say(ADMINISTRATOR, `接続 ${name}`, { channel });
    const said = teams.inChannel(channel).splice(-1).flatMap(cardsOf).map(textOf);
    if (!said.join().includes('つなぎました')) throw new Error(`no channel for ${unit}: ${said.join()}`);
  }
}

export function teamsSide(teams: Teams): TeamsSide {
  /** In a channel by themselves: what is under another message has a conversation of its own. */
  const posts = (unit: string) =>
    teams.inChannel(channelOf(teams, unit)).filter(({ conversation }) => !conversation.includes(';'));
  return {
    inPrivate: phrase('reach.in_private'),
    reporter: remembered((id) => teamsPlayer(teams, id)),
    card: (unit, number) =>
      onlyOne(
        posts(unit)
          .filter((one) => cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number))
          .map(inChannel),
        number,
      ),
    channel: (unit) => posts(unit).map(inChannel),
    under: (unit, number) => {
      const channel = channelOf(teams, unit);
      const thread = `${channel};messageid=${rootOf(teams, channel, number)}`;
      return teams
        .inChannel(channel)
        .filter(({ conversation }) => conversation === thread)
        .flatMap(cardsOf)
        .map(textOf);
    },
  };
}

function inChannel(posted: Posted): InChannel {
  const shown = cardsOf(posted).map(shownOf);
  return {
    text: shown.map(({ text }) => text).join('\n'),
    buttons: shown.flatMap(({ buttons }) => buttons),
    calls: (posted.activity.entities ?? []).some(({ type }) => type === 'mention'),
  };
}
