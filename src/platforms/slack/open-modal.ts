import type { Phrase } from '../../domain/phrase.ts';
import type { Locale } from '../../domain/organization.ts';
import type { View } from '../../domain/view.ts';
import { isDraftForm } from '../../domain/dialog/form.ts';
import { renderModal, type ModalOptions } from './render-modal.ts';
import { slackErrorName } from './slack-failure.ts';
import type { SlackContext } from './slack-context.ts';

export interface Opening {
  /** Slack's leave to open one modal, for three seconds. */
  triggerId: string;
  view: View;
  locale: Locale;
  /** Whether a modal is open already: the new one stands upon it. */
  stacked: boolean;
  options: ModalOptions;
}

/** Slack's names for a leave that has run out. */
const TOO_LATE = new Set(['expired_trigger_id', 'trigger_expired']);
/** And for one that was used: the same press was delivered before, and its modal is open. */
const OPENED_BEFORE = new Set(['exchanged_trigger_id', 'trigger_exchanged']);

/** False when it was too late to open it: the person has to press once more. */
export async function openModal(
  { quick, words }: Pick<SlackContext, 'quick' | 'words'>,
  { triggerId, view, locale, stacked, options }: Opening,
): Promise<boolean> {
  const language = view.language ?? locale;
  const modal = renderModal(view, (phrase: Phrase) => words.say(phrase, language), options);
  try {
    const opening = { trigger_id: triggerId, view: { ...modal, notify_on_close: isDraftForm(view) } };
    await (stacked ? quick.views.push(opening) : quick.views.open(opening));
    return true;
  } catch (error) {
    const name = slackErrorName(error);
    if (name !== null && OPENED_BEFORE.has(name)) return true;
    if (name !== null && TOO_LATE.has(name)) return false;
    throw error;
  }
}
