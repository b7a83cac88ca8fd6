import { useRef, useState } from 'preact/hooks';
import type { OpenedForm } from '../../api.ts';
import type { Press } from '../../../../domain/view.ts';
import { CHAT_LISTS } from '../../../../domain/short-list-view.ts';
import { listHref } from '../shell/routes.ts';
import { go } from '../shell/use-route.ts';
import { act } from '../live/actions.ts';
import { useSay } from '../say.ts';
import type { CardAction } from './card-action.ts';
import type { Notice } from './use-composer.ts';

export interface Presses {
  /** The form that a press has opened. */
  form: OpenedForm | null;
  closeForm: () => void;
  /** One at a time; whether the server has taken it. */
  press: (action: CardAction) => Promise<boolean>;
  /** Opens what a press opens, if `wanted` says so when it is there; says nothing when there is none. */
  openForm: (press: Press, wanted: (form: OpenedForm) => boolean) => Promise<void>;
}

/** What the buttons of a place do. */
export function usePresses(
  place: string,
  tell: (notice: Notice | null) => void,
  onTaken: (action: CardAction) => void = () => undefined,
): Presses {
  const say = useSay();
  const [form, setForm] = useState<OpenedForm | null>(null);
  const busy = useRef(false);

  const press = async (action: CardAction) => {
    const list = CHAT_LISTS.find((one) => one === action.press.value);
    if (action.press.action === 'open_list' && list) {
      go(listHref(list));
      return true;
    }
    if (busy.current) return false;
    busy.current = true;
    const reply = await act(place, action, null);
    busy.current = false;
    if (!reply.ok) {
      tell({ tone: 'alert', text: reply.problem.message || say('page.not_sent') });
      return false;
    }
    tell(null);
    setForm(reply.value.form);
    onTaken(action);
    return true;
  };

  const openForm = async (opener: Press, wanted: (form: OpenedForm) => boolean) => {
    const reply = await act(place, { press: opener, values: null }, null);
    const opened = reply.ok ? reply.value.form : null;
    if (opened && wanted(opened)) setForm(opened);
  };

  return { form, closeForm: () => setForm(null), press, openForm };
}
