import { useEffect, useState } from 'preact/hooks';
import type { PlaceSummary } from '../../api.ts';
import type { Drafts } from '../live/drafts.ts';
import { useSay } from '../say.ts';
import { Channel } from './channel.tsx';
import { Tabs } from './tabs.tsx';

export interface ChannelsProps {
  channels: readonly PlaceSummary[];
  revisions: Readonly<Record<string, number>>;
  drafts: Drafts;
  stopped: { current: string | null };
}

/** The channels of which the person is a member, one at a time; the others show when they have something new. */
export function Channels({ channels, revisions, drafts, stopped }: ChannelsProps) {
  const say = useSay();
  const [chosen, choose] = useState(channels[0]?.place);
  const [seen, setSeen] = useState(() => initiallySeen(channels));
  const revisionOf = ({ place, revision }: PlaceSummary) => Math.max(revision, revisions[place] ?? 0);
  const channel = channels.find(({ place }) => place === chosen);
  const newest = channel && revisionOf(channel);

  useEffect(() => {
    if (chosen !== undefined && newest !== undefined) setSeen((now) => ({ ...now, [chosen]: newest }));
  }, [chosen, newest]);

  if (!channel) {
    return (
      <div class="waiting">
        <p>{say('page.no_channels')}</p>
        <p>{say('page.no_channels.hint')}</p>
      </div>
    );
  }
  const tabs = channels.map((one) => ({
    id: one.place,
    name: one.name,
    unread: one.place !== chosen && revisionOf(one) > (seen[one.place] ?? 0),
  }));
  return (
    <Tabs label={say('page.channel_choose')} tabs={tabs} chosen={channel.place} choose={choose}>
      <Channel
        key={channel.place}
        channel={channel}
        announced={revisionOf(channel)}
        drafts={drafts}
        stopped={stopped}
      />
    </Tabs>
  );
}

function initiallySeen(channels: readonly PlaceSummary[]): Readonly<Record<string, number>> {
  return Object.fromEntries(channels.map(({ place, revision }) => [place, revision]));
}
