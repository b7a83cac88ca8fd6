import { useSay } from '../say.ts';

/** The first visit: three lines, and one sentence to try. */
export function Welcome({ tryOut }: { tryOut: (sentence: string) => void }) {
  const say = useSay();
  const example = say('page.example');
  return (
    <div class="welcome">
      <p>{say('greet.1')}</p>
      <p>{say('greet.2')}</p>
      <p>{say('greet.3')}</p>
      <p class="welcome-example">
        <span>{say('page.example.label')}</span>
        <button type="button" class="plain" onClick={() => tryOut(example)}>
          {example}
        </button>
      </p>
    </div>
  );
}
