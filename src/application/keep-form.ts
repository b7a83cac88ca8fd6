import { addMinutes, type Instant } from '../domain/business-time.ts';
import { actOf } from '../domain/acts/acts.ts';
import { formKey } from '../domain/form-key.ts';
import type { FormValues, Press } from '../domain/view.ts';
import { sentForm } from './open-form.ts';
import type { KeptFormReader, TypedForm } from './ports.ts';
import { maskValue } from './read-form.ts';
import { isReporters, mustStop, textsOf, type Receiving } from './receive.ts';
import { moment, personNow, type Surroundings } from './surroundings.ts';

/** What was typed and neither sent nor changed for so long is forgotten. */
const KEPT_DAYS = 7;

/**
 * Keeps what somebody is typing into a form, so that a form that is closed by mistake opens again as it was left. It is
 * masked as if it were sent; of what may be a compliance matter, and of what the person may not do, nothing is kept.
 */
export async function keepForm(
  deps: Receiving,
  person: string,
  { press, values, version }: TypedForm,
): Promise<void> {
  const form = formKey(press);
  const kept = await keepable(deps, person, press, values);
  const at = moment(deps).now;
  await deps.unitOfWork.transact(async (tx) => {
    if (kept) await tx.keptForms.keep({ person, form, values: kept, version, at });
    else await tx.keptForms.forget(person, form);
  });
}

/** What somebody had typed into the form that this press sends; they may open it, or are not asked. */
export async function keptForm(
  deps: Surroundings & { keptForms: KeptFormReader },
  person: string,
  press: Press,
): Promise<FormValues | null> {
  return deps.keptForms.of(person, formKey(press), keptSince(deps));
}

export async function forgetForm(
  deps: Pick<Receiving, 'unitOfWork'>,
  person: string,
  press: Press,
): Promise<void> {
  await deps.unitOfWork.transact((tx) => tx.keptForms.forget(person, formKey(press)));
}

/** Of everybody, what is not shown any more. */
export async function forgetOldForms(
  deps: Pick<Surroundings, 'clock'> & Pick<Receiving, 'unitOfWork'>,
): Promise<void> {
  await deps.unitOfWork.transact((tx) => tx.keptForms.forgetBefore(keptSince(deps)));
}

/** Null where nothing may be kept. */
async function keepable(
  deps: Receiving,
  person: string,
  press: Press,
  typed: FormValues,
): Promise<FormValues | null> {
  const sender = personNow(deps, person);
  if (!sender || Object.keys(typed).length === 0) return null;
  const isForm = actOf(press) !== null || press.action === 'draft_form';
  if (isForm && !(await sentForm(deps, person, press)).ok) return null;
  const hidden = new Set<string>();
  const values = Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [field, maskValue(deps, value, hidden)]),
  );
  const screened = isReporters(press) || !isForm;
  return screened && (await mustStop(deps, person, press, textsOf(values), sender.unit)) ? null : values;
}

function keptSince({ clock }: Pick<Surroundings, 'clock'>): Instant {
  return addMinutes(clock.now(), -KEPT_DAYS * 24 * 60);
}
