import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import {
  actionsOf,
  aTeams,
  cardsOf,
  ownChat,
  textOf,
  type Answered,
  type Teams,
} from '../../support/fake-teams/a-teams.ts';
import type { Posted, SentCard } from '../../support/fake-teams/connector.ts';
import { fileMishanded } from '../../scenes/steps.ts';

const RISK = '19:risk-compliance@thread.tacv2';

describe.each(['botbuilder', 'agents'] as const)('a card that was posted twice (%s)', (sdk) => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await aTeams({ settings: { sdk } });
  }, WORLD_READY_MS);
  afterAll(() => teams.close());
  afterEach(async () => {
    teams.connector.faults.length = 0;
    // What was put off in the channel is brought before the next.
    teams.world.clock.pass(1);
    await teams.world.settle();
  });

  const living = (number: string) =>
    teams
      .inChannel(RISK)
      .filter((one) => cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number));
  const standing = (number: string) => living(number).flatMap(cardsOf).map(textOf);
  const shown = ({ body }: Answered) => textOf(body?.value as SentCard);
  const removed = () => teams.connector.removed.map(({ id }) => id);

  /** What a client sends of a button, or of a card that it shows, with the message that it stands in. */
  const from = (person: string, message: Posted, data: object, where: object = {}) =>
    teams.deliver(
      teams.activity(
        person,
        {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: message.id,
          value: { action: { type: 'Action.Execute', data }, trigger: 'manual' },
        },
        { channel: RISK, thread: message.id, ...where },
      ),
    );

  /** A report whose card in the channel was posted, and of which nobody heard that it was. */
  async function doubled() {
    teams.connector.faults.push({ kind: 'drop_after', conversation: RISK });
    const { number } = await fileMishanded(teams.world, 'yamada');
    const [first] = living(number);
    if (!first) throw new Error('no card');
    const once = standing(number);
    return { number, first, once };
  }

  async function postedAgain() {
    const report = await doubled();
    teams.world.clock.pass(1);
    await teams.world.settle();
    const [stray, card] = living(report.number);
    if (!stray || !card) throw new Error('the card stands there once');
    expect(stray.id).toBe(report.first.id);
    return { ...report, stray, card };
  }

  function buttonOf(message: Posted, title: string): object {
    const action = cardsOf(message)
      .flatMap(actionsOf)
      .find((one) => one['title'] === title);
    if (!action) throw new Error(`no button ${title}`);
    return action['data'] as object;
  }

  it('stands there once as soon as somebody looks at the one that nothing updates', async () => {
    const { number, stray, card } = await postedAgain();
    const answered = await from('tanaka', stray, { refresh: number });
    expect(shown(answered)).toBe(standing(number)[0]);
    expect(living(number)).toEqual([card]);
    expect(removed()).toContain(stray.id);
    await teams.world.pressCard('tanaka', number, 'acknowledge');
    expect(living(number).map(({ id }) => id)).toEqual([card.id]);
    expect(standing(number)[0]).toContain('受付確認済');
  });

  it('is worked on as ever where it is pressed, and stands there once', async () => {
    const { number, stray, card } = await postedAgain();
    const answered = await from('tanaka', stray, buttonOf(stray, '受付確認'));
    expect(shown(answered)).toContain('受付確認済');
    expect(living(number).map(({ id }) => id)).toEqual([card.id]);
    expect(standing(number)[0]).toContain('受付確認済');
  });

  it('keeps the message in which a form is open', async () => {
    const { number, stray } = await postedAgain();
    await teams.world.pressCard('tanaka', number, 'take');
    const form = await from('tanaka', stray, { press: { action: 'ask', report: number }, card: number });
    expect(actionsOf(form.body?.value as SentCard).map((one) => one['title'])).toContain('やめる');
    expect(living(number)).toHaveLength(2);
  });

  it('loses nothing by a look at the living one, nor by one at what is said beside it', async () => {
    const { number, card } = await postedAgain();
    const before = removed();
    await from('tanaka', card, { refresh: number });
    await from('tanaka', card, buttonOf(card, 'くわしく'));
    // A reminder has buttons of the same report, and says nothing of being its card.
    const beside = { ...card, id: 'beside', updates: 0 };
    teams.connector.posted.push(beside);
    await from('tanaka', beside, { press: { action: 'details', report: number } });
    // What stands in a thread is no card of its own.
    await from('tanaka', beside, { refresh: number }, { thread: card.id });
    await from('tanaka', beside, { refresh: number }, { channel: undefined });
    expect(removed()).toEqual(before);
  });

  it('loses no card of another report, whatever the pressed card says', async () => {
    const one = await postedAgain();
    const other = (await fileMishanded(teams.world, 'watanabe')).number;
    const [card] = living(other);
    if (!card) throw new Error('no card');
    await from('tanaka', card, { refresh: one.number });
    expect(living(other)).toEqual([card]);
  });

  it('is left alone for whoever may not see the report', async () => {
    const { number, stray } = await postedAgain();
    await from('kudo', stray, { refresh: number });
    expect(living(number)).toHaveLength(2);
  });

  it('is left alone while none is written down: it may be the one', async () => {
    const { number, first, once } = await doubled();
    await from('tanaka', first, { refresh: number });
    expect(standing(number)).toEqual(once);
    expect(living(number)[0]?.id).toBe(first.id);
  });

  it('is tried once where it may not be taken back, and again where the service was in trouble', async () => {
    const { number, stray } = await postedAgain();
    teams.connector.faults.push({ kind: 'status', status: 503, conversation: RISK });
    expect(shown(await from('tanaka', stray, { refresh: number }))).toContain(number);
    stray.foreign = true;
    for (const tries of [1, 0]) {
      const asked = teams.connector.authorizations.length;
      expect(shown(await from('tanaka', stray, { refresh: number }))).toContain(number);
      expect(teams.connector.authorizations.length - asked).toBe(tries);
    }
    expect(living(number)).toHaveLength(2);
    expect(teams.inChannel(ownChat('tanaka')).flatMap(cardsOf).map(textOf).join('\n')).not.toContain(
      'Forbidden',
    );
  });
});
