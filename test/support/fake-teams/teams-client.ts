import type { PlatformPerson } from '../../contracts/platform-contract.ts';
import { actionsOf, cardsOf, ownChat, partsOf, type Answered, type Teams, type Where } from './a-teams.ts';
import type { CardPart, SentCard } from './connector.ts';

/** A form that is open in front of somebody, and where it stands. */
interface Open {
  card: SentCard;
  where: Where | undefined;
}

/** Somebody at a client of Teams: what they press is executed, what is answered stands in front of them. */
export function teamsClient(
  teams: Teams,
  person: string,
  channelOf: (unit: string) => string,
): PlatformPerson {
  let open: Open | null = null;
  const shown = (answered: Answered, where: Where | undefined) => {
    const card = answered.body?.value as SentCard | string | undefined;
    const posted = teams.inChannel(ownChat(person)).flatMap(cardsOf).at(-1);
    const front = typeof card === 'object' ? card : posted;
    open = front && inputsOf(front).length > 0 ? { card: front, where } : null;
  };
  const send = async (data: object, where: Where | undefined) =>
    shown(await teams.execute(person, data, where), where);
  return {
    say: async (text) => {
      await teams.say(person, text);
    },
    press: async (label) => {
      open = null;
      shown(await teams.press(person, label), undefined);
    },
    pressCard: async (unit, number, label) => {
      const where = { channel: channelOf(unit) };
      const card = livingCards(teams, where.channel, number)[0];
      const action = card && actionsOf(card).find(({ title }) => title === label);
      if (!action) throw new Error(`no button ${label} on the card of ${number}`);
      await send(action['data'] as object, where);
    },
    fill: async (values) => {
      if (!open) throw new Error('no form is open');
      const { card, where } = open;
      const data = { ...(primaryOf(card)['data'] as object), ...filledIn(card, values) };
      await send(data, where);
      // What would leave is shown first, and sent as it is.
      const preview = open as Open | null;
      const behind = preview?.card.body.find(({ id }) => id === 'behind');
      if (preview && behind)
        await send({ ...(primaryOf(preview.card)['data'] as object), ...valuesOf(preview.card) }, where);
    },
    errors: () =>
      Promise.resolve(
        open
          ? partsOf(open.card).flatMap(({ id, text }) => (String(id).endsWith('.error') ? [text ?? ''] : []))
          : [],
      ),
    heard: () => Promise.resolve(teams.heard(person)),
  };
}

export function livingCards(teams: Pick<Teams, 'inChannel'>, channel: string, number: string): SentCard[] {
  return teams
    .inChannel(channel)
    .flatMap(cardsOf)
    .filter(({ refresh }) => refresh?.action.data['refresh'] === number);
}

export function inputsOf(card: SentCard): CardPart[] {
  return partsOf(card).filter(({ type }) => type.startsWith('Input.'));
}

function primaryOf(card: SentCard): CardPart {
  const primary = actionsOf(card).find(({ style }) => style === 'positive');
  if (!primary) throw new Error('a form without a button to send it');
  return primary;
}

/** What the inputs of a card hold, unseen ones included: as a client sends them along. */
export function valuesOf(card: SentCard): Record<string, string> {
  return Object.fromEntries(
    inputsOf(card).map(({ id, value }) => [String(id), typeof value === 'string' ? value : '']),
  );
}

function filledIn(card: SentCard, values: Readonly<Record<string, string>>): Record<string, string> {
  const changed = Object.entries(values).map(([label, value]) => {
    const input = inputsOf(card).find((one) => String(one['label']).startsWith(label));
    if (!input) throw new Error(`no field ${label}`);
    const choice = (input['choices'] as { title: string; value: string }[] | undefined)?.find(
      ({ title }) => title === value,
    );
    return [String(input['id']), choice?.value ?? value];
  });
  return { ...valuesOf(card), ...(Object.fromEntries(changed) as Record<string, string>) };
}
