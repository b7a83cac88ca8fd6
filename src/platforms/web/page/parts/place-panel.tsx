import type { ComponentChildren } from 'preact';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useFeed } from '../live/use-feed.ts';
import type { CardAction } from './card-action.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { PlaceState } from './place-state.tsx';
import type { Composer as ComposerState } from './use-composer.ts';
import { useFormFirst } from './use-form-first.ts';
import { usePresses } from './use-presses.ts';

export interface PlacePanelProps {
  place: string;
  /** Name of the log for those who do not see it. */
  label: string;
  /** What the input box is for. */
  invitation: string;
  /** Small print under the box. */
  hint?: string;
  announced: number;
  /** How many messages of others had not been seen when the place was opened. */
  unread: number;
  composer: ComposerState;
  /** Stands between what was said and the box. */
  above?: (press: (action: CardAction) => Promise<boolean>) => ComponentChildren;
  empty: ComponentChildren;
  /** A button was taken by the server. */
  onTaken?: (action: CardAction) => void;
  /** A question that can be answered by a form opens it by itself. */
  formFirst?: boolean;
}

/** One place: what was said there, what can be done with it, and the box to write in. */
export function PlacePanel(props: PlacePanelProps) {
  const { place, label, invitation, hint, announced, unread, composer, above, empty, onTaken, formFirst } =
    props;
  const { timeline, failed, older } = useFeed(place, announced);
  const { form, closeForm, press, openForm } = usePresses(place, composer.tell, onTaken);
  useFormFirst(formFirst ? timeline : null, form === null, openForm);

  return (
    <div class="place">
      {timeline ? (
        <MessageList
          label={label}
          timeline={timeline}
          unread={unread}
          older={older}
          act={(action) => void press(action)}
          toBox={composer.focus}
          empty={empty}
        />
      ) : (
        <PlaceState failed={failed} />
      )}
      {above?.(press)}
      <Composer label={invitation} hint={hint ?? null} composer={composer} />
      {form && <FormDialog place={place} form={form} close={closeForm} />}
    </div>
  );
}
