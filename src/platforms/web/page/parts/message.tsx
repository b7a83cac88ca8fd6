import type { Message as MessageData } from '../../api.ts';
import { useSay } from '../say.ts';
import { Card } from './card.tsx';
import type { CardAction } from './card-action.ts';
import { useTimes } from './times.ts';

export interface MessageProps {
  message: MessageData;
  act: (message: MessageData, action: CardAction) => void;
}

/** One message: who, when, and the words or the card. */
export function Message({ message, act }: MessageProps) {
  const say = useSay();
  const times = useTimes();
  const { author, at, editedAt } = message;
  const mine = author.kind === 'person' && author.me;
  const kind = mine ? 'mine' : author.kind;
  const name = author.kind === 'bot' ? say('page.author.bot') : mine ? say('page.author.you') : author.name;

  return (
    <article class={`message message-${kind}`} aria-label={name}>
      <header class="message-head">
        <span class={mine ? 'message-author unseen' : 'message-author'}>{name}</span>
        <time dateTime={at}>{times.clock(at)}</time>
        {editedAt !== null && <span>{say('page.edited', { time: times.clock(editedAt) })}</span>}
      </header>
      <MessageBody message={message} act={act} />
    </article>
  );
}

function MessageBody({ message, act }: MessageProps) {
  if (message.card) {
    const look = message.report === null ? 'message-card' : 'message-card message-report';
    return (
      <div class={look}>
        <Card card={message.card} act={(action) => act(message, action)} />
      </div>
    );
  }
  return <p class="message-text">{message.text ?? message.fallback}</p>;
}
