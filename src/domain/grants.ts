import type { Role } from './organization.ts';
import type { ReportLabel } from './understanding.ts';
import type { Visibility } from './visibility.ts';

/** Everything anybody can do to a report. */
export const ACTIONS = [
  'read',
  'add',
  'correct',
  'withdraw',
  'request_withdrawal',
  'feedback',
  'comment',
  'acknowledge',
  'take',
  'update',
  'answer',
  'ask',
  'forward',
  'extend',
  'link',
  'assign',
  'change_severity',
  'decide',
  'approve',
  'close',
  'send_back',
  'merge',
  'split',
  'refer',
  'judge_breach',
  'judge_inspection',
  'check',
  'report_on',
  'sign_cause',
  'follow_up',
  'publish',
  'direct',
  'export',
  'see_views',
] as const;
export type Action = (typeof ACTIONS)[number];

/** How a person's standing must relate to the report. */
export type Where = 'own' | 'under' | 'primary' | 'assigned' | 'referred' | 'followed' | 'everywhere';

export interface Grant {
  role: Role;
  types: readonly ReportLabel[];
  visibilities: readonly Visibility[];
  where: Where;
  actions: readonly Action[];
}

const ORDINARY: readonly ReportLabel[] = ['incident', 'proposal', 'customer_voice', 'risk', 'knowledge'];
const OPEN: readonly Visibility[] = ['open'];
const UNITS: readonly Visibility[] = ['open', 'units'];
const RESTRICTED: readonly Visibility[] = ['open', 'units', 'restricted'];
const SEALED: readonly Visibility[] = ['sealed'];

const HANDLING: readonly Action[] = [
  'read',
  'comment',
  'acknowledge',
  'take',
  'update',
  'answer',
  'ask',
  'forward',
  'check',
  'extend',
  'link',
];
/** What the office does about its own incident; the unit that caused it signs the cause. */
const AT_THE_OFFICE: readonly Action[] = ['check', 'report_on', 'sign_cause'];
const HEADING: readonly Action[] = [...HANDLING, 'assign', 'change_severity', 'decide', 'approve', 'close'];
/** Where a matter belongs, and whether it is one or several, is for those who see all of its kind. */
const TRIAGING: readonly Action[] = [...HEADING, 'send_back', 'merge', 'split', 'refer'];

/**
 * Roles and rights of the organisation's rules, least privilege. Nobody holds or returns a report on its way to
 * head office: block and office may comment only [D1]. Compliance is for its designated officers alone, and a
 * sealed report is read by its reporter through the receipt, never by name.
 */
export const GRANTS: readonly Grant[] = [
  grant('staff', ORDINARY, RESTRICTED, 'own', ['read', 'add', 'correct', 'feedback']),
  grant('staff', ['proposal', 'customer_voice', 'risk', 'knowledge'], RESTRICTED, 'own', ['withdraw']),
  grant('staff', ['incident'], RESTRICTED, 'own', ['request_withdrawal', 'report_on']),
  // Who joined a matter, or whose report was merged into it, says whether its answer answers them; no more of it is theirs.
  grant('staff', ORDINARY, RESTRICTED, 'followed', ['feedback']),
  grant('staff', ORDINARY, OPEN, 'everywhere', ['read']),
  grant('deputy_head', ORDINARY, UNITS, 'under', ['read', 'comment', 'correct']),
  grant('deputy_head', ORDINARY, RESTRICTED, 'assigned', ['read', 'comment']),
  grant('office_head', ORDINARY, UNITS, 'under', ['read', 'comment', 'correct']),
  grant('office_head', ORDINARY, RESTRICTED, 'assigned', ['read', 'comment']),
  grant('deputy_head', ['incident'], UNITS, 'under', AT_THE_OFFICE),
  grant('deputy_head', ['incident'], RESTRICTED, 'assigned', AT_THE_OFFICE),
  grant('office_head', ['incident'], UNITS, 'under', AT_THE_OFFICE),
  grant('office_head', ['incident'], RESTRICTED, 'assigned', AT_THE_OFFICE),
  grant('block_staff', ORDINARY, UNITS, 'under', ['read', 'comment']),
  grant('block_staff', ORDINARY, RESTRICTED, 'assigned', ['read', 'comment']),
  grant('region_staff', ORDINARY, UNITS, 'under', ['read', 'comment']),
  grant('region_staff', ORDINARY, RESTRICTED, 'assigned', ['read', 'comment']),
  grant('handler', ORDINARY, RESTRICTED, 'assigned', ['read', 'comment']),
  grant('handler', ORDINARY, RESTRICTED, 'primary', HANDLING),
  grant('handler', ['incident'], RESTRICTED, 'primary', ['report_on']),
  grant('handler', ['incident'], RESTRICTED, 'assigned', ['sign_cause']),
  grant('manager', ORDINARY, RESTRICTED, 'assigned', ['read', 'comment']),
  grant('manager', ORDINARY, RESTRICTED, 'primary', HEADING),
  grant('manager', ['incident'], RESTRICTED, 'primary', ['report_on']),
  grant('manager', ['incident'], RESTRICTED, 'assigned', ['sign_cause']),
  grant('service_promotion', ['customer_voice', 'proposal'], RESTRICTED, 'everywhere', TRIAGING),
  grant('service_promotion', ['customer_voice'], RESTRICTED, 'everywhere', ['publish']),
  grant('risk_compliance', ['incident', 'risk'], RESTRICTED, 'everywhere', TRIAGING),
  grant('risk_compliance', ['incident'], RESTRICTED, 'everywhere', [
    'report_on',
    'sign_cause',
    'judge_inspection',
    'publish',
    'follow_up',
  ]),
  grant('compliance_officer', ['compliance'], SEALED, 'primary', HEADING),
  grant('compliance_officer', ['customer_voice'], RESTRICTED, 'referred', ['read']),
  grant('privacy_officer', ['incident'], RESTRICTED, 'assigned', ['read', 'comment', 'judge_breach']),
  grant('csirt', ['incident', 'risk'], RESTRICTED, 'assigned', ['read', 'comment']),
  grant('csirt', ['incident', 'risk'], RESTRICTED, 'primary', HANDLING),
  grant('csirt', ['incident'], RESTRICTED, 'primary', ['report_on']),
  grant('quality', ['incident', 'proposal', 'knowledge'], UNITS, 'everywhere', ['read', 'comment']),
  grant('quality', ['knowledge'], UNITS, 'everywhere', [...TRIAGING, 'publish']),
  grant('audit', ORDINARY, RESTRICTED, 'everywhere', ['read', 'export', 'see_views']),
  grant('audit', ['incident'], RESTRICTED, 'everywhere', ['follow_up']),
  // They get a copy once there is something to publish, and nothing before.
  grant('disclosure', ['incident', 'customer_voice'], RESTRICTED, 'assigned', ['read', 'publish']),
  grant('vice_president', ORDINARY, RESTRICTED, 'everywhere', ['read', 'direct']),
  grant('president', ORDINARY, RESTRICTED, 'everywhere', ['read', 'direct']),
];

function grant(
  role: Role,
  types: readonly ReportLabel[],
  visibilities: readonly Visibility[],
  where: Where,
  actions: readonly Action[],
): Grant {
  return { role, types, visibilities, where, actions };
}
