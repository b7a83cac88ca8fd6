import { findClericalErrors } from './clerical-error.ts';
import { findCues } from './cues.ts';
import { hasTurnedUp, isRestored } from './negation.ts';
import { isOutsideIncident } from './subtype.ts';
import { findUrgency } from './urgency.ts';
import { findViolations } from './violation.ts';

const QUOTED = /[「『"“][^」』"”]*[」』"”]/gu;
const CUSTOMER_SPEAKS =
  /お客|窓口で|電話(で|口|が|あり)|来所|来られ|おっしゃ|仰|お怒り|ご立腹|(男性|女性|方)(が|から|に)|customer|caller/u;

/** What the detectors found, as features of the models: the facts told, besides the way of telling. */
export function detectionsIn(text: string): string[] {
  const errors = findClericalErrors(text);
  const violations = findViolations(text);
  return [
    ...errors.map(({ name }) => `error:${name}`),
    ...(errors.length > 0 ? ['error'] : []),
    ...(violations.length > 0 ? [violationTeller(text)] : []),
    ...(errors.length > 0 && violations.length > 0 ? ['error+violation'] : []),
    ...(findUrgency(text).length > 0 ? ['urgent'] : []),
    ...(hasTurnedUp(text) || isRestored(text) ? ['over'] : []),
    ...(isOutsideIncident(text) ? ['outside_incident'] : []),
    ...findCues(text).map((cue) => `cue:${cue}`),
  ];
}

/** A violation that a customer alleges is a voice; one that staff tell is none. */
function violationTeller(text: string): string {
  return CUSTOMER_SPEAKS.test(text.replace(QUOTED, '')) ? 'violation:alleged' : 'violation:told';
}
