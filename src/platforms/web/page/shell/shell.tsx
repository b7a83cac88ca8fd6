import { useState } from 'preact/hooks';
import type { Locale } from '../../../../domain/organization.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useNotifications } from '../live/use-notifications.ts';
import { usePlaces } from '../live/use-places.ts';
import { SeenContext } from '../live/use-read-marks.ts';
import type { SignedIn } from '../live/use-session.ts';
import { useStream } from '../live/use-stream.ts';
import { useTasks } from '../live/use-tasks.ts';
import { usePreferences } from '../preferences.ts';
import { useSay } from '../say.ts';
import type { Tour } from '../tour/use-tour-progress.ts';
import { TourStrip } from '../tour/tour-strip.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { NarrowHead } from './narrow-head.tsx';
import { Rail } from './rail.tsx';
import type { RailProps } from './rail.tsx';
import { channelHref, CONVERSATION, placeHref, placeOf } from './routes.ts';
import { Sheets } from './sheets.tsx';
import type { SheetName } from './sheets.tsx';
import { Strip } from './strip.tsx';
import type { StripNotice } from './strip.tsx';
import { useArrival } from './use-arrival.ts';
import { useAttendedPlaces } from './use-attended-places.ts';
import { useHomePress } from './use-home-press.ts';
import { go, useRoute } from './use-route.ts';
import { titleOf, useTitle } from './use-title.ts';
import { useWriting } from './use-writing.ts';
import { Views } from './views.tsx';

export interface ShellProps {
  signedIn: SignedIn;
  /** What is said when the shell opens. */
  greeting: string | null;
  tour: Tour;
  openTour: () => void;
  /** Becomes another person for the tour, in the same language. */
  switchTo: (person: string) => void;
  speak: (locale: Locale) => Promise<boolean>;
  renew: () => Promise<void>;
}

/** Everything one person sees: where they can go, and the view they have gone to. */
export function Shell({ signedIn, greeting, tour, openTour, switchTo, speak, renew }: ShellProps) {
  const { session } = signedIn;
  const say = useSay();
  const { route, moves } = useRoute();
  const { preferences } = usePreferences();
  const { connected, revisions } = useStream(renew);
  const { places, refresh } = usePlaces(signedIn.places, revisions);
  const [notice, setNotice] = useState<StripNotice | null>(greeting === null ? null : calm(greeting));
  const [sheet, setSheet] = useState<SheetName>(null);
  const writing = useWriting(session);
  const { form, closeForm, press } = useHomePress(session.home, (text) => setNotice(alarm(text)));
  const goToBox = useArrival(moves, route);

  const { seen, shown } = useAttendedPlaces(places, placeOf(route, session.home), () => void refresh());
  const unread = shown.reduce((sum, place) => sum + place.unread, 0);
  const channels = places.filter(({ kind }) => kind === 'channel');
  const tasks = useTasks(session.handles, revisions);
  useTitle(titleOf(route, places, say), unread);
  useNotifications(places, preferences.notifications, (place) => go(placeHref(place, session.home)));

  const pressHome = (action: string) => {
    goToBox();
    void press(action);
  };
  const openSettings = () => setSheet('settings');
  const rail: RailProps = { session, route, places: shown, tasks, press: pressHome, openTour, openSettings };

  return (
    <SeenContext.Provider value={seen}>
      <TourStrip
        {...{ tour, switchTo }}
        person={session.person}
        identities={signedIn.identities}
        changes={revisions}
        offer={(sentence) => {
          writing.offer(sentence);
          goToBox();
        }}
        openChannel={() => go(channels[0] ? channelHref(channels[0].place) : CONVERSATION)}
      />
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
          {...{ session, route, places, revisions, connected, writing }}
          report={() => pressHome('start')}
        />
      </div>
      <Sheets {...{ sheet, setSheet, rail, speak }} />
      {form && <FormDialog place={session.home} form={form} close={closeForm} />}
    </SeenContext.Provider>
  );
}

const calm = (text: string): StripNotice => ({ tone: 'calm', text });
const alarm = (text: string): StripNotice => ({ tone: 'alert', text });
