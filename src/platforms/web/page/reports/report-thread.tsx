import { useId } from 'preact/hooks';
import type { Press } from '../../../../domain/view.ts';
import type { ReportThread as Thread, ThreadMessage } from '../../api-reports.ts';
import { Composer } from '../parts/composer.tsx';
import { useSay } from '../say.ts';
import { useComment } from './use-comment.ts';

export interface ReportThreadProps {
  number: string;
  thread: Thread;
  home: string;
  /** A button of one of the messages. */
  press: (press: Press) => void;
  /** After a comment was sent: resolves to whether it stands there now. */
  awaitChange: () => Promise<boolean>;
}

/** Everything that was said about a report, for those who work on it, and where they say the next thing. */
export function ReportThread({ number, thread, home, press, awaitChange }: ReportThreadProps) {
  const say = useSay();
  const title = useId();
  const composer = useComment({ number, home, write: thread.write, awaitChange });

  return (
    <section class="thread" aria-labelledby={title}>
      <h3 id={title}>{say('thread.title')}</h3>
      {thread.entries.length === 0 && <p class="thread-empty">{say('thread.empty')}</p>}
      <ol>
        {thread.entries.map((message) => (
          <Message key={`${message.at} ${message.head}`} message={message} press={press} />
        ))}
      </ol>
      <Composer
        label={say('act.comment.text')}
        hint={say('act.comment.internal')}
        send={say('act.comment.label')}
        composer={composer}
      />
    </section>
  );
}

function Message({ message, press }: { message: ThreadMessage; press: (press: Press) => void }) {
  const { at, when, head, audience, mark, text, remark, earlier, buttons } = message;
  return (
    <li class={`thread-message thread-${audience}`}>
      <header>
        <span class="thread-mark">{mark}</span>
        <span class="thread-head">{head}</span>
        <time dateTime={at}>{when}</time>
      </header>
      {text !== null && <p class="thread-text">{text}</p>}
      {earlier.length > 0 ? (
        <details class="thread-earlier">
          <summary>{remark}</summary>
          <ol>
            {earlier.map((version) => (
              <li key={version.at}>
                <time dateTime={version.at}>{version.when}</time>
                <p class="thread-text">{version.text}</p>
              </li>
            ))}
          </ol>
        </details>
      ) : (
        remark !== null && <p class="thread-remark">{remark}</p>
      )}
      {buttons.length > 0 && (
        <div class="thread-buttons">
          {buttons.map((button) => (
            <button key={button.label} type="button" class="plain" onClick={() => press(button.press)}>
              {button.label}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
