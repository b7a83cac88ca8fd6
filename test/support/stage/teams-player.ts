import {
  actionsOf,
  cardsOf,
  ownChat,
  objectIdOf,
  partsOf,
  textOf,
  userOf,
  type Answered,
  type Teams,
  type Where,
} from '../fake-teams/a-teams.ts';
import type { CardPart, SentCard } from '../fake-teams/connector.ts';
import { inputsOf, livingCards, primaryOf, valuesOf } from '../fake-teams/teams-client.ts';
import type { Opened, Player, Shown } from './stage.ts';

type Values = Readonly<Record<string, string>>;

/** A card with inputs in front of somebody, and where it stands. */
interface InFront {
  card: SentCard;
  where: Where | undefined;
}

/** Somebody at a client of Teams for whom the app was installed. */
export async function teamsPlayer(teams: Teams, id: string): Promise<Player> {
  await install(teams, id);
  let front: InFront | null = null;
  let before = 0;
  let answered: string[] = [];
  const chat = () => teams.inChannel(ownChat(id)).flatMap(cardsOf);

  const done = async (act: () => Promise<Answered>, where?: Where) => {
    before = chat().length;
    const { status, body } = await act();
    if (status !== 200 || (body?.statusCode ?? 200) !== 200) throw new Error(`Teams was answered ${status}`);
    const shown = body?.value as SentCard | string | undefined;
    const beside = chat().slice(before).findLast(hasInputs);
    const card = typeof shown === 'object' && hasInputs(shown) ? shown : beside;
    front = card ? { card, where } : null;
    answered = shown === undefined ? [] : [typeof shown === 'string' ? shown : textOf(shown)];
  };
  const send = async (values: Values) => {
    if (!front) throw new Error(`no form is open in front of ${id}`);
    const { card, where } = front;
    const data = { ...(primaryOf(card)['data'] as object), ...valuesOf(card), ...chosen(card, values) };
    await done(() => teams.execute(id, data, where), where);
    const still = front as InFront | null;
    return still ? errorsOn(still.card) : [];
  };

  const looksAt: Player['looksAt'] = (unit, number) => {
    const where = { channel: channelOf(teams, unit) };
    const [card] = livingCards(teams, where.channel, number);
    return (title) => {
      const action = card && actionsOf(card).find((one) => one['title'] === title);
      if (!action) throw new Error(`no button ${title} on the card of ${number}`);
      return done(() => teams.execute(id, action['data'] as object, where), where);
    };
  };

  return {
    id,
    says: (text) => done(() => teams.say(id, text)),
    calls: (unit, text) => done(() => teams.say(id, text, { channel: channelOf(teams, unit) })),
    presses: (title) => done(() => teams.press(id, title)),
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
  return { text: textOf(card), buttons: actionsOf(card).map(({ title }) => String(title)) };
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

function hasInputs(card: SentCard): boolean {
  return inputsOf(card).length > 0;
}

function errorsOn(card: SentCard): string[] {
  return partsOf(card).flatMap(({ id, text }) => (String(id).endsWith('.error') ? [text ?? ''] : []));
}

function openedOf(card: SentCard): Opened {
  const shown = { ...card, body: card.body.filter(({ id }) => id !== 'behind') };
  const isPreview = shown.body.length < card.body.length;
  return {
    text: textOf(shown),
    fields: inputsOf(card).map(({ id }) => String(id)),
    preview: isPreview ? textOf(shown) : null,
  };
}

/** Nobody can choose in a client what it does not offer. */
function chosen(card: SentCard, values: Values): Values {
  for (const [id, value] of Object.entries(values)) {
    const input = inputsOf(card).find((one) => one['id'] === id);
    if (!input) throw new Error(`no field ${id}`);
    const offered = input['choices.data'] === undefined ? choicesOf(input) : undefined;
    if (offered && !offered.includes(value))
      throw new Error(`${value} is not offered; there are ${offered.join(' ')}`);
  }
  return values;
}

function choicesOf(input: CardPart): string[] | undefined {
  return (input['choices'] as { value: string }[] | undefined)?.map(({ value }) => value);
}
