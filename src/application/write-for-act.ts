import { PREVIEW } from '../domain/acts/act-form-view.ts';
import type { Act } from '../domain/acts/act.ts';
import type { Step } from '../domain/dialog/conversation.ts';
import type { Press } from '../domain/view.ts';

/** A conversation in which the next message is the text of an act. */
export type WritingForAct = Extract<Step, { kind: 'writing_for_act' }>;

/** Whether a press is answered by the next message: its button stands in the conversation, beside what it is about. */
export function isWritten(act: Act, press: Press): boolean {
  return act.inChat !== undefined && press.value !== undefined;
}

export function writingFor(act: Act, { report = '', value = '' }: Press): WritingForAct {
  return { kind: 'writing_for_act', report, act: act.id, value };
}

/** What a button says besides its report; looking at a form before it is sent says nothing of it. */
export function valueOf({ value }: Pick<Press, 'value'>): string | undefined {
  return value === PREVIEW ? undefined : value;
}
