import { createAddressDetector } from './address.ts';
import { detectBankAccounts } from './bank-account.ts';
import { detectBirthDates } from './birth-date.ts';
import { createEmailDetector } from './email.ts';
import { collapse, foldText, unifyDashes, widen } from './folded-text.ts';
import type { FoldedText } from './folded-text.ts';
import { detectInsuranceSymbols } from './insurance-symbol.ts';
import { detectLabelledNames } from './name-after-label.ts';
import { createHonorificDetector } from './name-before-honorific.ts';
import { createContextDetector } from './name-in-context.ts';
import { createNumberDetector } from './numbers.ts';
import type { Detector, Finding, FoundPersonalData, Masked, MaskSettings } from './personal-data.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { createPostalCodeDetector } from './postal-code.ts';
import { detectPublicNumbers } from './public-numbers.ts';
import { detectResidences } from './residence.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { detectRomanNames } from './roman-name.ts';
import { sensitiveFlags } from './sensitive.ts';
import { isFullName } from './surnames.ts';

export type { FoundPersonalData, Masked, MaskSettings, PersonalDataKind } from './personal-data.ts';

/** What is hidden in one pass can uncover a neighbour; one further pass is enough for all but contrived texts. */
const MOST_PASSES = 6;

/**
 * Hides personal data before anything is stored, classified or posted. The masker is pure, takes any string,
 * never throws, and leaves text that it has masked as it is.
 */
export function createMasker(settings: MaskSettings): (text: string) => Masked {
  const detectors = createDetectors(settings);
  return (text) => {
    const folded = foldText(text);
    const found = findAll(folded, detectors);
    return { text: replace(text, found), found, sensitive: sensitiveFlags(unifyDashes(folded.text)) };
  };
}

function createDetectors(settings: MaskSettings): Detector[] {
  const plain = (words: readonly string[] = []) => words.map((word) => foldText(word).text);
  const compact = (words?: readonly string[]) => plain(words).map((word) => word.replace(/\s/g, ''));
  const known = {
    offices: new Set(compact(settings.officeNames).map((name) => name.replace(/年金事務所$/u, ''))),
    // A surname alone is shared with customers, who must not be left readable for it.
    staff: new Set(compact(settings.staffNames).filter(isFullName)),
  };
  const addresses = compact(settings.ownAddresses).map(unifyDashes);
  return [
    detectPublicNumbers,
    createEmailDetector(plain(settings.ownEmailDomains).map((domain) => domain.toLowerCase())),
    createNumberDetector(new Set(plain(settings.ownPhones).map((phone) => phone.replace(/\D/g, '')))),
    detectBankAccounts,
    detectInsuranceSymbols,
    detectBirthDates,
    createPostalCodeDetector(addresses),
    createAddressDetector(addresses),
    detectResidences,
    createHonorificDetector(known),
    detectLabelledNames,
    createContextDetector(known),
    detectRomanNames,
  ];
}

function findAll(original: FoldedText, detectors: readonly Detector[]): FoundPersonalData[] {
  const found: FoundPersonalData[] = [];
  let folded = original;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const findings = findOnce(folded, detectors);
    if (findings.length === 0) break;
    found.push(...findings.flatMap((finding) => locate(folded, finding)));
    folded = collapse(folded, findings);
  }
  return found.sort((a, b) => a.start - b.start);
}

function findOnce(folded: FoldedText, detectors: readonly Detector[]): Finding[] {
  const text = unifyDashes(folded.text);
  const findings = detectors.flatMap((detect) => detect(text)).map((finding) => widen(folded, finding));
  return resolveOverlaps(findings, text.length);
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
