import type { ReachBook } from '../application/ports/accounts.ts';
import type { Locale } from '../domain/organization.ts';
import type { PrismaClient } from './generated/client.ts';
import { instant } from './instants.ts';

export function reachBook(db: PrismaClient): ReachBook {
  return {
    async people() {
      const rows = await db.registeredPerson.findMany({ orderBy: { id: 'asc' } });
      return rows.map((row) => ({ ...row, locale: row.locale as Locale }));
    },

    async register(person) {
      await db.registeredPerson.createMany({ data: person, skipDuplicates: true });
    },

    async bindings() {
      const rows = await db.channelBinding.findMany({ orderBy: [{ platform: 'asc' }, { place: 'asc' }] });
      return rows.map(({ platform, place, unit, boundBy, boundAt }) => ({
        platform,
        place,
        unit,
        by: boundBy,
        at: instant(boundAt),
      }));
    },

    async bind({ platform, place, unit, by, at }) {
      const data = { platform, place, unit, boundBy: by, boundAt: new Date(at) };
      await db.$transaction([
        db.channelBinding.deleteMany({ where: { platform, OR: [{ place }, { unit }] } }),
        db.channelBinding.create({ data }),
        db.lostChannel.deleteMany({ where: { platform, place } }),
      ]);
    },

    async unbind({ platform, place }) {
      const { count } = await db.channelBinding.deleteMany({ where: { platform, place } });
      return count > 0;
    },

    async lost() {
      const rows = await db.lostChannel.findMany({ orderBy: { since: 'asc' } });
      return rows.map(({ platform, place, since }) => ({ platform, place, since: instant(since) }));
    },

    async lose({ platform, place }, at) {
      const { since } = await db.lostChannel.upsert({
        where: { platform_place: { platform, place } },
        create: { platform, place, since: new Date(at) },
        update: {},
      });
      return instant(since);
    },

    async regain({ platform, place }) {
      const { count } = await db.lostChannel.deleteMany({ where: { platform, place } });
      return count > 0;
    },
  };
}
