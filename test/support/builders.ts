import { join } from 'node:path';
import type { Catalogue } from '../../src/application/ports/catalogue.ts';
import { loadCatalogue } from '../../src/catalog/load-catalogue.ts';
import type { Said } from '../../src/domain/dialog/dialog-event.ts';
import { NOTHING_SETTLED } from '../../src/domain/dialog/dialog-event.ts';
import type { DialogRules } from '../../src/domain/dialog/dialog-rules.ts';
import type { Draft } from '../../src/domain/dialog/conversation.ts';
import type { Matter } from '../../src/domain/facts.ts';
import type { Label, ReportLabel, Understanding } from '../../src/domain/understanding.ts';

const root = join(import.meta.dirname, '../..');

/** The catalogue that is shipped. */
export async function theCatalogue(): Promise<Catalogue> {
  const loaded = await loadCatalogue({
    intents: join(root, 'intents'),
    organization: join(root, 'organization'),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem, null, 1));
  return loaded.value;
}

export const TODAY = '2026-11-20';
/** 9:12 in Tokyo. */
export const NOW = '2026-11-20T00:12:00.000Z';

/** Someone at the みどり office on a Friday morning. */
export function dialogRules(catalogue: Catalogue, over: Partial<DialogRules> = {}): DialogRules {
  return {
    ...catalogue,
    now: NOW,
    today: TODAY,
    timeOfDay: '09:12',
    person: 'yamada',
    office: 'midori',
    ...over,
  };
}

export interface RoutedMatter extends Matter {
  type: ReportLabel;
  text: string;
}

/** Something to assess: an incident of no particular kind unless told otherwise. */
export function aMatter(over: Partial<RoutedMatter> = {}): RoutedMatter {
  return {
    type: 'incident',
    subtype: 'other_clerical',
    text: '',
    answers: {},
    cues: [],
    suspicions: [],
    urgent: false,
    drill: false,
    ...over,
  };
}

/** What the recogniser would make of a clear message of that label. */
export function understood(label: Label, over: Partial<Understanding> = {}): Understanding {
  return {
    language: 'ja',
    label,
    confidence: 0.99,
    decision: 'assume',
    alternatives: [{ label, confidence: 0.99 }],
    voiceKind: null,
    subtype: null,
    suspicions: [],
    urgent: false,
    drill: false,
    offerCompliance: false,
    items: [],
    evidence: [],
    prefill: {},
    mentions: [],
    cues: [],
    reportNumbers: [],
    command: null,
    correction: false,
    ...over,
  };
}

let messages = 0;

/** A masked message with what was understood of it. */
export function said(
  text: string,
  understanding: Understanding,
  over: Partial<Omit<Said, 'kind'>> = {},
): Said {
  messages += 1;
  return {
    kind: 'said',
    id: `m-${messages}`,
    text,
    hidden: [],
    attachments: 0,
    understanding,
    reading: null,
    extracted: {},
    settled: NOTHING_SETTLED,
    target: null,
    ...over,
  };
}

/** A draft whose words say nothing more. */
export function aDraft(catalogue: Catalogue, type: ReportLabel, over: Partial<Draft> = {}): Draft {
  const { defaultSubtype, formVersion } = typeIn(catalogue, type);
  return {
    id: `m-0:${type}`,
    type,
    subtype: defaultSubtype,
    formVersion,
    text: 'ことば',
    answers: {},
    cues: [],
    suspicions: [],
    voiceKind: null,
    urgent: false,
    drill: false,
    evidence: [],
    takenFor: null,
    startedAt: NOW,
    touchedAt: NOW,
    today: TODAY,
    ...over,
  };
}

export function typeIn(catalogue: Pick<Catalogue, 'types'>, id: ReportLabel) {
  const type = catalogue.types.get(id);
  if (!type) throw new Error(`no type ${id}`);
  return type;
}
