import { actOf } from './acts/acts.ts';
import { KEEP_FORM } from './dialog/form.ts';
import type { Button, Press, View } from './view.ts';

/**
 * Which form a press sends, the same for each time that it is opened: an act on a report, or the draft that it is the
 * form of.
 */
export function formKey(press: Press): string {
  const act = actOf(press)?.act;
  if (act) return `act:${act.id}:${press.report ?? ''}`;
  const action = press.action === KEEP_FORM ? 'draft_form' : press.action;
  return press.value === undefined ? action : `${action}:${press.value}`;
}

/** What sends a form; undefined for what is no form. */
export function sendingButton({ buttons }: Pick<View, 'buttons'>): Button | undefined {
  return buttons.find(({ style }) => style === 'primary');
}
