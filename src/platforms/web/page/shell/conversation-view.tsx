import type { PlaceSummary, Session } from '../../api.ts';
import { NARROW, useMedia } from '../live/use-media.ts';
import { Conversation } from '../parts/conversation.tsx';
import { DraftPanel } from '../parts/draft-panel.tsx';
import { useSay } from '../say.ts';
import type { Writing } from './use-writing.ts';
import { ViewHead } from './view-head.tsx';

export interface ConversationViewProps {
  session: Session;
  home: PlaceSummary | undefined;
  /** Newest revision of the conversation. */
  announced: number;
  writing: Writing;
  /** Behind another view it stays, with what is being written in it. */
  hidden: boolean;
}

/** The person's own conversation, and beside it what they are about to send. */
export function ConversationView({ session, home, announced, writing, hidden }: ConversationViewProps) {
  const say = useSay();
  const narrow = useMedia(NARROW);
  return (
    <>
      <main class="view view-conversation" hidden={hidden}>
        <ViewHead title={say('page.conversation')} />
        <Conversation
          key={`${session.locale} ${writing.offered}`}
          place={session.home}
          announced={announced}
          unread={home?.unread ?? 0}
          drafts={writing.drafts}
          stopped={writing.stopped}
        />
      </main>
      {!narrow && !hidden && <DraftPanel key={session.locale} place={session.home} announced={announced} />}
    </>
  );
}
