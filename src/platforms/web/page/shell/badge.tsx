import type { PlaceSummary } from '../../api.ts';
import { useSay } from '../say.ts';

/** As many as the server counts at most. */
const MOST = 100;

const LOOKS = {
  calm: 'badge',
  urgent: 'badge badge-urgent',
  words: 'badge badge-urgent badge-words',
};

export interface BadgeProps {
  text: string;
  /** What it counts, for those who hear it. */
  label: string;
  look: keyof typeof LOOKS;
}

/** A number beside a name. */
export function Badge({ text, label, look }: BadgeProps) {
  return (
    <span class={LOOKS[look]}>
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
  if (!place.mentioned) return <Badge text={count} label={label} look="calm" />;
  const mention = say('page.mentioned');
  return <Badge text={`${mention} ${count}`} label={`${mention} ${label}`} look="words" />;
}

/** @param goesOn those that were counted are not all there are */
export function countText(count: number, goesOn = false): string {
  if (count >= MOST) return `${MOST - 1}+`;
  return goesOn ? `${count}+` : String(count);
}
