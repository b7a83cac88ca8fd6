import type { Campaign } from '../../domain/organization.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import type { Source } from '../source/source.ts';

/** Proposals name their call by its id. */
export function checkCampaigns(source: Source, campaigns: readonly Campaign[]): CatalogueProblem[] {
  const ids = campaigns.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [problemAt(source, ['campaigns', index, 'id'], 'duplicate_id', { id })] : [],
  );
}
