import type { PlaceSummary } from '../../api.ts';
import type { Drafts } from '../live/drafts.ts';
import { useSay } from '../say.ts';
import { PlacePanel } from './place-panel.tsx';
import { useComposer } from './use-composer.ts';

export interface ChannelProps {
  channel: PlaceSummary;
  announced: number;
  drafts: Drafts;
  stopped: { current: string | null };
}

/** A department's channel as its members see it. */
export function Channel({ channel, announced, drafts, stopped }: ChannelProps) {
  const say = useSay();
  const composer = useComposer(channel.place, drafts, (text) => (stopped.current = text));
  return (
    <PlacePanel
      place={channel.place}
      label={say('page.channel', { name: channel.name })}
      invitation={say('page.channel_placeholder')}
      announced={announced}
      composer={composer}
      empty={<p class="waiting">{say('page.channel_empty')}</p>}
    />
  );
}
