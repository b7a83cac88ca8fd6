import { useSay } from '../say.ts';

/** The first visit: three lines, and one sentence to try. */
export function Welcome({ tryOut }: { tryOut: (sentence: string) => void }) {
  const say = useSay();
  const example = say('page.example');
  return (
    <div class="welcome">
      <p class="welcome-lead">{say('greet.1')}</p>
      <p>{say('greet.2')}</p>
      <p>{say('greet.3')}</p>
      <div class="welcome-example">
        <p id="welcome-example">{say('page.example.label')}</p>
        <button type="button" aria-describedby="welcome-example" onClick={() => tryOut(example)}>
          {example}
        </button>
      </div>
    </div>
  );
}
