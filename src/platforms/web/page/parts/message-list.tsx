import { Fragment } from 'preact';
import type { ComponentChildren } from 'preact';
import type { Message as MessageData } from '../../api.ts';
import type { Timeline } from '../live/timeline.ts';
import { useSay } from '../say.ts';
import type { CardAction } from './card-action.ts';
import { Message } from './message.tsx';
import { useTimes } from './times.ts';
import { useFollowEnd } from './use-follow-end.ts';

export interface MessageListProps {
  label: string;
  timeline: Timeline;
  older: () => Promise<void>;
  act: (message: MessageData, action: CardAction) => void;
  /** Stands where there is no message yet. */
  empty: ComponentChildren;
}

/** The log: it follows its end while the reader is there, and is read out as it grows. */
export function MessageList({ label, timeline, older, act, empty }: MessageListProps) {
  const say = useSay();
  const times = useTimes();
  const { messages, more } = timeline;
  const { log, away, onScroll, toEnd } = useFollowEnd(messages);

  return (
    <div class="log-frame">
      <div class="log" role="log" aria-label={label} tabIndex={0} ref={log} onScroll={onScroll}>
        {more && (
          <button type="button" class="plain older" onClick={() => void older()}>
            {say('page.older')}
          </button>
        )}
        {messages.length === 0 && empty}
        {messages.map((message, index) => {
          const day = times.day(message.at);
          const before = messages[index - 1];
          return (
            <Fragment key={message.id}>
              {(!before || times.day(before.at) !== day) && <p class="day">{day}</p>}
              <Message message={message} act={act} />
            </Fragment>
          );
        })}
      </div>
      {away && (
        <button type="button" class="plain to-end" onClick={toEnd}>
          {say('page.to_newest')}
        </button>
      )}
    </div>
  );
}
