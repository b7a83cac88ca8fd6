import type { Identity, Session } from '../../api.ts';
import { useSay } from '../say.ts';

export interface TrialBarProps {
  session: Session;
  identities: readonly Identity[];
  switchTo: (person: string) => void;
  /** Begins the tour or goes on with it; null while it is shown. */
  openTour: (() => void) | null;
}

/** That this is a trial, and as whom one tries it. */
export function TrialBar({ session, identities, switchTo, openTour }: TrialBarProps) {
  const say = useSay();
  return (
    <section class="trial" aria-label={say('page.trial')}>
      <p>{say('page.sample')}</p>
      {openTour && (
        <button type="button" class="bare trial-tour" onClick={openTour}>
          {say('page.tour')}
        </button>
      )}
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
    </section>
  );
}
