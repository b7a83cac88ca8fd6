import { partsOf, textOf, type Answered } from '../fake-teams/a-teams.ts';
import type { CardPart, SentCard } from '../fake-teams/connector.ts';
import { inputsOf, valuesOf } from '../fake-teams/teams-client.ts';
import type { Opened } from './stage.ts';

type Values = Readonly<Record<string, string>>;

/** What stands in front of somebody for what they did: a card, a sentence or nothing. */
export type InAnswer = SentCard | string | undefined;

interface Task {
  value: string | { card: { content: SentCard } };
}

/** Of an action, or of a dialog. */
export function inAnswer({ body }: Answered): InAnswer {
  const { task, value } = (body ?? {}) as { task?: Task; value?: unknown };
  if (task) return typeof task.value === 'string' ? task.value : task.value.card.content;
  return value as InAnswer;
}

/** Everything that can be pressed, in order; what opens a dialog is submitted, everything else executed. */
export function buttonsOn(card: SentCard): CardPart[] {
  return partsOf(card).filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
}

export function opensDialog({ data }: CardPart): boolean {
  return (data as { msteams?: { type?: string } } | undefined)?.msteams?.type === 'task/fetch';
}

export function hasInputs(card: SentCard): boolean {
  return inputsOf(card).length > 0;
}

/** What sending a form sends: its first button, and everything that stands in it. */
export function filledIn(card: SentCard, values: Values): object {
  const [send] = buttonsOn(card);
  checkOffered(card, values);
  return { ...(send?.['data'] as object), ...valuesOf(card), ...values };
}

export function errorsOn(card: SentCard): string[] {
  return partsOf(card).flatMap(({ id, text }) => (String(id).endsWith('.error') ? [text ?? ''] : []));
}

export function openedOf(card: SentCard): Opened {
  const shown = { ...card, body: card.body.filter(({ id }) => id !== 'behind') };
  const isPreview = shown.body.length < card.body.length;
  return {
    text: textOf(shown),
    fields: inputsOf(card).map(({ id }) => String(id)),
    preview: isPreview ? textOf(shown) : null,
  };
}

/** Nobody can choose in a client what it does not offer. */
function checkOffered(card: SentCard, values: Values): void {
  for (const [id, value] of Object.entries(values)) {
    const input = inputsOf(card).find((one) => one['id'] === id);
    if (!input) throw new Error(`no field ${id}`);
    const offered = input['choices.data'] === undefined ? choicesOf(input) : undefined;
    if (offered && !offered.includes(value))
      throw new Error(`${value} is not offered; there are ${offered.join(' ')}`);
  }
}

function choicesOf(input: CardPart): string[] | undefined {
  return (input['choices'] as { value: string }[] | undefined)?.map(({ value }) => value);
}
