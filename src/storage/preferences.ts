import type { PreferenceReader, PreferenceWriter } from '../application/ports/preferences.ts';
import { NEWS_TIMES, UNSET } from '../domain/preferences.ts';
import type { Queries } from './connect-prisma.ts';

export function preferenceReader(db: Queries): PreferenceReader {
  return {
    async of(person) {
      const row = await db.preference.findUnique({ where: { person } });
      return {
        news: NEWS_TIMES.find((one) => one === row?.news) ?? UNSET.news,
        language: row?.language === 'ja' || row?.language === 'en' ? row.language : UNSET.language,
      };
    },
  };
}

export function preferenceWriter(tx: Queries): PreferenceWriter {
  return {
    ...preferenceReader(tx),
    async set(person, change) {
      await tx.preference.upsert({ where: { person }, create: { person, ...change }, update: change });
    },
  };
}
