import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { Fault } from '../../support/fake-slack/faults.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const WHERE_THEY_WORK = '拠点か部署を選んでください';

let world: SlackWorld;
let risk: string;
beforeAll(async () => {
  world = await slackWorld();
  risk = channelOf(world, 'risk-compliance');
}, WORLD_READY_MS);
afterAll(() => world.close());
afterEach(() => {
  world.slack.faults.clear();
});

let newcomers = 0;
/** Somebody whom no file names. */
function newcomer(): FakePerson {
  const person = world.person(`newcomer${(newcomers += 1)}`);
  world.slack.addUser(person.user, { email: `new${newcomers}@elsewhere.example` });
  world.slack.workspace.channels.get(risk)?.members.add(person.user);
  return person;
}

const BROKEN: readonly Fault[] = [
  { kind: 'server_error', done: false },
  { kind: 'dropped', done: false },
  { kind: 'rate_limited', seconds: 2 },
  // Longer than Slack waits for us.
  { kind: 'slow', ms: 5000 },
];

describe('somebody whom no file names and whose words are not taken', () => {
  it.each(BROKEN)('is told so though the hint fails at first: $kind', async (fault) => {
    const person = newcomer();
    world.slack.faults.next('chat.postEphemeral', fault);
    await person.write(MISHANDED);
    await world.slack.pass(1);
    expect(person.hints().at(-1)).toContain(WHERE_THEY_WORK);
  });

  it.each(BROKEN)('is told so though it is not known at first who they are: $kind', async (fault) => {
    const person = newcomer();
    world.slack.faults.next('users.info', fault);
    await person.mention(risk, MISHANDED);
    await world.slack.pass(1);
    expect(person.hints().at(-1)).toContain(WHERE_THEY_WORK);
  });

  it('is told so in their own conversation where Slack shows no hint', async () => {
    const person = newcomer();
    world.slack.workspace.channels.get(risk)?.members.delete(person.user);
    await person.mention(risk, MISHANDED);
    expect(person.hints()).toEqual([]);
    expect(person.heard().at(-1)).toContain(WHERE_THEY_WORK);
  });
});

describe('somebody of the directory whose words cannot be taken', () => {
  it('is told so in their own conversation where Slack shows no hint', async () => {
    const abe = world.person('abe');
    world.slack.faults.next('chat.postEphemeral', { kind: 'error', error: 'channel_not_found' });
    await abe.write('長'.repeat(40_001));
    expect(abe.hints()).toEqual([]);
    expect(abe.heard().at(-1)).toContain('長すぎます');
  });
});

describe('a form or a Home tab that Slack does not open', () => {
  it.each(BROKEN)('is opened by the next press: $kind', async (fault) => {
    const { number } = await fileMishanded(world, 'yamada');
    const tanaka = world.person('tanaka');
    await tanaka.pressCard(risk, number, '担当になる');
    await world.settle();
    world.slack.workspace.modals.delete(tanaka.user);
    world.slack.faults.next('views.open', fault);
    await tanaka.pressCard(risk, number, '報告者に質問');
    world.slack.workspace.modals.delete(tanaka.user);
    await tanaka.pressCard(risk, number, '報告者に質問');
    expect(tanaka.modal()).not.toBeNull();
  });

  it.each(BROKEN)('is shown by the next look: $kind', async (fault) => {
    const suzuki = world.person('suzuki');
    world.slack.workspace.homes.delete(suzuki.user);
    world.slack.faults.next('views.publish', fault);
    expect((await suzuki.openHome()).status).toBe(200);
    await suzuki.openHome();
    expect(textOf(world.slack.workspace.homes.get(suzuki.user)?.blocks ?? [])).toContain('言語・お知らせ');
  });
});
