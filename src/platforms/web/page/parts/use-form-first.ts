import { useEffect } from 'preact/hooks';
import type { Press } from '../../../../domain/view.ts';
import type { Message, OpenedForm } from '../../api.ts';
import { formKey } from '../forms/form-key.ts';
import { standingQuestion } from '../live/standing-question.ts';
import type { Timeline } from '../live/timeline.ts';
import { pressesOf } from './card-parts.ts';

/**
 * For those who would rather fill in a form: the question that stands opens it, once for every report that is being
 * written. Closed, it leaves the questions as they are.
 * @param timeline null where questions are answered one by one
 */
export function useFormFirst(
  timeline: Timeline | null,
  free: boolean,
  open: (press: Press, wanted: (form: OpenedForm) => boolean) => Promise<void>,
): void {
  const standing = timeline && standingQuestion(timeline.messages);
  useEffect(() => {
    const opener = standing && openerOf(standing);
    if (!opener || !free) return;
    void open(opener, (form) => isFirstTime(formKey(form)));
  }, [standing?.id]);
}

/** Also after a reload. */
function isFirstTime(form: string): boolean {
  const key = `opened ${form}`;
  if (sessionStorage.getItem(key) !== null) return false;
  sessionStorage.setItem(key, '');
  return true;
}

/** null for what is no question of a form: the summary, ready to be sent, offers the form too. */
function openerOf({ card }: Message): Press | null {
  const presses = pressesOf(card);
  if (presses.some(({ action }) => action === 'send')) return null;
  return presses.find(({ action }) => action === 'open_form') ?? null;
}
