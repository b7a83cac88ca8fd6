import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { line } from '../view.ts';
import type { Conversation } from './conversation.ts';
import type { Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { changes, correct } from './asking.ts';
import { ask } from './matter.ts';
import { moveTo, type Outcome } from './turn.ts';

/** Words at the summary: a changed answer, or something to add to what happened. Either way the summary comes again. */
export function onRemark(rules: DialogRules, state: Conversation, said: Said): Outcome {
  for (const [index, draft] of state.drafts.entries()) {
    const corrections = changes(typeOf(rules, draft.type), draft, said, null);
    const spoken = corrections.filter(([field]) => field.default !== 'message');
    if (spoken.length > 0) return correct(rules, state, index, spoken);
  }
  return append(rules, state, said.text);
}

function append(rules: DialogRules, state: Conversation, text: string): Outcome {
  const [first, ...others] = state.drafts;
  if (!first) return ask(rules, state);
  const gist = typeOf(rules, first.type).gistField;
  const longer = `${first.text}\n${text}`;
  const told = first.answers[gist];
  const answers =
    told?.kind === 'text' && told.text === first.text
      ? { ...first.answers, [gist]: { kind: 'text' as const, text: longer } }
      : first.answers;
  const draft = { ...first, text: longer, answers, touchedAt: rules.now };
  return ask(rules, moveTo(state, { kind: 'reviewing' }, [draft, ...others]), [line(phrase('added.draft'))]);
}
