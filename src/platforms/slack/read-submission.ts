import { z } from 'zod';
import { readCardInputs } from '../../cards/read-card-inputs.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { FormValues, Press, View } from '../../domain/view.ts';
import { digestOf, readModalState, type ModalState } from './modal-state.ts';
import type { PayloadProblem } from './payload-problem.ts';
import { readState, stateValues } from './read-state.ts';
import { MODAL_CALLBACK } from './render-modal.ts';
import { sender, slackUser, type SlackUser } from './slack-user.ts';
import { unreadable } from './unreadable.ts';

/** A modal that was sent. It is read by the form that its opener opens now: see `readForm`. */
export interface Submission {
  user: SlackUser;
  viewId: string;
  /** The same for the same version of the modal: with the id, what tells one sending from the next. */
  hash: string;
  /** What sending it does. */
  send: Press;
  state: ModalState;
  /** What the controls hold, as `readCardInputs` takes it. */
  data: Record<string, string>;
}

const view = z.looseObject({
  id: z.string().min(1),
  hash: z.string().default(''),
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.looseObject({ values: stateValues }),
});
const payload = z.looseObject({ type: z.literal('view_submission'), ...sender, view });

export function readSubmission(data: unknown): Result<Submission, PayloadProblem> {
  const read = payload.safeParse(data);
  if (!read.success) return fail(unreadable(read.error));
  const { view } = read.data;
  const user = slackUser(read.data);
  const state = view.callback_id === MODAL_CALLBACK ? readModalState(view.private_metadata) : null;
  if (!state?.send || !user) return fail({ kind: 'not_ours' });
  return ok({
    user,
    viewId: view.id,
    hash: view.hash,
    send: state.send,
    state,
    data: readState(view.state.values),
  });
}

/** What a modal that was sent says, and what is to be done with it. */
export interface ReadForm {
  values: FormValues;
  /** After a preview: sends what was shown, and shows another preview of what was changed since. */
  press: Press;
}

/** @param form as the opener opens it now, with what it offers to choose from */
export function readForm(
  form: View,
  { data, send, state }: Pick<Submission, 'data' | 'send' | 'state'>,
): ReadForm {
  const values = readCardInputs(form, data);
  const changed = state.digest !== null && state.digest !== digestOf(values);
  return { values, press: changed && state.review ? state.review : send };
}
