import { z } from 'zod';
import type { Press } from '../../domain/view.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readModalState, type ModalState } from './modal-state.ts';
import type { PayloadProblem } from './payload-problem.ts';
import { readPressValue } from './press-value.ts';
import { readState, stateValues } from './read-state.ts';
import { sender, slackUser, type SlackUser } from './slack-user.ts';
import { unreadable } from './unreadable.ts';

/** Somebody pressed a button, or picked what stands for one. */
export interface PressedAction {
  press: Press;
  user: SlackUser;
  /** Opens a modal within three seconds, once. */
  triggerId: string;
  /** Tells one press from the next: Slack's time of it. */
  at: string;
  /** The message it stood in; null in a modal or on the Home tab. */
  message: { channel: string; ts: string; thread: string | null } | null;
  /** The modal or Home tab it stood in. */
  view: { id: string; hash: string | null; type: 'modal' | 'home'; state: ModalState | null } | null;
  /** What the inputs of the same message or view hold, as `readCardInputs` takes it. */
  data: Record<string, string>;
}

const option = z.looseObject({ value: z.string() });
const action = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  action_ts: z.string(),
  value: z.string().optional(),
  selected_option: option.nullish(),
});
const state = z.looseObject({ values: stateValues }).optional();

const payload = z.looseObject({
  type: z.literal('block_actions'),
  ...sender,
  trigger_id: z.string(),
  actions: z.array(action).min(1),
  channel: z.looseObject({ id: z.string() }).optional(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  view: z
    .looseObject({
      id: z.string(),
      hash: z.string().optional(),
      type: z.enum(['modal', 'home']),
      private_metadata: z.string().default(''),
      state,
    })
    .optional(),
  state,
});

type Payload = z.infer<typeof payload>;

/** A `block_actions` payload; what was pressed is what its value says, whatever the button is called. */
export function readAction(data: unknown): Result<PressedAction, PayloadProblem> {
  const read = payload.safeParse(data);
  if (!read.success) return fail(unreadable(read.error));
  const { actions, trigger_id, view, state } = read.data;
  const [pressed] = actions;
  const press = readPressValue(pressed?.value ?? pressed?.selected_option?.value ?? '');
  const user = slackUser(read.data);
  if (!pressed || !press || !user) return fail({ kind: 'not_ours' });
  return ok({
    press,
    user,
    triggerId: trigger_id,
    at: pressed.action_ts,
    message: messageOf(read.data),
    view: viewOf(read.data),
    data: readState((view?.state ?? state)?.values ?? {}),
  });
}

function messageOf({ channel, message }: Payload): PressedAction['message'] {
  return channel && message
    ? { channel: channel.id, ts: message.ts, thread: message.thread_ts ?? null }
    : null;
}

function viewOf({ view }: Payload): PressedAction['view'] {
  if (!view) return null;
  const { id, hash = null, type, private_metadata } = view;
  return { id, hash, type, state: readModalState(private_metadata) };
}
