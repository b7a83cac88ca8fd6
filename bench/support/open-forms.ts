import type { FakePerson } from '../../test/support/fake-slack/people.ts';
import type { SlackWorld } from '../../test/support/slack-world.ts';
import { durations, timed, type Durations } from './durations.ts';

/** How the forms of Slack opened: a modal has to stand within three seconds, or it never does. */
export interface Opened {
  /** From the shortcut until its request was answered, by when the modal stands. */
  modals: Durations;
  /** Shortcuts of which no modal came. */
  missed: number;
}

/** Twice a second somebody opens the form of a report, whatever else is going on. */
const EVERY_MS = 500;

/** @returns what ends it, once every form that was asked for is open or has been missed */
export function openForms({ slack }: SlackWorld, people: readonly FakePerson[]): () => Promise<Opened> {
  const found: Opened = { modals: durations(), missed: 0 };
  const underWay = new Set<Promise<void>>();
  let turn = 0;
  const open = async (person: FakePerson) => {
    slack.workspace.modals.delete(person.user);
    const { value, ms } = await timed(() => person.shortcut('report'));
    if (value.status !== 200 || person.modal() === null) found.missed += 1;
    else found.modals.add(ms);
  };
  const timer = setInterval(() => {
    const person = people[(turn += 1) % people.length];
    if (!person) return;
    const opening = open(person).finally(() => underWay.delete(opening));
    underWay.add(opening);
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    return found;
  };
}
