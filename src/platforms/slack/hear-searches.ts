import type { App } from '@slack/bolt';
import { unitChoices } from '../../cards/unit-choices.ts';
import type { Phrase } from '../../domain/phrase.ts';
import { controlIds } from '../../cards/input-values.ts';
import { readSuggestion, type Search } from './read-suggestion.ts';
import { recogniseSender } from './recognise-sender.ts';
import type { SlackContext } from './slack-context.ts';
import { suggestChoices, suggestUnits, type Suggestions } from './suggest-choices.ts';

const NOTHING: Suggestions = { option_groups: [] };

/** Searches in lists that are too long for a menu. */
export function hearSearches(app: App, context: SlackContext): void {
  app.options(/^/, async ({ body, ack }) => {
    const search = readSuggestion(body);
    await ack(search.ok ? await found(context, search.value) : NOTHING);
  });
}

async function found(context: SlackContext, search: Search): Promise<Suggestions> {
  const sender = await recogniseSender(context, { id: search.user.id, team: null });
  if (sender.kind !== 'known' && sender.kind !== 'unknown') return NOTHING;
  const { words, organization, calendar, clock, edge } = context;
  const { locale } = sender;
  const say = (phrase: Phrase) => words.say(phrase, locale);
  const { query, wanted, state } = search;
  if (wanted.kind === 'units') {
    const units = unitChoices({ directory: { organization, calendar }, words, clock }, locale);
    return suggestUnits(units, query, wanted.extras, say);
  }
  if (sender.kind !== 'known' || !state?.opener) return NOTHING;
  const form = await edge.formAgain(sender.person, state.opener);
  const input = form.ok
    ? form.value?.inputs.find((one) => controlIds(one).ready === wanted.control)
    : undefined;
  return input ? suggestChoices(input, query, say) : NOTHING;
}
