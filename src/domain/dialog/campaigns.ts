import { campaignFact, campaignName, campaignsOn } from '../campaign.ts';
import type { Campaign } from '../organization.ts';
import { phrase } from '../phrase.ts';
import { button, line, type Button, type Line, type Press } from '../view.ts';
import type { Conversation, Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { ask } from './matter.ts';
import { moveTo, type Outcome } from './turn.ts';

type OnADay = Pick<DialogRules, 'organization' | 'today'>;

/** Calls that a draft can be entered in: it was begun, or would be sent, while they are open. */
function openFor({ organization, today }: OnADay, draft: Draft): Campaign[] {
  return draft.type === 'proposal' && !draft.drill ? campaignsOn(organization, [draft.today, today]) : [];
}

/** The call that a draft is entered in, as long as it can be. */
export function enteredIn(rules: OnADay, draft: Draft): string | null {
  return openFor(rules, draft).find(({ id }) => id === draft.campaign)?.id ?? null;
}

/** What each open call asks; once a draft is entered in one, only that. */
export function draftCampaignLines(rules: DialogRules, draft: Draft): Line[] {
  const entered = enteredIn(rules, draft);
  if (entered !== null) return [campaignFact(entered)];
  return openFor(rules, draft).map(({ id }) =>
    line(phrase('campaign.open', { name: campaignName(id), asks: { campaign: id, part: 'asks' } })),
  );
}

/** One tap to enter, one to take it back: nobody is asked, and 「送信」 alone enters nothing. */
export function campaignButtons(rules: DialogRules, drafts: readonly Draft[], turn: number): Button[] {
  if (drafts.some((draft) => enteredIn(rules, draft) !== null))
    return [button({ action: 'leave_campaign', turn }, phrase('btn.leave_campaign'))];
  const open = drafts.flatMap((draft) => openFor(rules, draft).map(({ id }) => id));
  return [...new Set(open)].map((id) =>
    button(
      { action: 'enter_campaign', value: id, turn },
      phrase('btn.enter_campaign', { name: campaignName(id) }),
    ),
  );
}

export function enterCampaign(rules: DialogRules, state: Conversation, { value }: Press): Outcome | null {
  const takes = (draft: Draft) => openFor(rules, draft).some(({ id }) => id === value);
  if (value === undefined || !state.drafts.some(takes)) return null;
  return shownAgain(rules, state, (draft) => (takes(draft) ? { ...draft, campaign: value } : draft));
}

export function leaveCampaign(rules: DialogRules, state: Conversation): Outcome | null {
  if (!state.drafts.some(({ campaign }) => campaign !== undefined)) return null;
  return shownAgain(rules, state, ({ campaign: _left, ...draft }) => draft);
}

function shownAgain(rules: DialogRules, state: Conversation, of: (draft: Draft) => Draft): Outcome {
  return ask(rules, moveTo(state, state.step, state.drafts.map(of)));
}
