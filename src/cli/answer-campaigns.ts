import type { Catalogue, UnitOfWork } from '../application/ports.ts';
import { campaignName } from '../domain/campaign.ts';
import { countsOf, countsPhrase } from '../domain/digests/campaign-counts.ts';
import { phrase } from '../domain/phrase.ts';
import { done, say, type HouseAnswer, type Speaking } from './house-request.ts';

interface Asked extends Speaking {
  catalogue: Catalogue;
  unitOfWork: UnitOfWork;
}

/** Every call with what came of it, the latest first. */
export async function listCampaigns(deps: Asked, { json }: { json: boolean }): Promise<HouseAnswer> {
  const { campaigns } = deps.catalogue.organization;
  const counts = await deps.unitOfWork.transact((tx) => tx.digests.campaigns());
  const latest = [...campaigns].sort((a, b) => (a.from < b.from ? 1 : -1));
  if (latest.length === 0 && !json) return done([say(deps, phrase('cli.no_campaigns'))]);
  return done(
    latest.map(({ id, from, until }) => {
      const counted = countsOf(counts, id);
      if (json) return JSON.stringify({ ...counted, from, until });
      const period = phrase('cli.campaign_period', { from: { date: from }, until: { date: until } });
      return [id, ...[campaignName(id), period, countsPhrase(counted)].map((part) => say(deps, part))].join(
        '\t',
      );
    }),
  );
}
