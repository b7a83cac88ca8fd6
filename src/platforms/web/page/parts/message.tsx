import type { Message as MessageData } from '../../api.ts';
import { useSay } from '../say.ts';
import { Card } from './card.tsx';
import type { CardAction } from './card-action.ts';
import { CardButtons } from './card-buttons.tsx';
import { partsOf } from './card-parts.ts';
import { Collapsible } from './collapsible.tsx';
import { PlainText } from './plain-text.tsx';
import { useTimes } from './times.ts';
import { messageId } from './use-question-focus.ts';

export interface MessageProps {
  message: MessageData;
  /** Its question was answered: what it asked stays, its buttons do not. */
  answered: boolean;
  act: (action: CardAction) => void;
  onButtonsLost: () => void;
}

/** One message: who, when, and the words or the card. */
export function Message(props: MessageProps) {
  const say = useSay();
  const times = useTimes();
  const { author, at, editedAt, mention } = props.message;
  const mine = author.kind === 'person' && author.me;
  const kind = mine ? 'mine' : author.kind;
  const name = author.kind === 'bot' ? say('page.author.bot') : mine ? say('page.author.you') : author.name;

  return (
    <article class={`message message-${kind}`} id={messageId(props.message)} aria-label={name}>
      <header class="message-head">
        <span class={mine ? 'message-author unseen' : 'message-author'}>{name}</span>
        <time dateTime={at}>{times.clock(at)}</time>
        {editedAt !== null && (
          <span class="message-edited">{say('page.edited', { time: times.clock(editedAt) })}</span>
        )}
        {mention && <span class="message-mention">{say('page.mention')}</span>}
      </header>
      <MessageBody {...props} />
    </article>
  );
}

/** What has to be read before it is answered is shown whole: a summary, with everyone who will see it. */
function MessageBody({ message, answered, act, onButtonsLost }: MessageProps) {
  const { card, report, text, fallback, turn } = message;
  if (!card) {
    return (
      <div class="message-text">
        <Collapsible whole={false}>
          <PlainText text={text ?? fallback ?? ''} />
        </Collapsible>
      </div>
    );
  }
  const { said, buttons } = partsOf(card);
  return (
    <div class={report === null ? 'message-card' : 'message-card message-report'}>
      <Collapsible whole={turn !== null && !answered}>
        <Card card={said} act={act} />
      </Collapsible>
      {buttons && !answered && (
        <CardButtons card={buttons} name={fallback ?? ''} act={act} onLost={onButtonsLost} />
      )}
    </div>
  );
}
