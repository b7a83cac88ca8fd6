import type { PlaceSummary } from '../../api.ts';
import { useSay } from '../say.ts';

/** As many as the server counts at most. */
const MOST = 100;

/** A number beside a name, with what it counts for those who hear it. */
export function Badge({ text, label, urgent }: { text: string; label: string; urgent: boolean }) {
  return (
    <span class={urgent ? 'badge badge-urgent' : 'badge'}>
      <span aria-hidden="true">{text}</span>
      <span class="unseen">{label}</span>
    </span>
  );
}

export function UnreadBadge({ place }: { place: Pick<PlaceSummary, 'unread' | 'mentioned'> }) {
  const say = useSay();
  if (place.unread === 0) return null;
  const count = countText(place.unread);
  const label = say('page.unread', { count });
  if (!place.mentioned) return <Badge text={count} label={label} urgent={false} />;
  const mention = say('page.mentioned');
  return <Badge text={`${mention} ${count}`} label={`${mention} ${label}`} urgent={true} />;
}

export function countText(count: number): string {
  return count >= MOST ? `${MOST - 1}+` : String(count);
}
