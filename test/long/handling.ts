import { setTimeout as sleep } from 'node:timers/promises';
import { inputsOf } from '../support/card-elements.ts';
import type { Press } from '../../src/domain/view.ts';
import type { Person } from './person.ts';
import { shownIn } from './reporting.ts';
import { pressesOf, pressOf } from './timeline.ts';

/** Handlers look at what came last: several of them at the same card, now and then. */
const LOOKED_AT = 8;
const LOOKS_AGAIN_AFTER_MS = 120;
const AT_ONCE: readonly string[] = ['acknowledge', 'take', 'details'];

/** One deed of a department at one of its newest cards. */
export async function handle(person: Person, channel: string): Promise<void> {
  const cards = (await person.read(channel)).filter(({ report }) => report !== null).slice(-LOOKED_AT);
  const presses = cards.flatMap((card) => pressesOf(card));
  if (presses.length === 0) await sleep(LOOKS_AGAIN_AFTER_MS);
  else {
    const press = person.random.pick(presses);
    await deed(person, channel, press);
    await sleep(person.random.below(LOOKS_AGAIN_AFTER_MS));
  }
}

/** What a card offers besides opens a form, which is looked at and left. */
async function deed(person: Person, channel: string, press: Press): Promise<void> {
  if (AT_ONCE.includes(press.action)) await person.act(channel, press);
  else if (press.action === 'update') await update(person, channel, press);
  else await person.open(channel, press);
}

async function update(person: Person, channel: string, opener: Press): Promise<void> {
  const form = await person.open(channel, opener);
  const review = form && pressOf(form, 'update_form');
  if (!review) return;
  // What the preview of it sends.
  const { value: _preview, ...submit } = review;
  const card = form.card;
  const chosen = Object.fromEntries(
    inputsOf(card).map((input) =>
      input.type === 'Input.ChoiceSet'
        ? [input.id, person.random.pick(input.choices).value]
        : [input.id, '担当で確かめています'],
    ),
  );
  await person.actByForm(channel, form, submit, { ...shownIn(card), ...chosen });
}
