import type { Press } from '../view.ts';
import type { Conversation, Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { ask } from './matter.ts';
import { moveTo, type Outcome } from './turn.ts';

/** 同じ内容です: the draft will be tied to the earlier report. What was found to be like others stays as it is. */
export function sameMatter(rules: DialogRules, state: Conversation, press: Press): Outcome | null {
  const number = press.value;
  const isLike = ({ alike = [] }: Draft) => alike.some((one) => one.number === number);
  if (number === undefined || !state.drafts.some(isLike)) return null;
  return decided(rules, state, (draft) => (isLike(draft) ? { ...draft, joins: number } : draft));
}

/** 別の内容です: nothing more is said of it. */
export function otherMatter(rules: DialogRules, state: Conversation): Outcome | null {
  if (!state.drafts.some(({ alike }) => alike !== undefined)) return null;
  return decided(rules, state, withoutAlike);
}

function withoutAlike(draft: Draft): Draft {
  const { alike: _alike, joins: _joins, ...other } = draft;
  return other;
}

/** The question that stands is asked again, so that it is clear that the report is still to be sent. */
function decided(rules: DialogRules, state: Conversation, of: (draft: Draft) => Draft): Outcome {
  return ask(rules, moveTo(state, state.step, state.drafts.map(of)));
}
