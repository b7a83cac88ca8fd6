import type { KeptFormReader, KeptFormWriter } from '../application/ports/kept-forms.ts';
import type { FormValues } from '../domain/view.ts';
import type { Queries } from './connect-prisma.ts';

export function keptFormReader(db: Queries): KeptFormReader {
  return {
    async of(person, form, since) {
      const [row] = await db.$queryRaw<{ typed: FormValues }[]>`
        SELECT typed FROM kept_form WHERE person = ${person} AND form = ${form} AND at >= ${new Date(since)}`;
      return row?.typed ?? null;
    },
  };
}

export function keptFormWriter(tx: Queries): KeptFormWriter {
  return {
    ...keptFormReader(tx),
    async keep({ person, form, values, version, at }) {
      await tx.$executeRaw`
        INSERT INTO kept_form (person, form, typed, version, at)
        VALUES (${person}, ${form}, ${JSON.stringify(values)}::jsonb, ${version}, ${new Date(at)})
        ON CONFLICT (person, form) DO UPDATE SET typed = excluded.typed, version = excluded.version, at = excluded.at
        WHERE kept_form.version <= excluded.version`;
    },
    async forget(person, form) {
      await tx.$executeRaw`DELETE FROM kept_form WHERE person = ${person} AND form = ${form}`;
    },
    async forgetBefore(moment) {
      await tx.$executeRaw`DELETE FROM kept_form WHERE at < ${new Date(moment)}`;
    },
  };
}
