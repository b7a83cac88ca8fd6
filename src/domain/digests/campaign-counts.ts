import { localOf, type Calendar } from '../business-time.ts';
import { campaignName } from '../campaign.ts';
import type { Campaign } from '../organization.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { fact, type Line } from '../view.ts';
import type { CampaignCounts } from './digest-counts.ts';
import type { Period } from './digests-due.ts';

/** Of one call; of one that nobody entered, nothing. */
export function countsOf(counts: readonly CampaignCounts[], campaign: string): CampaignCounts {
  const none = { campaign, proposals: 0, offices: 0, decided: 0, adopted: 0 };
  return counts.find((one) => one.campaign === campaign) ?? none;
}

export function countsPhrase({ proposals, offices, decided, adopted }: CampaignCounts): Phrase {
  return phrase('campaign.counts', { proposals, offices, decided, adopted });
}

/** A line for each call that was open in the period, with what came of it up to now. */
export function campaignDigestLines(
  calendar: Calendar,
  campaigns: readonly Campaign[],
  counts: readonly CampaignCounts[],
  { from, before }: Period,
): Line[] {
  const [first, after] = [localOf(calendar, from).date, localOf(calendar, before).date];
  return campaigns
    .filter((campaign) => campaign.from < after && campaign.until >= first)
    .map(({ id }) =>
      fact(phrase('digest.month.campaign', { name: campaignName(id) }), countsPhrase(countsOf(counts, id))),
    );
}
