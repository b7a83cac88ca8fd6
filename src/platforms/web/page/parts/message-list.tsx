import { Fragment } from 'preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { firstUnread } from '../live/first-unread.ts';
import { standingQuestion } from '../live/standing-question.ts';
import type { Timeline } from '../live/timeline.ts';
import { useSay } from '../say.ts';
import type { CardAction } from './card-action.ts';
import { Message } from './message.tsx';
import { useTimes } from './times.ts';
import { useFollowEnd } from './use-follow-end.ts';
import { useQuestionFocus } from './use-question-focus.ts';

export interface MessageListProps {
  label: string;
  timeline: Timeline;
  /** How many messages of others had not been seen when the place was opened. */
  unread: number;
  older: () => Promise<void>;
  act: (action: CardAction) => void;
  /** Takes the focus to the box. */
  toBox: () => void;
  /** Stands where there is no message yet. */
  empty: ComponentChildren;
}

/** The log: it follows its end while the reader is there, and is read out as it grows. */
export function MessageList({ label, timeline, unread, older, act, toBox, empty }: MessageListProps) {
  const say = useSay();
  const times = useTimes();
  const { messages, more } = timeline;
  const [newFrom] = useState(() => firstUnread(messages, unread));
  const { log, content, divider, away, onScroll, toEnd } = useFollowEnd(messages);
  const standing = standingQuestion(messages);
  const { lost } = useQuestionFocus(log, messages, standing, toBox);

  return (
    <div class="log-frame">
      <div class="log" role="log" aria-label={label} tabIndex={0} ref={log} onScroll={onScroll}>
        <div class="log-content" ref={content}>
          {more && <Older older={older} gone={() => log.current?.focus({ preventScroll: true })} />}
          {messages.length === 0 && empty}
          {messages.map((message, index) => {
            const day = times.day(message.at);
            const before = messages[index - 1];
            return (
              <Fragment key={message.id}>
                {(!before || times.day(before.at) !== day) && <p class="day">{day}</p>}
                {message.id === newFrom && (
                  <div class="new-from" ref={divider}>
                    {say('page.new_from')}
                  </div>
                )}
                <Message
                  message={message}
                  answered={message.turn !== null && message !== standing}
                  act={act}
                  onButtonsLost={lost}
                />
              </Fragment>
            );
          })}
        </div>
      </div>
      {away && (
        <button type="button" class="plain to-end" onClick={toEnd}>
          {say('page.to_newest')}
        </button>
      )}
    </div>
  );
}

/** One page further up. When that was the last one the button goes, and the focus with it to where it led. */
function Older({ older, gone }: { older: () => Promise<void>; gone: () => void }) {
  const say = useSay();
  const [loading, setLoading] = useState(false);
  const load = async (button: HTMLButtonElement) => {
    if (loading) return;
    setLoading(true);
    await older();
    setLoading(false);
    if (!button.isConnected) gone();
  };
  return (
    <button
      type="button"
      class="plain older"
      aria-disabled={loading}
      onClick={(event) => void load(event.currentTarget)}
    >
      {say(loading ? 'page.loading' : 'page.older')}
    </button>
  );
}
