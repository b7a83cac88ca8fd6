import { useId, useState } from 'preact/hooks';
import { usePreferences } from '../preferences.ts';
import { useSay } from '../say.ts';

type Permission = NotificationPermission | 'unsupported';

/** The browser is asked only when the person wants it; what it does not allow is said in words. */
export function NotificationSetting() {
  const say = useSay();
  const hint = useId();
  const { preferences, change } = usePreferences();
  const [permission, setPermission] = useState<Permission>(currentPermission);
  const refused = permission === 'denied' || permission === 'unsupported';

  const toggle = async (wanted: boolean) => {
    const answered = wanted ? await askPermission() : permission;
    setPermission(answered);
    change({ notifications: wanted && answered === 'granted' });
  };

  return (
    <fieldset class="choice">
      <legend>{say('page.notifications')}</legend>
      <p class="choice-hint" id={hint}>
        {say('page.notifications.hint')}
      </p>
      <div class="choice-options">
        <label>
          <input
            type="checkbox"
            aria-describedby={hint}
            disabled={refused}
            checked={preferences.notifications && permission === 'granted'}
            onChange={(event) => void toggle(event.currentTarget.checked)}
          />
          <span>{say('page.notifications.show')}</span>
        </label>
      </div>
      <div role="status">
        {permission === 'denied' && <p class="notice">{say('page.notifications.denied')}</p>}
        {permission === 'unsupported' && <p class="notice">{say('page.notifications.unsupported')}</p>}
      </div>
    </fieldset>
  );
}

function currentPermission(): Permission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}

async function askPermission(): Promise<Permission> {
  return 'Notification' in globalThis ? Notification.requestPermission() : 'unsupported';
}
