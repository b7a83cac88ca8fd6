import type { ReportList } from '../../api-reports.ts';
import type { PlaceSummary, Session } from '../../api.ts';
import { useSay } from '../say.ts';
import { Badge, UnreadBadge } from './badge.tsx';
import { Icon } from './icon.tsx';
import { RailButton, RailLink } from './rail-item.tsx';
import { channelHref, CONVERSATION, listHref } from './routes.ts';
import type { Route } from './routes.ts';

export interface RailProps {
  session: Session;
  route: Route;
  places: readonly PlaceSummary[];
  /** Reports this person has to do something about; null for who handles none. */
  tasks: { overdue: string } | null;
  /** Presses one of the buttons that are always at hand in the person's own conversation. */
  press: (action: 'start' | 'windows' | 'help') => void;
  openTour: () => void;
  openSettings: () => void;
}

/** Where one can go from anywhere. */
export function Rail(props: RailProps) {
  const { session, places, press, openTour, openSettings } = props;
  const say = useSay();
  return (
    <>
      <button type="button" class="primary rail-report" onClick={() => press('start')}>
        <Icon name="write" />
        {say('btn.report')}
      </button>
      <WorkLinks {...props} />
      {places.some(isChannel) && <ChannelLinks {...props} />}
      <ul class="rail-list rail-end">
        <RailButton icon="window" run={() => press('windows')}>
          {say('btn.windows')}
        </RailButton>
        <RailButton icon="help" run={() => press('help')}>
          {say('btn.help')}
        </RailButton>
        <RailButton icon="tour" run={openTour} class="rail-tour">
          {say('page.tour')}
        </RailButton>
        <RailButton icon="settings" run={openSettings}>
          {say('page.settings')}
        </RailButton>
      </ul>
      <p class="rail-person">
        <span class="rail-name">{session.name}</span>
        {session.unit !== null && <span class="rail-unit">{session.unit}</span>}
      </p>
    </>
  );
}

function WorkLinks({ route, places, tasks }: RailProps) {
  const say = useSay();
  const home = places.find((place) => !isChannel(place));
  const isList = (list: ReportList) => route.view === 'reports' && route.list === list;
  return (
    <ul class="rail-list">
      <RailLink icon="talk" href={CONVERSATION} current={route.view === 'conversation'}>
        {say('page.talk')}
        {home && <UnreadBadge place={home} />}
      </RailLink>
      <RailLink icon="list" href={listHref('mine')} current={isList('mine')}>
        {say('btn.mine')}
      </RailLink>
      {tasks && (
        <>
          <RailLink icon="tasks" href={listHref('tasks')} current={isList('tasks')}>
            {say('page.tasks')}
          </RailLink>
          <RailLink icon="overdue" href={listHref('overdue')} current={isList('overdue')}>
            {say('page.overdue')}
            {tasks.overdue !== '0' && <OverdueBadge count={tasks.overdue} />}
          </RailLink>
          <RailLink icon="board" href={listHref('board')} current={isList('board')}>
            {say('page.board')}
          </RailLink>
          <RailLink icon="all" href={listHref('all')} current={isList('all')}>
            {say('page.all')}
          </RailLink>
        </>
      )}
    </ul>
  );
}

function OverdueBadge({ count }: { count: string }) {
  const say = useSay();
  return <Badge text={count} label={say('page.count', { count })} look="urgent" />;
}

function ChannelLinks({ route, places }: RailProps) {
  const say = useSay();
  return (
    <div>
      <h2 class="rail-title">{say('page.channels')}</h2>
      <ul class="rail-list">
        {places.filter(isChannel).map((channel) => (
          <RailLink
            key={channel.place}
            icon="channel"
            href={channelHref(channel.place)}
            current={route.view === 'channel' && route.place === channel.place}
          >
            {channel.name}
            <UnreadBadge place={channel} />
          </RailLink>
        ))}
      </ul>
    </div>
  );
}

function isChannel({ kind }: PlaceSummary): boolean {
  return kind === 'channel';
}
