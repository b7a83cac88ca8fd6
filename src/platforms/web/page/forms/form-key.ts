import type { OpenedForm } from '../../api.ts';
import { pressesOf } from '../parts/card-parts.ts';

/** What tells a form from all others: what its first button submits, which names the draft or the report. */
export function formKey({ opener, card }: OpenedForm): string {
  const { action, value = '', report = '' } = pressesOf(card)[0] ?? opener;
  return [action, value, report].join(' ');
}
