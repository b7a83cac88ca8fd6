import { fileURLToPath } from 'node:url';
import type { Catalogue, Clock, Masker, Recognizer, Words } from '../application/ports.ts';
import type { CatalogueProblem } from '../catalog/catalogue-problem.ts';
import { loadCatalogue } from '../catalog/load-catalogue.ts';
import { loadSampleIdentities, type SampleIdentityRow } from '../catalog/load-sample-identities.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import type { Contact, Unit } from '../domain/organization.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { createRecognizer } from '../recognition/create-recognizer.ts';
import { fingerprintOfData } from '../recognition/data-fingerprint.ts';
import { ensureModel } from '../recognition/ensure-model.ts';
import { loadLexicon } from '../recognition/lexicon.ts';
import { ensureMaskModel } from '../recognition/mask/learned/ensure-mask-model.ts';
import { createLearnedDetectors } from '../recognition/mask/learned/learned-detectors.ts';
import { createMasker } from '../recognition/mask/mask.ts';
import { loadDictionary } from '../recognition/tokenize.ts';
import { createWords } from '../words/create-words.ts';
import { loadLocales } from '../words/load-locales.ts';
import { systemClock } from './node-ports.ts';
import { DICTIONARY_FOLDER, MODEL_FOLDER, taughtModel } from './prepared-folders.ts';

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url));

/** The organisation's data and the program's words, checked. */
export interface Organized {
  catalogue: Catalogue;
  sampleIdentities: SampleIdentityRow[];
  words: Words;
}

export async function organize(
  config: Pick<Config, 'intents' | 'organization'>,
  clock: Clock = systemClock,
): Promise<Result<Organized, CatalogueProblem[]>> {
  const [loaded, samples] = await Promise.all([
    loadCatalogue(config),
    loadSampleIdentities(config.organization),
  ]);
  const problems = [...(loaded.ok ? [] : loaded.problem), ...samples.problems];
  if (!loaded.ok || !samples.value || problems.length > 0) return fail(problems);
  const catalogue = loaded.value;
  return ok({ catalogue, sampleIdentities: samples.value, words: wordsOver(catalogue, clock) });
}

/** The program's words, naming the units and people of the catalogue. */
export function wordsOver({ organization, calendar }: Catalogue, clock: Clock): Words {
  const today = () => localOf(calendar, clock.now()).date;
  return createWords({ catalogs: loadLocales(LOCALES), organization, calendar, today });
}

/** What it takes to understand and to mask a text. */
export interface Understandings {
  recognizer: Recognizer;
  masker: Masker;
}

/** Loads what corrections have taught, else what the build trained; trains only when the data has changed since. */
export async function learn(config: Config, { catalogue }: Organized): Promise<Understandings> {
  const loading = loadDictionary(DICTIONARY_FOLDER);
  const data = fingerprintOfData(config.intents);
  const [dictionary, learnedMask, lexicon, { model }] = await Promise.all([
    loading,
    loading.then((dictionary) => ensureMaskModel(config.intents, MODEL_FOLDER, dictionary, data)),
    loadLexicon(`${config.intents}/lexicon.yaml`),
    ensureModel(config.intents, MODEL_FOLDER, taughtModel(config), data),
  ]);
  const units = [...catalogue.organization.units.values()];
  const { tokenize } = dictionary;
  const recognizer = createRecognizer({ tokenize, model, lexicon, units: units.flatMap(namesOf) });
  const learned = learnedMask === null ? [] : createLearnedDetectors(learnedMask, dictionary);
  const mask = createMasker(maskSettings(catalogue, units), learned);
  return { recognizer, masker: { mask } };
}

/** Every name a unit has had: people go on using the old one. */
function namesOf(unit: Unit): { id: string; name: string }[] {
  return unit.names.flatMap(({ value }) => [value.ja, value.en].map((name) => ({ id: unit.id, name })));
}

/** The organisation's own numbers and addresses are nobody's personal data. */
function maskSettings({ organization }: Catalogue, units: readonly Unit[]) {
  const contacts = Object.values<Contact>({ ...organization.windows }).map(({ contact }) => contact);
  const people = [...organization.people.values()];
  const offices = units.filter((unit) => unit.kind === 'office');
  return {
    ownPhones: contacts.filter((contact) => /^[\d\s()+-]+$/.test(contact)),
    ownEmailDomains: [
      ...new Set(people.map((person) => person.email.split('@')[1] ?? '').filter((domain) => domain !== '')),
    ],
    ownAddresses: [],
    officeNames: offices.flatMap((unit) => unit.names.map(({ value }) => value.ja)),
    staffNames: people.map((person) => person.name.ja),
  };
}
