import { lasts } from '../domain/organization.ts';
import type { View } from '../domain/view.ts';
import type { Transaction } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';
import { tellPerson } from './tell-person.ts';

/** Tells every administrator of today, once for each `key`. */
export async function tellAdministrators(
  deps: Pick<Surroundings, 'catalogue' | 'clock' | 'directory'>,
  tx: Transaction,
  { view, key }: { view: View; key: string },
): Promise<void> {
  const { today } = moment(deps);
  const administrators = [...deps.catalogue.organization.people.values()].filter(({ posts }) =>
    posts.some((post) => lasts(post, today) && post.roles.includes('administrator')),
  );
  for (const { id: person } of administrators)
    await tellPerson(deps, tx, { person, view, key: `${key}:${person}` });
  await tx.wake('outbox');
}
