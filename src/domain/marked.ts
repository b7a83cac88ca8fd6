import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';

/** Whatever is said of a drill says that it is one. */
export function marked({ filing }: Pick<Report, 'filing'>, said: Phrase): Phrase {
  return filing.drill ? phrase('card.drill', { title: said }) : said;
}
