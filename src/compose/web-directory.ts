import type { Clock } from '../application/ports.ts';
import { localOf } from '../domain/business-time.ts';
import { actorPresent } from '../domain/deputy.ts';
import { livingUnit, type Organization } from '../domain/organization.ts';
import { phrase } from '../domain/phrase.ts';
import type { Channel, WebDirectory } from '../platforms/web/context.ts';
import type { Organized } from './knowledge.ts';

/** The sample people and the channels that their posts make them members of, or those in whose place they are. */
export function webDirectory({ catalogue, sampleIdentities }: Organized, clock: Clock): WebDirectory {
  const { organization, calendar } = catalogue;
  return {
    organization,
    calendar,
    sampleIdentities: sampleIdentities.map(({ person, part }) => ({
      person,
      part: phrase(`page.part.${part}`),
    })),
    channelsFor: (person) => channelsOf(organization, person, localOf(calendar, clock.now()).date),
  };
}

function channelsOf(organization: Organization, person: string, today: string): Channel[] {
  const { standings } = actorPresent(organization, person, today);
  const units = standings.flatMap(({ unit }) => livingUnit(organization, unit, today) ?? []);
  const channels = units.flatMap((unit) => {
    const place = unit.channels['web'];
    return place === undefined ? [] : [{ place, unit: unit.id }];
  });
  return [...new Map(channels.map((channel) => [channel.place, channel])).values()];
}
