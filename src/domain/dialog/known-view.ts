import { phrase } from '../phrase.ts';
import { subtypePhrase } from '../subtype-phrase.ts';
import { button, type View } from '../view.ts';
import type { Conversation, Step } from './conversation.ts';
import { choiceView } from './question-view.ts';

/** That it is known, by number and time alone: what other offices wrote is theirs. */
export function knownView(
  { drafts, turn }: Conversation,
  step: Extract<Step, { kind: 'known_already' }>,
): View | null {
  const draft = drafts[step.draft];
  if (!draft?.known) return null;
  const { number, since } = draft.known;
  const known = phrase('known_already', { subtype: subtypePhrase(draft), number, since: { due: since } });
  return choiceView(
    [known, phrase('ask.known_already')],
    [
      button({ action: 'join_known', turn }, phrase('btn.join_known'), 'primary'),
      button({ action: 'other_than_known', turn }, phrase('btn.other_matter')),
    ],
  );
}
