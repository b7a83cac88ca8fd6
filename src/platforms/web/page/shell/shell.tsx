import { useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../../../domain/organization.ts';
import type { PlaceSummary } from '../../api.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { draftsOf } from '../live/drafts.ts';
import { useAttention } from '../live/use-attention.ts';
import { useNotifications } from '../live/use-notifications.ts';
import { usePlaces } from '../live/use-places.ts';
import { SeenContext, useReadMarks } from '../live/use-read-marks.ts';
import type { SignedIn } from '../live/use-session.ts';
import { useStream } from '../live/use-stream.ts';
import { useTasks } from '../live/use-tasks.ts';
import { usePreferences } from '../preferences.ts';
import { LIST_WORDS } from '../reports/reports-view.tsx';
import { useSay } from '../say.ts';
import type { Say } from '../say.ts';
import type { Tour } from '../tour/progress.ts';
import { STEPS } from '../tour/steps.ts';
import { TourStrip } from '../tour/tour-strip.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { Menu } from './menu.tsx';
import { NarrowHead } from './narrow-head.tsx';
import { Rail } from './rail.tsx';
import type { RailProps } from './rail.tsx';
import { channelHref, CONVERSATION } from './routes.ts';
import type { Route } from './routes.ts';
import { Settings } from './settings.tsx';
import { Strip } from './strip.tsx';
import type { StripNotice } from './strip.tsx';
import { useArrival } from './use-arrival.ts';
import { useHomePress } from './use-home-press.ts';
import { go, useRoute } from './use-route.ts';
import { useTitle } from './use-title.ts';
import { Views } from './views.tsx';

export interface ShellProps {
  signedIn: SignedIn;
  /** What is said when the shell opens. */
  greeting: string | null;
  tour: Tour;
  switchTo: (person: string) => void;
  speak: (locale: Locale) => Promise<boolean>;
  renew: () => Promise<void>;
}

/** Everything one person sees: where they can go, and the view they have gone to. */
export function Shell({ signedIn, greeting, tour, switchTo, speak, renew }: ShellProps) {
  const { session } = signedIn;
  const say = useSay();
  const { route, moves } = useRoute();
  const { connected, revisions } = useStream(renew);
  const { places, refresh } = usePlaces(signedIn.places, revisions);
  const [notice, setNotice] = useState<StripNotice | null>(greeting === null ? null : calm(greeting));
  const [sheet, setSheet] = useState<SheetName>(null);
  const [offered, setOffered] = useState(0);
  const drafts = useMemo(() => draftsOf(session.person, sessionStorage), [session.person]);
  const stopped = useRef<string | null>(null);
  const { form, closeForm, press } = useHomePress(session.home, (text) => setNotice(alarm(text)));
  const goToBox = useArrival(moves);

  const { seen, shown } = useAttendedPlaces(places, openPlace(route, session.home), () => void refresh());
  const unread = shown.reduce((sum, place) => sum + place.unread, 0);
  const channels = places.filter(({ kind }) => kind === 'channel');
  const tasks = useTasks(channels.length > 0, revisions);
  useTitle(titleOf(route, places, say), unread);
  useNews(places, session.home);

  const pressHome = (action: string) => {
    goToBox();
    void press(action);
  };
  const offer = (sentence: string) => {
    drafts.write(session.home, sentence);
    setOffered((count) => count + 1);
    goToBox();
  };
  const rail: RailProps = {
    session,
    route,
    places: shown,
    tasks,
    press: pressHome,
    openSettings: () => setSheet('settings'),
  };

  return (
    <SeenContext.Provider value={seen}>
      <ShellTour {...{ signedIn, tour, switchTo, offer }} changes={revisions} channel={channels[0]} />
      <NarrowHead unread={unread} openMenu={() => setSheet('menu')} />
      <ConnectionBar connected={connected} />
      <Strip notice={notice} close={() => setNotice(null)} />
      <div class="body">
        <nav class="rail rail-fixed" aria-label={say('page.menu')}>
          <a class="brand" href={CONVERSATION}>
            {say('page.title')}
          </a>
          <Rail {...rail} />
        </nav>
        <Views
          {...{ session, route, places, revisions, drafts, stopped, offered }}
          report={() => pressHome('start')}
        />
      </div>
      <Sheets {...{ sheet, setSheet, rail, speak }} openTour={() => tour.change({ shown: true })} />
      {form && <FormDialog place={session.home} form={form} close={closeForm} />}
    </SeenContext.Provider>
  );
}

type SheetName = 'menu' | 'settings' | null;

interface SheetsProps extends Pick<ShellProps, 'speak'> {
  sheet: SheetName;
  setSheet: (change: (now: SheetName) => SheetName) => void;
  rail: RailProps;
  openTour: () => void;
}

/** A sheet that closes leaves another one, which it has led to, open. */
function Sheets({ sheet, setSheet, rail, speak, openTour }: SheetsProps) {
  const close = (name: SheetName) => setSheet((now) => (now === name ? null : now));
  return (
    <>
      {sheet === 'menu' && <Menu {...rail} openTour={openTour} close={() => close('menu')} />}
      {sheet === 'settings' && <Settings speak={speak} close={() => close('settings')} />}
    </>
  );
}

interface ShellTourProps extends Pick<ShellProps, 'signedIn' | 'tour' | 'switchTo'> {
  changes: object;
  offer: (sentence: string) => void;
  channel: PlaceSummary | undefined;
}

function ShellTour({ signedIn, tour, channel, ...rest }: ShellTourProps) {
  const step = STEPS[tour.progress.step];
  if (!tour.progress.shown || !step) return null;
  return (
    <TourStrip
      {...rest}
      tour={tour}
      step={step}
      person={signedIn.session.person}
      identities={signedIn.identities}
      openChannel={() => go(channel ? channelHref(channel.place) : CONVERSATION)}
    />
  );
}

/** Marks what is looked at as read, and counts it as such before the server does. */
function useAttendedPlaces(places: readonly PlaceSummary[], open: string | null, marked: () => void) {
  const attentive = useAttention();
  const seen = useReadMarks(open, attentive, marked);
  const shown = places.map((place) =>
    attentive && place.place === open ? { ...place, unread: 0, mentioned: false } : place,
  );
  return { seen, shown };
}

function useNews(places: readonly PlaceSummary[], home: string): void {
  const { preferences } = usePreferences();
  useNotifications(places, preferences.notifications, (place) =>
    go(place === home ? CONVERSATION : channelHref(place)),
  );
}

function openPlace(route: Route, home: string): string | null {
  if (route.view === 'conversation') return home;
  return route.view === 'channel' ? route.place : null;
}

function titleOf(route: Route, places: readonly PlaceSummary[], say: Say): string {
  if (route.view === 'conversation') return say('page.title');
  if (route.view === 'reports') return route.number ?? say(LIST_WORDS[route.list]);
  const channel = route.view === 'channel' && places.find(({ place }) => place === route.place);
  return channel ? channel.name : say('page.unknown');
}

const calm = (text: string): StripNotice => ({ tone: 'calm', text });
const alarm = (text: string): StripNotice => ({ tone: 'alert', text });
