import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Message, OpenedForm } from '../../api.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { act } from '../live/actions.ts';
import { useFeed } from '../live/use-feed.ts';
import { useSay } from '../say.ts';
import type { CardAction } from './card-action.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import type { Composer as ComposerState } from './use-composer.ts';

export interface PlacePanelProps {
  place: string;
  /** Name of the log for those who do not see it. */
  label: string;
  /** What the input box is for. */
  invitation: string;
  announced: number;
  composer: ComposerState;
  /** Buttons that are always at hand. */
  shortcuts?: (press: (action: CardAction) => void) => ComponentChildren;
  empty: ComponentChildren;
  /** A button was taken by the server. */
  onTaken?: (action: CardAction) => void;
}

/** One place: what was said there, what can be done with it, and the box to write in. */
export function PlacePanel(props: PlacePanelProps) {
  const { place, label, invitation, announced, composer, shortcuts, empty, onTaken } = props;
  const say = useSay();
  const { timeline, failed, older } = useFeed(place, announced);
  const [form, setForm] = useState<OpenedForm | null>(null);

  const run = async (action: CardAction) => {
    const reply = await act(place, action, null);
    if (!reply.ok) {
      composer.tell({ tone: 'alert', text: reply.problem.message || say('page.not_sent') });
      return;
    }
    composer.tell(null);
    setForm(reply.value.form);
    onTaken?.(action);
  };

  return (
    <div class="place">
      {shortcuts && <div class="shortcuts">{shortcuts((action) => void run(action))}</div>}
      {timeline ? (
        <MessageList
          label={label}
          timeline={timeline}
          older={older}
          act={(_message: Message, action) => void run(action)}
          empty={empty}
        />
      ) : (
        <p class="waiting" role="status">
          {say(failed ? 'page.connection_lost' : 'page.loading')}
        </p>
      )}
      <Composer label={invitation} composer={composer} />
      {form && <FormDialog place={place} form={form} close={() => setForm(null)} />}
    </div>
  );
}
