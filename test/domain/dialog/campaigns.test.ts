import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/business-time.ts';
import { advance } from '../../../src/domain/dialog/advance.ts';
import { draftCampaignLines, enteredIn } from '../../../src/domain/dialog/campaigns.ts';
import { newConversation, type Conversation, type Draft } from '../../../src/domain/dialog/conversation.ts';
import { summaryView } from '../../../src/domain/dialog/summary-view.ts';
import type { Campaign } from '../../../src/domain/organization.ts';
import { aDraft, dialogRules, theCatalogue, TODAY } from '../../support/builders.ts';

const catalogue = await theCatalogue();
const FILEABLE = ['incident', 'proposal', 'customer_voice', 'risk', 'knowledge'] as const;

const anyCampaigns: fc.Arbitrary<Campaign[]> = fc
  .array(fc.record({ begins: fc.integer({ min: -5, max: 5 }), days: fc.nat(5) }), { maxLength: 4 })
  .map((all) =>
    all.map(({ begins, days }, index) => ({
      id: `call-${index}`,
      name: { ja: '', en: '' },
      asks: { ja: '', en: '' },
      from: addDays(TODAY, begins),
      until: addDays(TODAY, begins + days),
    })),
  );

/** Two matters of one message, begun some days ago. */
const anyDrafts = fc
  .array(fc.record({ type: fc.constantFrom(...FILEABLE), drill: fc.boolean(), ago: fc.nat(3) }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((all) =>
    all.map(({ type, drill, ago }, index) =>
      aDraft(catalogue, type, { id: `m-${index}`, drill, today: addDays(TODAY, -ago) }),
    ),
  );

const rulesWith = (campaigns: readonly Campaign[]) =>
  dialogRules(catalogue, { organization: { ...catalogue.organization, campaigns } });

/** By the rule itself, not by the program's way to it. */
function mayEnter(draft: Draft, campaign: Campaign): boolean {
  const within = (day: string) => campaign.from <= day && day <= campaign.until;
  return draft.type === 'proposal' && !draft.drill && (within(draft.today) || within(TODAY));
}

function reviewing(drafts: readonly Draft[]): Conversation {
  return { ...newConversation(), step: { kind: 'reviewing' }, drafts };
}

function pressed(rules: ReturnType<typeof rulesWith>, state: Conversation, action: string, value?: string) {
  const press = { action, turn: state.turn, ...(value === undefined ? {} : { value }) };
  return advance(rules, state, { kind: 'pressed', id: 'p', press }).state;
}

describe('calls for proposals', () => {
  it('are offered once each, to whoever writes a proposal that may be entered, and to nobody else', () => {
    fc.assert(
      fc.property(anyCampaigns, anyDrafts, (campaigns, drafts) => {
        const offered = summaryView(rulesWith(campaigns), drafts, 0)
          .buttons.filter(({ press }) => press.action === 'enter_campaign')
          .map(({ press }) => press.value);
        const open = campaigns.filter((one) => drafts.some((draft) => mayEnter(draft, one)));
        expect([...offered].sort()).toEqual(open.map(({ id }) => id).sort());
      }),
    );
  });

  it('are entered by what may be entered alone, and left without a trace', () => {
    fc.assert(
      fc.property(anyCampaigns, anyDrafts, fc.nat(4), (campaigns, drafts, index) => {
        const rules = rulesWith(campaigns);
        const id = `call-${index}`;
        const campaign = campaigns.find((one) => one.id === id);
        const entered = pressed(rules, reviewing(drafts), 'enter_campaign', id);
        expect(entered.drafts.map((draft) => enteredIn(rules, draft))).toEqual(
          drafts.map((draft) => (campaign && mayEnter(draft, campaign) ? id : null)),
        );
        expect(pressed(rules, entered, 'leave_campaign').drafts).toEqual(drafts);
      }),
    );
  });

  it('are over for a draft once they are no longer listed', () => {
    const draft = aDraft(catalogue, 'proposal', { campaign: 'call-0' });
    expect(enteredIn(rulesWith([]), draft)).toBeNull();
    expect(draftCampaignLines(rulesWith([]), draft)).toEqual([]);
  });
});
