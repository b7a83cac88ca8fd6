import type { PressAnswer } from '../../api.ts';
import { api } from './api-client.ts';
import type { Reply } from './api-client.ts';
import type { CardAction } from '../parts/card-action.ts';
import type { Press } from '../../../../domain/view.ts';

/** A button of a message, or of a form that `opener` opened: with its inputs it submits, without it presses. */
export function act(
  place: string,
  { press, values }: CardAction,
  opener: Press | null,
): Promise<Reply<PressAnswer>> {
  const eventId = crypto.randomUUID();
  const takesInputs = values !== null && (opener !== null || Object.keys(values).length > 0);
  return takesInputs
    ? api.submit({ eventId, place, opener, press, values })
    : api.press({ eventId, place, press });
}
