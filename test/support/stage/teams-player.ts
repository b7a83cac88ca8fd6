import {
  cardsOf,
  ownChat,
  objectIdOf,
  textOf,
  userOf,
  type Answered,
  type Teams,
  type Where,
} from '../fake-teams/a-teams.ts';
import type { SentCard } from '../fake-teams/connector.ts';
import { livingCards } from '../fake-teams/teams-client.ts';
import type { Player, Shown } from './stage.ts';
import { buttonsOn, errorsOn, filledIn, hasInputs, inAnswer, openedOf, opensDialog } from './teams-forms.ts';

/** A card with inputs in front of somebody, and where it stands. */
interface InFront {
  card: SentCard;
  where: Where | undefined;
  isDialog: boolean;
}

/** Somebody at a client of Teams for whom the app was installed. */
export async function teamsPlayer(teams: Teams, id: string): Promise<Player> {
  await install(teams, id);
  let front: InFront | null = null;
  let before = 0;
  let answered: string[] = [];
  const chat = () => teams.inChannel(ownChat(id)).flatMap(cardsOf);

  const done = async (act: () => Promise<Answered>, where?: Where, isDialog = false) => {
    before = chat().length;
    const answer = await act();
    const { status, body } = answer;
    if (status !== 200 || (body?.statusCode ?? 200) !== 200) throw new Error(`Teams was answered ${status}`);
    const shown = inAnswer(answer);
    const beside = chat().slice(before).findLast(hasInputs);
    const card = typeof shown === 'object' && hasInputs(shown) ? shown : beside;
    front = card ? { card, where, isDialog } : null;
    answered = shown === undefined ? [] : [typeof shown === 'string' ? shown : textOf(shown)];
  };
  const dialog = (name: 'task/fetch' | 'task/submit', data: object, where: Where | undefined) =>
    done(
      () => teams.deliver(teams.activity(id, { type: 'invoke', name, value: { data } }, where)),
      where,
      true,
    );
  const execute = (data: object, where: Where | undefined) =>
    done(() => teams.execute(id, data, where), where);
  const send = async (values: Readonly<Record<string, string>>) => {
    if (!front) throw new Error(`no form is open in front of ${id}`);
    const { card, where, isDialog } = front;
    const data = filledIn(card, values);
    await (isDialog ? dialog('task/submit', data, where) : execute(data, where));
    const still = front as InFront | null;
    return still ? errorsOn(still.card) : [];
  };
  const press = (cards: readonly SentCard[], title: string, where?: Where) => {
    const action = cards.flatMap(buttonsOn).findLast((one) => one['title'] === title);
    if (!action) throw new Error(`${id} sees no button ${title}`);
    const data = action['data'] as object;
    return opensDialog(action) ? dialog('task/fetch', data, where) : execute(data, where);
  };
  const looksAt: Player['looksAt'] = (unit, number) => {
    const channel = channelOf(teams, unit);
    const cards = livingCards(teams, channel, number);
    return (title) => press(cards, title, { channel });
  };

  return {
    id,
    says: (text) => done(() => teams.say(id, text)),
    calls: (unit, text) => done(() => teams.say(id, text, { channel: channelOf(teams, unit) })),
    presses: (title) => press(chat(), title),
    pressesCard: (unit, number, title) => looksAt(unit, number)(title),
    looksAt,
    writes: (unit, number, text) => {
      const channel = channelOf(teams, unit);
      const thread = rootOf(teams, channel, number);
      return done(() => teams.deliver(teams.activity(id, { type: 'message', text }, { channel, thread })));
    },
    opened: () => front && openedOf(front.card),
    fills: send,
    sends: async () => {
      const wrong = await send({});
      if (wrong.length > 0) throw new Error(`what was previewed is not taken: ${wrong.join()}`);
    },
    heard: () => chat().map(shownOf),
    told: () => [...answered, ...chat().slice(before).map(textOf)],
  };
}

/** Of the files, else the one that is connected to it. */
export function channelOf({ world }: Pick<Teams, 'world'>, unit: string): string {
  return world.organized.catalogue.organization.units.get(unit)?.channels['teams'] ?? connectedChannel(unit);
}

export function connectedChannel(unit: string): string {
  return `19:${unit}-connected@thread.tacv2`;
}

export function shownOf(card: SentCard): Shown {
  return { text: textOf(card), buttons: buttonsOn(card).map(({ title }) => String(title)) };
}

/** Id of the message that is the living card of a report. */
export function rootOf(teams: Teams, channel: string, number: string): string {
  const root = teams
    .inChannel(channel)
    .find((one) => cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number));
  if (!root) throw new Error(`no card of ${number} in ${channel}`);
  return root.id;
}

/** The administrators have set it up for everybody. */
export async function install(teams: Teams, id: string): Promise<void> {
  const person = teams.world.organized.catalogue.organization.people.get(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  const { email } = person;
  const user = { id: userOf(id), aadObjectId: objectIdOf(id), name: person.name.ja };
  teams.connector.members.set(user.id, { ...user, email, userPrincipalName: email, userRole: 'user' });
  await teams.deliver(teams.activity(id, { type: 'installationUpdate', action: 'add' }));
}
