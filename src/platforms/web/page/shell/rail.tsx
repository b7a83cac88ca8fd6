import type { ComponentChildren } from 'preact';
import type { PlaceSummary, Session } from '../../api.ts';
import { useSay } from '../say.ts';
import { Badge, UnreadBadge } from './badge.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
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
  openSettings: () => void;
}

/** Where one can go from anywhere. */
export function Rail({ session, route, places, tasks, press, openSettings }: RailProps) {
  const say = useSay();
  const home = places.find(({ kind }) => kind === 'personal');
  const channels = places.filter(({ kind }) => kind === 'channel');
  const isList = (list: string) => route.view === 'reports' && route.list === list;

  return (
    <>
      <button type="button" class="primary rail-report" onClick={() => press('start')}>
        <Icon name="write" />
        {say('btn.report')}
      </button>
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
              {tasks.overdue !== '0' && (
                <Badge
                  text={tasks.overdue}
                  label={say('page.overdue_count', { count: tasks.overdue })}
                  urgent={true}
                />
              )}
            </RailLink>
            <RailLink icon="all" href={listHref('all')} current={isList('all')}>
              {say('page.all')}
            </RailLink>
          </>
        )}
      </ul>
      {channels.length > 0 && (
        <>
          <h2 class="rail-title">{say('page.channels')}</h2>
          <ul class="rail-list">
            {channels.map((channel) => (
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
        </>
      )}
      <ul class="rail-list rail-end">
        <RailButton icon="window" run={() => press('windows')}>
          {say('btn.windows')}
        </RailButton>
        <RailButton icon="help" run={() => press('help')}>
          {say('btn.help')}
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

interface RailLinkProps {
  icon: IconName;
  href: string;
  current: boolean;
  children: ComponentChildren;
}

function RailLink({ icon, href, current, children }: RailLinkProps) {
  return (
    <li>
      <a class="rail-item" href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        {children}
      </a>
    </li>
  );
}

function RailButton(props: { icon: IconName; run: () => void; children: ComponentChildren }) {
  return (
    <li>
      <button type="button" class="rail-item" onClick={props.run}>
        <Icon name={props.icon} />
        {props.children}
      </button>
    </li>
  );
}
