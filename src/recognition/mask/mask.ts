import { createAddressDetector } from './address.ts';
import { detectBankAccounts } from './bank-account.ts';
import { detectBirthDates } from './birth-date.ts';
import { createColleagueDetector, mentionsOf } from './colleagues.ts';
import { createEmailDetector } from './email.ts';
import { collapse, foldText, kanjiToDigits, lettersToDigits, unifyDashes, widen } from './folded-text.ts';
import type { FoldedText } from './folded-text.ts';
import { detectInsuranceSymbols } from './insurance-symbol.ts';
import { detectLabelledNames } from './name-after-label.ts';
import { NamesOfMessage } from './name-again.ts';
import { createBesideDetector } from './name-beside.ts';
import { detectNamesInTwoScripts } from './name-in-two-scripts.ts';
import { detectNamesOfHousehold } from './name-of-household.ts';
import { createHonorificDetector } from './name-before-honorific.ts';
import type { KnownNames } from './name-before-honorific.ts';
import { createContextDetector } from './name-in-context.ts';
import { NumbersOfMessage } from './number-again.ts';
import { createNumberDetector } from './numbers.ts';
import type { Detector, Finding, FoundPersonalData, Masked, MaskSettings } from './personal-data.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { besideRules } from './learned/beside-rules.ts';
import { createPostalCodeDetector } from './postal-code.ts';
import { detectPublicNumbers } from './public-numbers.ts';
import { detectReadAloud } from './read-aloud.ts';
import { detectResidences } from './residence.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { detectRomanNames } from './roman-name.ts';
import { detectSpokenNumbers } from './spoken-number.ts';
import { sensitiveFlags } from './sensitive.ts';
import { detectTableColumns } from './table-columns.ts';
import { isFullName } from './surnames.ts';
import { overlap } from '../span.ts';

export type { FoundPersonalData, Masked, MaskSettings, PersonalDataKind } from './personal-data.ts';

/**
 * What is hidden in one pass can uncover a neighbour. All detectors read every pass, until one finds nothing: so who
 * masks the masked text again sees what the last pass saw. Two passes are enough for all but contrived texts, and
 * those of them that are very long get no more: 40,000 characters have to be read in the time of a reply.
 */
const MOST_PASSES = 24;
const FEWEST_PASSES = 2;
/** Characters that all passes together read. */
const MOST_READ = 96_000;

/**
 * Hides personal data before anything is stored, classified or posted. The masker is pure, takes any string,
 * never throws, takes time in proportion to its length, and leaves text that it has masked as it is (contrived texts of
 * more than 4,000 characters may want masking twice).
 */
export function createMasker(
  settings: MaskSettings,
  learned: readonly Detector[] = [],
): (text: string) => Masked {
  const known = knownNames(settings);
  const seers = { rules: createDetectors(settings, known), learned, known };
  return (text) => {
    const folded = foldText(text);
    const found = findAll(folded, seers);
    return { text: replace(text, found), found, sensitive: sensitiveFlags(unifyDashes(folded.text)) };
  };
}

function plain(words: readonly string[] = []): string[] {
  return words.map((word) => foldText(word).text);
}

function compact(words?: readonly string[]): string[] {
  return plain(words).map((word) => word.replace(/\s/g, ''));
}

function knownNames({ officeNames, staffNames }: MaskSettings): KnownNames {
  return {
    offices: new Set(compact(officeNames).map((name) => name.replace(/年金事務所$/u, ''))),
    // A surname alone is shared with customers, who must not be left readable for it.
    staff: new Set(compact(staffNames).filter(isFullName)),
  };
}

function createDetectors(settings: MaskSettings, known: KnownNames): Detector[] {
  const addresses = compact(settings.ownAddresses).map(unifyDashes);
  return [
    detectPublicNumbers,
    createColleagueDetector(known),
    createEmailDetector(plain(settings.ownEmailDomains).map((domain) => domain.toLowerCase())),
    createNumberDetector(new Set(plain(settings.ownPhones).map((phone) => phone.replace(/\D/g, '')))),
    detectSpokenNumbers,
    detectReadAloud,
    detectBankAccounts,
    detectInsuranceSymbols,
    detectBirthDates,
    createPostalCodeDetector(addresses),
    createAddressDetector(addresses),
    detectResidences,
    createHonorificDetector(known),
    detectLabelledNames,
    createContextDetector(known),
    createBesideDetector(known),
    detectNamesInTwoScripts,
    detectNamesOfHousehold,
    detectRomanNames,
    detectTableColumns,
  ];
}

interface Seers {
  rules: readonly Detector[];
  learned: readonly Detector[];
  known: KnownNames;
}

function findAll(original: FoldedText, seers: Seers): FoundPersonalData[] {
  const told: Told = {
    names: new NamesOfMessage(seers.known),
    numbers: new NumbersOfMessage(),
    colleagues: null,
  };
  const found: FoundPersonalData[] = [];
  let folded = original;
  const passes = Math.floor(MOST_READ / Math.max(1, original.text.length));
  const last = Math.min(Math.max(passes, FEWEST_PASSES), MOST_PASSES);
  for (let pass = 0; pass < last; pass++) {
    const seen = seenBy(seers.learned, unifyDashes(folded.text), folded);
    const findings = findOnce(folded, seen, seers, told);
    if (findings.length === 0 && !forgetsColleagues(folded, seen, told)) break;
    found.push(...findings.flatMap((finding) => locate(folded, finding)));
    for (const finding of findings) {
      if (finding.kind === 'name') told.names.remember(folded.text.slice(finding.start, finding.end));
      else told.numbers.remember(folded.text, finding);
    }
    folded = collapse(folded, findings);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What the passes before have found, and may be told again. */
interface Told {
  names: NamesOfMessage;
  numbers: NumbersOfMessage;
  /** Names of colleagues, as the message told them when it was whole; null before the first pass. */
  colleagues: ReadonlySet<string> | null;
}

function seenBy(detectors: readonly Detector[], words: string, folded: FoldedText): Finding[] {
  return detectors.flatMap((detect) => detect(words)).map((finding) => widen(folded, finding));
}

function colleaguesAmong(seen: readonly Finding[], { text }: FoldedText): Set<string> {
  return new Set(seen.filter(isPublic).map(({ start, end }) => unifyDashes(text.slice(start, end))));
}

/** Whether somebody was a colleague only by words that are hidden now: who masks the masked text would hide them. */
function forgetsColleagues(folded: FoldedText, seen: readonly Finding[], told: Told): boolean {
  const before = told.colleagues ?? new Set();
  const now = colleaguesAmong(seen, folded);
  const left = new Set([...before].filter((name) => now.has(name)));
  told.colleagues = left;
  return left.size < before.size;
}

function findOnce(
  folded: FoldedText,
  seen: readonly Finding[],
  { rules, known }: Seers,
  told: Told,
): Finding[] {
  const text = unifyDashes(folded.text);
  const inDigits = unifyDashes(lettersToDigits(kanjiToDigits(text)));
  told.colleagues ??= colleaguesAmong(seen, folded);
  const colleagues = [...told.colleagues].flatMap((name) => mentionsOf(text, name));
  const isOurs = (one: Finding) =>
    one.kind === 'name' && colleagues.some((colleague) => overlap(one, colleague));
  const again = [...told.names.again(text), ...told.numbers.again(text)];
  const byRules = [...seenBy(rules, inDigits, folded), ...again].filter((one) => !isOurs(one));
  const kept = resolveOverlaps(byRules, text.length);
  const open = byRules.filter(isPublic);
  const personal = seen.filter((one) => !isPublic(one) && !isOurs(one));
  const found = besideRules([...kept, ...open], personal, text, known);
  return resolveOverlaps(found, text.length);
}

function isPublic({ kind }: Finding): boolean {
  return kind === 'public';
}

function locate(folded: FoldedText, { kind, start, end }: Finding): FoundPersonalData[] {
  return kind === 'public'
    ? []
    : [{ kind, start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 }];
}

function replace(text: string, found: readonly FoundPersonalData[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { kind, start, end } of found) {
    parts.push(text.slice(position, start), PLACEHOLDERS[kind]);
    position = end;
  }
  return [...parts, text.slice(position)].join('');
}
