import type { Answer } from '../../../src/domain/answers.ts';
import type { Conversation } from '../../../src/domain/dialog/conversation.ts';
import { NOTHING_SETTLED, type DialogEvent } from '../../../src/domain/dialog/dialog-event.ts';
import type { DialogRules } from '../../../src/domain/dialog/dialog-rules.ts';
import type { Field } from '../../../src/domain/field.ts';
import { said, TODAY, understood } from '../../support/builders.ts';

/** What leads on to a filed report from wherever a conversation stands. */
export function aptEvent(rules: DialogRules, state: Conversation): DialogEvent {
  const { step, turn } = state;
  const press = (action: string): DialogEvent => ({ kind: 'pressed', id: 'apt', press: { action, turn } });
  switch (step.kind) {
    case 'idle':
      return said('別の方の通知書を渡した', understood('incident'), { id: `apt-${turn}` });
    case 'asking':
      return answered(rules, state, step);
    case 'known_already':
      return press('other_than_known');
    case 'reviewing':
    case 'choosing_field':
      return press('send');
    case 'choosing_type':
      return { kind: 'pressed', id: 'apt', press: { action: 'choose_type', value: 'risk', turn } };
    case 'choosing_split':
      return press('one');
    case 'asking_drill':
      return press('real');
    case 'stopped':
      return press('not_violation');
    case 'confirming_correction':
      return press('confirm_correction');
    case 'writing_addition':
    case 'writing_for_act':
      return said('追加です', understood('incident'), { id: 'apt', settled: NOTHING_SETTLED });
    case 'resuming':
      return press('resume');
  }
}

function answered(
  rules: DialogRules,
  state: Conversation,
  step: { draft: number; field: string },
): DialogEvent {
  const draft = state.drafts[step.draft];
  const field = draft && rules.types.get(draft.type)?.fields.find(({ id }) => id === step.field);
  return said('答えです', understood('other'), { id: 'apt', reading: field ? answerTo(field) : null });
}

function answerTo({ kind, options }: Field): Answer {
  const [option] = options;
  if (option) return option.answer;
  switch (kind) {
    case 'text':
      return { kind: 'text', text: '答えです' };
    case 'date':
    case 'datetime':
      return { kind: 'date', date: TODAY };
    case 'count':
    case 'money':
      return { kind: 'count', from: 1, to: 1 };
    case 'unit':
      return { kind: 'unit', unit: 'midori' };
    case 'choice':
      return { kind: 'unknown' };
  }
}
