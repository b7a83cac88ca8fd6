import { z } from 'zod';
import type { Locale } from '../../domain/organization.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { TeamsContext } from './context.ts';
import { CARD_TYPE, type InvokeAnswer } from './edge.ts';
import { LIMITS } from './limits.ts';
import { listedCard, listedLine } from './listed-card.ts';
import { renderCard } from './render-card.ts';

const query = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.string().max(500) })).default([]),
});

/** Reports by their number or by words, of those that the person may see; without words their own. */
export async function findReports(
  { edge, words }: TeamsContext,
  { person, locale }: { person: string; locale: Locale },
  value: unknown,
): Promise<InvokeAnswer> {
  const asked = query.safeParse(value).data?.parameters.find(({ name }) => name === 'words')?.value ?? '';
  // Its first parameter is `true` when Teams opens the search before anything was typed.
  const typed = asked === 'true' ? '' : asked.trim();
  const found = await edge.reports(person, {
    list: typed === '' ? 'mine' : 'all',
    words: typed,
    after: null,
  });
  const say = (text: Phrase) => words.say(text, locale);
  if (!found.ok) return sentence(say(words.problem(found.problem)));
  const { reports } = found.value;
  if (reports.length === 0) return sentence(say(phrase(typed === '' ? 'empty.mine' : 'empty.search')));
  const attachments = reports.slice(0, LIMITS.searchResults).map((one) => {
    const { title, about } = listedLine(one);
    return {
      contentType: CARD_TYPE,
      content: renderCard(listedCard(one), { words, locale }),
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: `${one.number}　${say(title)}`, text: say(about) },
      },
    };
  });
  return {
    status: 200,
    body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
  };
}

export function sentence(text: string): InvokeAnswer {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}
