import type { Clock } from '../application/ports.ts';
import { localOf } from '../domain/business-time.ts';
import { lasts, livingUnit, type Organization } from '../domain/organization.ts';
import { phrase } from '../domain/phrase.ts';
import type { Channel, WebDirectory } from '../platforms/web/context.ts';
import type { Organized } from './knowledge.ts';

/** The sample people and the channels that their posts make them members of. */
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
  const posts = (organization.people.get(person)?.posts ?? []).filter((post) => lasts(post, today));
  const units = posts.flatMap((post) => livingUnit(organization, post.unit, today) ?? []);
  const channels = units.flatMap((unit) => {
    const place = unit.channels['web'];
    return place === undefined ? [] : [{ place, unit: unit.id }];
  });
  return [...new Map(channels.map((channel) => [channel.place, channel])).values()];
}
