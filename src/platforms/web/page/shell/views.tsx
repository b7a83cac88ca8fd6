import { useContext } from 'preact/hooks';
import type { PlaceSummary, Session } from '../../api.ts';
import { ConnectionContext } from '../live/connection.ts';
import { Channel } from '../parts/channel.tsx';
import { NumberListContext } from '../parts/number-list.ts';
import { useChoices } from '../reports/use-choices.ts';
import { ReportsView } from '../reports/reports-view.tsx';
import { LanguageContext } from '../say.ts';
import { ConversationView } from './conversation-view.tsx';
import type { Route } from './routes.ts';
import { UnknownView } from './unknown-view.tsx';
import type { Writing } from './use-writing.ts';
import { ViewHead } from './view-head.tsx';

export interface ViewsProps {
  session: Session;
  route: Route;
  places: readonly PlaceSummary[];
  revisions: Readonly<Record<string, number>>;
  writing: Writing;
  connected: boolean;
  report: () => void;
}

/** The view that was gone to. The conversation stays behind the others, with what is being written in it. */
export function Views({ session, route, places, revisions, writing, connected, report }: ViewsProps) {
  const { locale } = useContext(LanguageContext);
  const { drafts, stopped } = writing;
  const choices = useChoices(locale, route.view === 'reports');
  const channel = route.view === 'channel' && places.find(({ place }) => place === route.place);
  const atHome = revisions[session.home] ?? 0;

  return (
    <ConnectionContext.Provider value={connected}>
      <NumberListContext.Provider value={{ list: session.handles ? 'all' : 'mine', own: null }}>
        <ConversationView
          {...{ session, writing }}
          home={places.find(({ place }) => place === session.home)}
          announced={atHome}
          hidden={route.view !== 'conversation'}
        />
        {channel && (
          <main class="view view-channel">
            <ViewHead title={channel.name} />
            <Channel
              key={`${locale} ${channel.place}`}
              channel={channel}
              announced={Math.max(channel.revision, revisions[channel.place] ?? 0)}
              homeAnnounced={atHome}
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
            asked={route.asked}
            choices={choices}
            home={session.home}
            changes={revisions}
            report={report}
          />
        )}
        {(route.view === 'unknown' || (route.view === 'channel' && !channel)) && <UnknownView />}
      </NumberListContext.Provider>
    </ConnectionContext.Provider>
  );
}
