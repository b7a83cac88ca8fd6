import type { Actor } from '../organization.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { button, line, type Line, type View } from '../view.ts';
import type { Act, ActContext, ActForm } from './act.ts';

/** As the value of a press that sends a form: show what it would do, and do nothing yet. */
export const PREVIEW = 'preview';
/** The press of a preview that goes back to the form; nobody is told of it. */
export const EDIT_FORM = 'edit_form';
/** The press that leaves a form unsent. No act may be called so that its own form is sent by it: see `formPress`. */
export const LEAVE_FORM = 'leave_form';

/** The press that sends the form of an act. */
export function formPress(act: Pick<Act, 'id'>): string {
  return `${act.id}_form`;
}

export function actFormView(act: Act, on: ActContext, form: ActForm): View {
  const { number, head } = on.report;
  // What the opening button meant is meant by the form as well.
  const meant = on.value === undefined ? {} : { value: on.value };
  // What somebody else has done since it was opened is told before it is sent.
  const send = { action: formPress(act), report: number, turn: head.seq, ...meant };
  return {
    kind: 'form',
    lines: [line(form.title, 'strong'), ...inPlaceOf(on.actor), ...form.lines.map((one) => line(one))],
    inputs: [...form.inputs],
    buttons: [
      form.preview
        ? button({ ...send, value: PREVIEW }, phrase('btn.review'), 'primary')
        : button(send, form.send ?? phrase('btn.send'), 'primary'),
      button({ action: LEAVE_FORM }, phrase('btn.cancel')),
    ],
    fallback: form.title,
  };
}

/** A deputy knows in whose place they act before they do. */
function inPlaceOf({ for: absent }: Actor): Line[] {
  return absent === undefined ? [] : [line(phrase('act.in_place_of', { person: { person: absent } }))];
}

/**
 * What would leave, word for word, and to whom; the same answers are then sent, or mended.
 * @param turn of the press that sent the form: the last step when it was opened
 */
export function actPreview(
  act: Act,
  on: ActContext,
  form: ActForm,
  lines: readonly Phrase[],
  turn: number | undefined,
): View {
  return {
    kind: 'notice',
    lines: lines.map((one, index) => line(one, index === 0 ? 'strong' : 'plain')),
    inputs: [],
    buttons: [
      button(
        { action: formPress(act), report: on.report.number, ...(turn === undefined ? {} : { turn }) },
        phrase('btn.send'),
        'primary',
      ),
      button({ action: EDIT_FORM }, phrase('btn.edit')),
      button({ action: LEAVE_FORM }, phrase('btn.cancel')),
    ],
    fallback: form.title,
  };
}
