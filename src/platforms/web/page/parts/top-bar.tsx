import type { Identity, Session } from '../../api.ts';
import { useSay } from '../say.ts';

export interface TopBarProps {
  session: Session;
  identities: readonly Identity[];
  switchTo: (person: string) => void;
}

/** What this is, that it is a trial, and as whom one tries it. */
export function TopBar({ session, identities, switchTo }: TopBarProps) {
  const say = useSay();
  return (
    <header class="top">
      <h1>{say('page.title')}</h1>
      <p class="trial">{say('page.sample')}</p>
      <label class="identity">
        <span>{say('page.person')}</span>
        <select value={session.person} onChange={(event) => switchTo(event.currentTarget.value)}>
          {identities.map(({ person, name, part }) => (
            <option key={person} value={person}>
              {say('page.part_of', { part, name })}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
