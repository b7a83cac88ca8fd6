import { useContext, useState } from 'preact/hooks';
import type { PlaceSummary, ReportList, Session } from '../../api.ts';
import { Channel } from '../parts/channel.tsx';
import { ConnectionContext } from '../live/connection.ts';
import { NARROW, useMedia } from '../live/use-media.ts';
import { Conversation } from '../parts/conversation.tsx';
import { DraftPanel } from '../parts/draft-panel.tsx';
import { ReportsView } from '../reports/reports-view.tsx';
import { LanguageContext } from '../say.ts';
import type { Route } from './routes.ts';
import { UnknownView } from './unknown-view.tsx';
import type { Writing } from './use-writing.ts';
import { ViewHead } from './view-head.tsx';

export interface ViewsProps {
  session: Session;
  route: Route;
  places: readonly PlaceSummary[];
  revisions: Readonly<Record<string, number>>;
  connected: boolean;
  writing: Writing;
  report: () => void;
}

const NO_WORDS: Readonly<Record<ReportList, string>> = { mine: '', tasks: '', all: '' };

/** The view that was gone to. The conversation stays behind the others, with what is being written in it. */
export function Views({ session, route, places, revisions, connected, writing, report }: ViewsProps) {
  const { locale, say } = useContext(LanguageContext);
  const { drafts, stopped, offered } = writing;
  const [words, setWords] = useState(NO_WORDS);
  const narrow = useMedia(NARROW);
  const homeAnnounced = revisions[session.home] ?? 0;
  const channel = route.view === 'channel' && places.find(({ place }) => place === route.place);
  const announced = ({ place, revision }: PlaceSummary) => Math.max(revision, revisions[place] ?? 0);

  return (
    <ConnectionContext.Provider value={connected}>
      <main class="view view-conversation" hidden={route.view !== 'conversation'}>
        <ViewHead title={say('page.conversation')} />
        <Conversation
          key={`${locale} ${offered}`}
          place={session.home}
          announced={homeAnnounced}
          unread={places.find(({ place }) => place === session.home)?.unread ?? 0}
          drafts={drafts}
          stopped={stopped}
        />
      </main>
      {route.view === 'conversation' && !narrow && (
        <DraftPanel key={locale} place={session.home} announced={homeAnnounced} />
      )}
      {channel && (
        <main class="view view-channel">
          <ViewHead title={channel.name} />
          <Channel
            key={`${locale} ${channel.place}`}
            channel={channel}
            announced={announced(channel)}
            homeAnnounced={homeAnnounced}
            drafts={drafts}
            stopped={stopped}
          />
        </main>
      )}
      {route.view === 'reports' && (
        <ReportsView
          key={`${locale} ${route.list}`}
          list={route.list}
          chosen={route.number}
          home={session.home}
          words={words[route.list]}
          search={(next) => setWords((now) => ({ ...now, [route.list]: next }))}
          changes={revisions}
          report={report}
        />
      )}
      {(route.view === 'unknown' || (route.view === 'channel' && !channel)) && <UnknownView />}
    </ConnectionContext.Provider>
  );
}
