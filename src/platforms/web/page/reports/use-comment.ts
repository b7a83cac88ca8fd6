import { formPress } from '../../../../domain/acts/act-form-view.ts';
import { LONGEST_TEXT } from '../../../../domain/acts/act-inputs.ts';
import type { Press } from '../../../../domain/view.ts';
import { api } from '../live/api-client.ts';
import { draftsOf } from '../live/drafts.ts';
import { useComposer, type Composer } from '../parts/use-composer.ts';
import { useSay } from '../say.ts';

export interface Commenting {
  number: string;
  home: string;
  /** The press that opens the form which this box stands for. */
  write: Press;
  awaitChange: () => Promise<boolean>;
}

/** The box in which a comment is written: it sends the form of the act, which takes no longer text. */
export function useComment({ number, home, write, awaitChange }: Commenting): Composer {
  const say = useSay();
  return useComposer({
    place: `comment ${number}`,
    drafts: draftsOf(home, sessionStorage),
    longest: LONGEST_TEXT,
    deliver: (text, eventId) => {
      const press = { action: formPress({ id: write.action }), report: number };
      return api.submit({ eventId, place: home, opener: write, press, values: { text } });
    },
    // Whatever keeps it from standing there is told in the conversation.
    onSent: async () => ((await awaitChange()) ? null : { tone: 'calm', text: say('page.taken') }),
  });
}
