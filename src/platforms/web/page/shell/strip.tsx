import { useEffect } from 'preact/hooks';
import { useSay } from '../say.ts';
import { Icon } from './icon.tsx';

export interface StripNotice {
  tone: 'calm' | 'alert';
  text: string;
}

const STAYS_MS = 8000;

/** One sentence about what has just been done, above the work. What went wrong stays until it is put away. */
export function Strip({ notice, close }: { notice: StripNotice | null; close: () => void }) {
  const say = useSay();
  useEffect(() => {
    if (notice?.tone !== 'calm') return;
    const timer = setTimeout(close, STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role={notice?.tone === 'alert' ? 'alert' : 'status'}>
      {notice && (
        <div class={`strip strip-${notice.tone}`}>
          <p>{notice.text}</p>
          <button type="button" class="bare" aria-label={say('page.form_close')} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
