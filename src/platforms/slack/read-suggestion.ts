import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readControlBlockId } from './control-block.ts';
import { readModalState, type ModalState } from './modal-state.ts';
import type { PayloadProblem } from './payload-problem.ts';
import { sender, slackUser, type SlackUser } from './slack-user.ts';
import { CHOICE_SEARCH, readUnitSearchAction, type UnitExtras } from './suggest-choices.ts';
import { unreadable } from './unreadable.ts';

/** Somebody searches: units, or the choices of one field of the form that `state.opener` opens. */
export interface Search {
  user: SlackUser;
  /** What was typed so far, perhaps nothing. */
  query: string;
  wanted: { kind: 'units'; extras: UnitExtras } | { kind: 'choices'; control: string };
  state: ModalState | null;
}

const payload = z.looseObject({
  type: z.literal('block_suggestion'),
  ...sender,
  action_id: z.string(),
  block_id: z.string(),
  value: z.string(),
  view: z.looseObject({ private_metadata: z.string().default('') }).optional(),
});

export function readSuggestion(data: unknown): Result<Search, PayloadProblem> {
  const read = payload.safeParse(data);
  if (!read.success) return fail(unreadable(read.error));
  const user = slackUser(read.data);
  const { action_id, block_id, value: query, view } = read.data;
  const block = readControlBlockId(block_id);
  const extras = readUnitSearchAction(action_id);
  if (!block || !user || (!extras && action_id !== CHOICE_SEARCH)) return fail({ kind: 'not_ours' });
  return ok({
    user,
    query,
    wanted: extras ? { kind: 'units', extras } : { kind: 'choices', control: block.control },
    state: view ? readModalState(view.private_metadata) : null,
  });
}
