import { typeOf } from '../assessment.ts';
import type { Conversation, Draft } from './conversation.ts';
import type { Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { mayBeViolation } from './lesson.ts';
import { beside } from './steering.ts';
import { outcome, type Outcome } from './turn.ts';

/** Whether somebody asks how something is done: neither a report nor a question about one. */
export function asksKnowHow({ understanding: { label }, asks }: Said): boolean {
  return asks === true && (label === 'other' || label === 'knowledge');
}

/** Looked up, and kept so that it can be left as a question. */
export function question(state: Conversation, { id, text, understanding }: Said): Outcome {
  const keeps = !understanding.drill && !mayBeViolation(understanding);
  return outcome({ ...state, asked: { id, text } }, { kind: 'answer_question', text, keeps });
}

/** 質問として残す: a question and answer that has no answer yet; whoever publishes knowledge answers it. */
export function keepQuestion(rules: DialogRules, before: Conversation): Outcome | null {
  const { asked, ...state } = before;
  if (!asked) return null;
  return beside(rules, state, { kind: 'file', drafts: [questionDraft(rules, asked)] });
}

function questionDraft(rules: DialogRules, { id, text }: { id: string; text: string }): Draft {
  const { formVersion } = typeOf(rules, 'knowledge');
  return {
    id: `${id}:question`,
    type: 'knowledge',
    subtype: 'qa',
    formVersion,
    text,
    answers: {
      situation: { kind: 'unknown' },
      practice: { kind: 'text', text },
      basis: { kind: 'choice', choice: 'none' },
      review: { kind: 'choice', choice: 'year' },
    },
    cues: [],
    suspicions: [],
    voiceKind: null,
    urgent: false,
    drill: false,
    evidence: [],
    takenFor: null,
    startedAt: rules.now,
    touchedAt: rules.now,
    today: rules.today,
  };
}
