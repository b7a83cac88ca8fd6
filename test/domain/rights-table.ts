import type { Action } from '../../src/domain/grants.ts';
import { ROLES, type Role } from '../../src/domain/organization.ts';
import { REPORT_LABELS, type ReportLabel } from '../../src/domain/understanding.ts';
import { VISIBILITIES, type Visibility } from '../../src/domain/visibility.ts';

/** How somebody stands to a report: they told it, or the unit of their standing has this part in it. */
export const RELATIONS = ['own', 'under', 'primary', 'copied', 'referred', 'elsewhere', 'followed'] as const;
export type Relation = (typeof RELATIONS)[number];

/** One letter for each action, so that the whole table can be read at a glance. */
const LETTERS: Readonly<Record<string, Action>> = {
  r: 'read',
  a: 'add',
  c: 'correct',
  w: 'withdraw',
  z: 'feedback',
  m: 'comment',
  k: 'acknowledge',
  t: 'take',
  u: 'update',
  n: 'answer',
  q: 'ask',
  f: 'forward',
  s: 'assign',
  v: 'change_severity',
  d: 'decide',
  p: 'approve',
  x: 'close',
  b: 'judge_breach',
  I: 'judge_inspection',
  h: 'check',
  y: 'report_on',
  Z: 'sign_cause',
  j: 'follow_up',
  l: 'publish',
  g: 'direct',
  e: 'export',
  i: 'see_views',
  W: 'request_withdrawal',
  E: 'extend',
  L: 'link',
  B: 'send_back',
  M: 'merge',
  S: 'split',
  R: 'refer',
};

/**
 * The organisation's rules, written by hand and apart from the grants: what no row says is forbidden. Ordinary types
 * are all but compliance; `rmktunqfhEL` is what handlers do, with `svdpx` what responsible managers do besides, and with `BMSR`
 * what triage does.
 */
const TABLE = `
role               types      visibility             own         under       primary        copied         referred       elsewhere     followed
staff              incident   open                   racWzy      r           r              r              r              r             rz
staff              incident   units,restricted       racWzy      -           -              -              -              -             z
staff              others     open                   racwz       r           r              r              r              r             rz
staff              others     units,restricted       racwz       -           -              -              -              -             z
deputy_head        ordinary   open,units             -           rmc         rm             rm             -              -
deputy_head        ordinary   restricted             -           -           rm             rm             -              -
deputy_head        incident   open,units             -           rmchyZ      rmhyZ          rmhyZ           -              -
deputy_head        incident   restricted             -           -           rmhyZ          rmhyZ           -              -
office_head        ordinary   open,units             -           rmc         rm             rm             -              -
office_head        ordinary   restricted             -           -           rm             rm             -              -
office_head        incident   open,units             -           rmchyZ      rmhyZ          rmhyZ           -              -
office_head        incident   restricted             -           -           rmhyZ          rmhyZ           -              -
block_staff        ordinary   open,units             -           rm          rm             rm             -              -
block_staff        ordinary   restricted             -           -           rm             rm             -              -
region_staff       ordinary   open,units             -           rm          rm             rm             -              -
region_staff       ordinary   restricted             -           -           rm             rm             -              -
handler            ordinary   open,units,restricted  -           -           rmktunqfhEL       rm             -              -
handler            incident   open,units,restricted  -           -           rmktunqfhELyZ    rmZ            -              -
manager            ordinary   open,units,restricted  -           -           rmktunqfhELsvdpx  rm             -              -
manager            incident   open,units,restricted  -           -           rmktunqfhELsvdpxyZ rmZ          -              -
service_promotion  pv         open,units,restricted  rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR  rmktunqfhELsvdpxBMSR
risk_compliance    ir         open,units,restricted  rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR rmktunqfhELsvdpxBMSR  rmktunqfhELsvdpxBMSR
service_promotion  voice      open,units,restricted  rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl  rmktunqfhELsvdpxBMSRl
risk_compliance    incident   open,units,restricted  rmktunqfhELsvdpxBMSRyZIlj rmktunqfhELsvdpxBMSRyZIlj rmktunqfhELsvdpxBMSRyZIlj rmktunqfhELsvdpxBMSRyZIlj rmktunqfhELsvdpxBMSRyZIlj rmktunqfhELsvdpxBMSRyZIlj  rmktunqfhELsvdpxBMSRyZIlj
compliance_officer compliance sealed                 -           -           rmktunqfhELsvdpx  -              -              -
compliance_officer voice      open,units,restricted  -           -           -              -              r              -
privacy_officer    incident   open,units,restricted  -           -           rmb            rmb            -              -
csirt              ir         open,units,restricted  -           -           rmktunqfhEL       rm             -              -
csirt              incident   open,units,restricted  -           -           rmktunqfhELy     rm             -              -
quality            ip         open,units             rm          rm          rm             rm             rm             rm  rm
quality            knowledge  open,units             rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl rmktunqfhELsvdpxBMSRl  rmktunqfhELsvdpxBMSRl
audit              ordinary   open,units,restricted  rei         rei          rei            rei            rei            rei  rei
audit              incident   open,units,restricted  reij        reij        reij           reij           reij           reij  reij
disclosure         iv         open,units,restricted  -           -           rl             rl             -              -
vice_president     ordinary   open,units,restricted  rg          rg          rg             rg             rg             rg  rg
president          ordinary   open,units,restricted  rg          rg          rg             rg             rg             rg  rg
`;

const TYPES: Readonly<Record<string, readonly ReportLabel[]>> = {
  ordinary: REPORT_LABELS.filter((type) => type !== 'compliance'),
  others: ['proposal', 'customer_voice', 'risk', 'knowledge'],
  incident: ['incident'],
  knowledge: ['knowledge'],
  compliance: ['compliance'],
  voice: ['customer_voice'],
  pv: ['proposal', 'customer_voice'],
  ir: ['incident', 'risk'],
  ip: ['incident', 'proposal'],
  iv: ['incident', 'customer_voice'],
};

export interface Cell {
  role: Role;
  type: ReportLabel;
  visibility: Visibility;
  relation: Relation;
}

/** Every combination there is. */
export function allCells(): Cell[] {
  return ROLES.flatMap((role) =>
    REPORT_LABELS.flatMap((type) =>
      VISIBILITIES.flatMap((visibility) =>
        RELATIONS.map((relation) => ({ role, type, visibility, relation })),
      ),
    ),
  );
}

const EXPECTED = read(TABLE);

/** What the table says, and nothing where it is silent. */
export function expectedActions(cell: Cell): ReadonlySet<Action> {
  return EXPECTED.get(keyOf(cell)) ?? new Set();
}

function read(table: string): ReadonlyMap<string, ReadonlySet<Action>> {
  const [, ...rows] = table.trim().split('\n');
  const cells = new Map<string, ReadonlySet<Action>>();
  for (const row of rows) {
    const [role = '', types = '', visibilities = '', ...columns] = row.split(/\s+/);
    for (const type of TYPES[types] ?? [])
      for (const visibility of visibilities.split(','))
        for (const [index, relation] of RELATIONS.entries())
          cells.set([role, type, visibility, relation].join(' '), actionsIn(columns[index] ?? ''));
  }
  return cells;
}

function actionsIn(letters: string): ReadonlySet<Action> {
  return new Set([...letters].flatMap((letter) => LETTERS[letter] ?? []));
}

function keyOf({ role, type, visibility, relation }: Cell): string {
  return [role, type, visibility, relation].join(' ');
}
