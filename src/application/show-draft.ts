import { draftView } from '../domain/dialog/draft-view.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { saidIn, type View } from '../domain/view.ts';
import type { InboxQueue, PreferenceReader } from './ports.ts';
import { languageOf, personNow, rulesFor, type Surroundings } from './surroundings.ts';

/** What a person is reporting, as far as it is known; null while they are reporting nothing. */
export async function showDraft(
  deps: Surroundings & { inboxQueue: InboxQueue; preferences: PreferenceReader },
  person: string,
): Promise<Result<View | null, Problem>> {
  const sender = personNow(deps, person);
  if (!sender) return fail({ kind: 'unknown_person' });
  const state = (await deps.inboxQueue.conversationOf(person))?.state;
  if (!state) return ok(null);
  const view = draftView(rulesFor(deps, person, sender.unit), state, deps.catalogue.calendar);
  return ok(view && saidIn(view, languageOf(state, await deps.preferences.of(person))));
}
