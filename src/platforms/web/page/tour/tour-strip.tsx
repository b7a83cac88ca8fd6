import type { Identity } from '../../api.ts';
import { useSay } from '../say.ts';
import { Icon } from '../shell/icon.tsx';
import { NOT_BEGUN } from './progress.ts';
import type { Tour } from './use-tour-progress.ts';
import { STEPS } from './steps.ts';
import type { TourStep } from './steps.ts';
import { useOutcome } from './use-outcome.ts';

const TASK_WORDS: Readonly<Record<TourStep['name'], string>> = {
  report: 'page.tour.report',
  handle: 'page.tour.handle',
  propose: 'page.tour.propose',
};

const DONE_WORDS: Readonly<Record<TourStep['name'], string>> = {
  report: 'page.tour.report.done',
  handle: 'page.tour.handle.done',
  propose: 'page.tour.propose.done',
};

export interface TourStripProps {
  tour: Tour;
  person: string;
  identities: readonly Identity[];
  changes: object;
  switchTo: (person: string) => void;
  /** Puts an example into the box of the conversation. */
  offer: (sentence: string) => void;
  openChannel: () => void;
}

/** The step of the tour that one is at, above the work and never over it. */
export function TourStrip(props: TourStripProps) {
  const { shown, step: index } = props.tour.progress;
  const step = STEPS[index];
  return shown && step ? <CurrentStep {...props} step={step} /> : null;
}

function CurrentStep(props: TourStripProps & { step: TourStep }) {
  const { tour, step, person, identities, changes, switchTo } = props;
  const say = useSay();
  const { progress, change } = tour;
  const player = identities.find(({ plays }) => plays === step.plays);
  const isPlayer = player?.person === person;
  useOutcome(step, tour, isPlayer, changes);

  const next = () => {
    const following = STEPS[progress.step + 1];
    const to = identities.find(({ plays }) => plays === following?.plays);
    change(following ? { step: progress.step + 1, before: null, done: false } : NOT_BEGUN);
    if (to && to.person !== person) switchTo(to.person);
  };
  const last = progress.step === STEPS.length - 1;

  return (
    <section class="tour" aria-label={say('page.tour')}>
      <p role="status">
        <span class="tour-step">
          {say('page.tour.step', { step: String(progress.step + 1), steps: String(STEPS.length) })}
        </span>
        {player && !isPlayer && !progress.done
          ? say('page.tour.as', { part: player.part })
          : say(progress.done ? DONE_WORDS[step.name] : TASK_WORDS[step.name])}
      </p>
      <div class="tour-ways">
        {!progress.done && player && !isPlayer && (
          <button type="button" class="primary" onClick={() => switchTo(player.person)}>
            {say('page.tour.be', { part: player.part })}
          </button>
        )}
        {!progress.done && isPlayer && <Help {...props} />}
        <button type="button" class={progress.done ? 'primary' : undefined} onClick={next}>
          {say(last ? 'page.tour.finish' : progress.done ? 'page.tour.next' : 'page.tour.skip')}
        </button>
        <button
          type="button"
          class="bare"
          aria-label={say('page.tour.leave')}
          onClick={() => change({ shown: false })}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}

function Help({ step, offer, openChannel }: TourStripProps & { step: TourStep }) {
  const say = useSay();
  if (step.name === 'handle') {
    return (
      <button type="button" class="primary" onClick={openChannel}>
        {say('page.tour.channel')}
      </button>
    );
  }
  const sentence = say(step.name === 'report' ? 'page.example' : 'page.example.proposal');
  return (
    <button type="button" class="primary" onClick={() => offer(sentence)}>
      {say('page.tour.example')}
    </button>
  );
}
