import { useMemo, useRef, useState } from 'preact/hooks';
import type { PlaceSummary, Session } from '../../api.ts';
import { draftsOf } from '../live/drafts.ts';
import { useStream } from '../live/use-stream.ts';
import { useSay } from '../say.ts';
import { Channels } from './channels.tsx';
import { Conversation } from './conversation.tsx';
import { PaneSwitch } from './pane-switch.tsx';
import type { Pane } from './pane-switch.tsx';

export interface WorkspaceProps {
  session: Session;
  places: readonly PlaceSummary[];
  renew: () => Promise<void>;
}

/** One person's places side by side; where there is no room, one of the two at a time. */
export function Workspace({ session, places, renew }: WorkspaceProps) {
  const say = useSay();
  const { connected, revisions } = useStream(renew);
  const drafts = useMemo(() => draftsOf(session.person, sessionStorage), [session.person]);
  const stopped = useRef<string | null>(null);
  const [pane, setPane] = useState<Pane>('conversation');
  const channels = places.filter((place) => place.kind === 'channel');

  return (
    <main class="work" data-pane={pane}>
      <div role="status">{!connected && <p class="lost">{say('page.connection_lost')}</p>}</div>
      <PaneSwitch pane={pane} show={setPane} />
      <section class="pane pane-conversation" aria-label={say('page.conversation')}>
        <PaneTitle title={say('page.conversation')} note={whoAmI(session)} />
        <Conversation
          place={session.home}
          announced={revisions[session.home] ?? 0}
          drafts={drafts}
          stopped={stopped}
        />
      </section>
      <section class="pane pane-channels" aria-label={say('page.channels')}>
        <PaneTitle title={say('page.channels')} note={null} />
        <Channels channels={channels} revisions={revisions} drafts={drafts} stopped={stopped} />
      </section>
    </main>
  );
}

function PaneTitle({ title, note }: { title: string; note: string | null }) {
  return (
    <header class="pane-head">
      <h2>{title}</h2>
      {note !== null && <p>{note}</p>}
    </header>
  );
}

function whoAmI({ unit, name }: Session): string {
  return unit === null ? name : `${unit}　${name}`;
}
