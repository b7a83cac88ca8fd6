import type { WorldOptions } from '../a-world.ts';
import { fakeSlack } from '../fake-slack/fake-slack.ts';
import { aTeams } from '../fake-teams/a-teams.ts';
import { slackAmongOthers, slackPeople } from '../slack-world.ts';
import { connected, slackSide } from './slack-stage.ts';
import type { Stage } from './stage.ts';
import { connect, teamsSide } from './teams-stage.ts';

/** One house with Slack and Teams: whoever reports is on the one, the departments are on the other. */
export async function acrossStage(reporters: 'slack' | 'teams', options: WorldOptions = {}): Promise<Stage> {
  const slack = await fakeSlack();
  const teams = await aTeams({ ...options, others: [slackAmongOthers(slack)] });
  const { world } = teams;
  await connect(teams);
  const inSlack = slackSide(await connected({ ...world, slack, address: '', person: slackPeople(slack) }));
  const inTeams = teamsSide(teams);
  const [here, there] = reporters === 'slack' ? [inSlack, inTeams] : [inTeams, inSlack];
  return {
    ...there,
    world,
    reporter: here.reporter,
    handler: there.reporter,
    elsewhere: there.reporter,
    close: async () => {
      await teams.close();
      await slack.close();
    },
  };
}
