import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import type { Request } from '../requests.ts';

/** What is asked for, in one line. */
export function requestedPhrase({ number }: Pick<Report, 'number'>, { what, facts }: Request): Phrase {
  switch (what) {
    case 'level': {
      const level = (fact: string) => phrase(`severity.s${Number(facts[fact])}`);
      return phrase('request.level', { from: level('from'), to: level('to') });
    }
    case 'extension': {
      const due = (fact: string) => ({ due: String(facts[fact]) });
      const clock = phrase(`clock.${String(facts['clock'])}`);
      return phrase('request.extension', { clock, from: due('from'), to: due('due') });
    }
    case 'withdrawal':
      return phrase('request.withdrawal', { number });
  }
}
