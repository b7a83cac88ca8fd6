import { withErrors } from '../../cards/with-errors.ts';
import { EDIT_FORM, LEAVE_FORM } from '../../domain/acts/act-form-view.ts';
import { sendingButton } from '../../domain/form-key.ts';
import { phrase } from '../../domain/phrase.ts';
import { line, type Button, type FormValues, type Press, type View } from '../../domain/view.ts';
import { plain, type Block, type ModalView } from './blocks.ts';
import { lengthOf, LIMITS } from './limits.ts';
import { digestOf, writeModalState, type ModalOrigin, type ModalState } from './modal-state.ts';
import { renderButtons } from './render-buttons.ts';
import { renderLines, type Say } from './render-lines.ts';
import { renderScreens } from './render-screens.ts';

export interface ModalOptions {
  /** What opened the view, and opens it again when it comes back filled in. */
  opener: Press | null;
  origin?: ModalOrigin | null;
  /** Another than before when values are to be shown that the person did not type; see ControlBlock. */
  edition?: string;
  /** What would leave, shown above the form that says it, and the values it was made from. */
  preview?: { view: View; values: FormValues } | null;
}

/** Every modal of ours is called so to Slack. */
export const MODAL_CALLBACK = 'tsutae.modal';

/** Buttons that a modal's own way out stands for. */
const WAYS_OUT: ReadonlySet<string> = new Set([LEAVE_FORM, EDIT_FORM]);

/**
 * A view as a modal. Its first button sends it, those that close it or go back are the modal's own, all others stand
 * below. With a preview the form stays under it, filled in: mended there, it shows another one before it is sent.
 */
export function renderModal(form: View, say: Say, options: ModalOptions): ModalView {
  const { opener, origin = null, edition = '', preview = null } = options;
  const view = preview ? withErrors(form, preview.values, []) : form;
  const shown = preview?.view ?? view;
  const send = sendingButton(shown);
  const title = titleOf(view, say);
  return {
    type: 'modal',
    callback_id: MODAL_CALLBACK,
    title: plain(title),
    ...(send && { submit: plain(say(send.label)) }),
    close: plain(say(wayOutOf(shown)?.label ?? phrase('btn.close_view'))),
    private_metadata: writeModalState({
      opener,
      send: send?.press ?? null,
      ...reviewOf(view, preview),
      edition,
      origin,
    }),
    blocks: blocksOf({ view, preview: preview?.view ?? null, title, edition }, say),
  };
}

interface Body {
  view: View;
  preview: View | null;
  title: string;
  edition: string;
}

/** Small print takes blocks of its own, for which there may be no room. */
function blocksOf(body: Body, say: Say): Block[] {
  const blocks = bodyOf(body, say, true);
  return blocks.length <= LIMITS.blocks.modal ? blocks : bodyOf(body, say, false);
}

function bodyOf({ view, preview, title, edition }: Body, say: Say, small: boolean): Block[] {
  const lines = view.lines.filter(({ text }) => say(text) !== title);
  const shown = preview ?? view;
  const send = sendingButton(shown);
  const others = shown.buttons.filter((one) => one !== send && !WAYS_OUT.has(one.press.action));
  const blocks = [
    ...(preview ? previewBlocks(preview, say) : []),
    ...renderLines(lines, say, small),
    ...renderScreens(view.inputs, say, edition),
    ...renderButtons(others, say),
  ];
  return blocks.length > 0 ? blocks : renderLines([line(view.fallback)], say);
}

/** What is shown again once something that was previewed is changed. */
function reviewOf(form: View, preview: ModalOptions['preview']): Pick<ModalState, 'review' | 'digest'> {
  if (!preview) return { review: null, digest: null };
  return { review: sendingButton(form)?.press ?? null, digest: digestOf(preview.values) };
}

function previewBlocks(preview: View, say: Say): Block[] {
  return [
    ...renderLines(preview.lines, say),
    { type: 'divider' },
    ...renderLines([line(phrase('form.mend_below'))], say),
  ];
}

/** A title too long for its place stands above the form, under the name of the house; see `lines` of any form. */
function titleOf({ fallback }: View, say: Say): string {
  const title = say(fallback);
  return lengthOf(title) <= LIMITS.view.title ? title : say(phrase('person.system'));
}

function wayOutOf({ buttons }: View): Button | undefined {
  return buttons.find(({ press }) => WAYS_OUT.has(press.action));
}
