import { livingUnit, valueOn, type Unit } from '../domain/organization.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Address, ReachBook } from './ports.ts';
import { actorNow, moment, personNow, type Surroundings } from './surroundings.ts';

export interface ChannelBinding extends Surroundings {
  reachBook: ReachBook;
  /** Called once what is known of channels has changed. */
  onReachChanged: () => Promise<void>;
}

/** How many units are named when several could be meant. */
const MOST_NAMED = 5;

/**
 * Gives a channel to a unit, whatever the organisation's files say; administrators only.
 * @param words the unit's name or id as it was typed
 * @returns the unit's id; `unit_unclear` names what could have been meant
 */
export async function bindChannel(
  deps: ChannelBinding,
  person: string,
  channel: Address,
  words: string,
): Promise<Result<string, Problem>> {
  const allowed = administrates(deps, person);
  if (!allowed.ok) return allowed;
  const unit = unitCalled(deps, words);
  if (!unit.ok) return unit;
  await deps.reachBook.bind({ ...channel, unit: unit.value, by: person, at: moment(deps).now });
  await deps.onReachChanged();
  deps.log.info('channel bound', { ...channel, unit: unit.value, by: person });
  return unit;
}

/** Takes the channel back from its unit; `not_bound` when it was given to none. */
export async function unbindChannel(
  deps: ChannelBinding,
  person: string,
  channel: Address,
): Promise<Result<null, Problem>> {
  const allowed = administrates(deps, person);
  if (!allowed.ok) return allowed;
  const { platform, place } = channel;
  const bound = (await deps.reachBook.bindings()).find(
    (one) => one.platform === platform && one.place === place,
  );
  if (!bound || !(await deps.reachBook.unbind(channel))) return fail({ kind: 'not_bound' });
  await deps.onReachChanged();
  deps.log.info('channel unbound', { ...channel, unit: bound.unit, by: person });
  return ok(null);
}

function administrates(deps: Surroundings, id: string): Result<null, Problem> {
  const sender = personNow(deps, id);
  if (!sender) return fail({ kind: 'unknown_person' });
  const { standings } = actorNow(deps, sender.person);
  return standings.some(({ role }) => role === 'administrator')
    ? ok(null)
    : fail({ kind: 'forbidden', roles: ['administrator'] });
}

/** A unit by its id, its name, or words that only its name has. */
function unitCalled(deps: Surroundings, words: string): Result<string, Problem> {
  const { organization } = deps.catalogue;
  const { today } = moment(deps);
  const asked = folded(words);
  const living = [...organization.units.values()].filter(
    ({ id }) => livingUnit(organization, id, today)?.id === id,
  );
  const isCalled = (unit: Unit, fits: (name: string) => boolean) =>
    asked !== '' && [unit.id, ...namesOf(unit, today)].some((name) => fits(folded(name)));
  const exact = living.filter((unit) => isCalled(unit, (name) => name === asked));
  const meant =
    exact.length > 0 ? exact : living.filter((unit) => isCalled(unit, (name) => name.includes(asked)));
  const [unit, ...others] = meant;
  return unit && others.length === 0
    ? ok(unit.id)
    : fail({ kind: 'unit_unclear', near: meant.slice(0, MOST_NAMED).map(({ id }) => id) });
}

function namesOf(unit: Unit, today: string): string[] {
  const name = valueOn(unit.names, today);
  return name ? [name.ja, name.en] : [];
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s　]/g, '');
}
