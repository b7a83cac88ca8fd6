import { groupsIn } from './matched-groups.ts';
import type { Detector, Finding } from './personal-data.ts';
import { matchesOf } from '../matches.ts';

/** Typed, dictated and spaced out: a.b@c.jp, a.b アット c ドット jp, a . b @ c . jp. */
const AT = / ?@ ?| ?[([]?(?:\bat\b|アット(?:マーク)?|あっと(?:まーく)?)[)\]]? ?/giu;
/** example,com is a slip; so is nothing else with a comma. */
const DOT = '(?: ?\\. ?|,(?=(?:com|co|ne|or|jp|net|org)(?![a-z]))|\\.| ?(?:ドット|どっと) ?| dot )';
const LOCAL_PART = new RegExp(`[A-Za-z0-9_%+-]{1,64}(?:${DOT}[A-Za-z0-9_%+-]{1,32}){0,4}$`, 'u');
const DOMAIN = new RegExp(`^[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,6}`, 'u');
const TOP = new RegExp(`(?:${DOT})[A-Za-z]{2,}$`, 'u');
const LOOK_AROUND = 255;
/** is destroyed at once. As far: a sentence ends with a dot and a space, and nobody dictates a capital. */
const END_OF_SENTENCE = /^[A-Za-z-]+ ?\. ?[A-Z]|^[A-Za-z-]+\. /u;
/** Behind these stands nobody. */
const MACHINE = /^(?:no-?reply|mailer-daemon|postmaster|system(?:[-_.]\w+)?|auto-?reply)$/iu;
/** ケー・オオバ アット サンプル ドット ジェーピー: as it is heard on the telephone. */
const HEARD =
  /[ァ-ヶー・A-Za-z0-9 ]{1,24} (?:アット(?:マーク)?) [ァ-ヶー・A-Za-z0-9 ]{1,24}? ドット [ァ-ヶーA-Za-z]{2,12}(?: ドット [ァ-ヶーA-Za-z]{2,12}){0,2}/gu;
/** 「エム、ドット、イワサキ、ハイフン63、アットマーク、example、ドット、jp」: word by word. */
const SPELT =
  /[ァ-ヶーA-Za-z0-9]{1,16}(?:、[ァ-ヶーA-Za-z0-9]{1,16}){0,8}、アット(?:マーク)?、[ァ-ヶーA-Za-z0-9]{1,16}(?:、[ァ-ヶーA-Za-z0-9]{1,16}){0,4}、ドット、[ァ-ヶーA-Za-z]{2,8}/gu;
/** アットマークの前が y_kusunoki1951: the part that is somebody's. */
const PART =
  /(?:アットマーク|@|アドレス|メアド)の?前(?:半|の部分)?[^。\nA-Za-z\d]{0,6}([A-Za-z][A-Za-z0-9]{0,30}(?:[._-][A-Za-z0-9]{1,30}|\d{1,8}))/dgu;

/** Looks outwards from each @, so that a long word without one costs nothing. */
export function createEmailDetector(ownDomains: readonly string[]): Detector {
  return (text) => [
    ...matchesOf(text, AT).flatMap(({ 0: at, index }) => addressAround(text, at, index, ownDomains)),
    ...dictated(text),
    ...groupsIn(text, PART, 'email'),
  ];
}

/** Begins anywhere, so that it is looked for only where somebody says so. */
function dictated(text: string): Finding[] {
  if (!text.includes('アット') || !text.includes('ドット')) return [];
  return [SPELT, HEARD]
    .flatMap((pattern) => matchesOf(text, pattern))
    .map(({ 0: words, index }) => ({
      kind: 'email',
      start: index + words.length - words.trimStart().length,
      end: index + words.length,
    }));
}

function addressAround(text: string, at: string, index: number, ownDomains: readonly string[]): Finding[] {
  const local = LOCAL_PART.exec(text.slice(Math.max(0, index - 64), index))?.[0];
  const behind = index + at.length;
  const domain = DOMAIN.exec(text.slice(behind, behind + LOOK_AROUND))?.[0];
  if (!local || MACHINE.test(local) || !domain || !TOP.test(domain)) return [];
  if (/^ ?at ?$/iu.test(at) && END_OF_SENTENCE.test(domain)) return [];
  const plain = domain.replace(/ ?(?:ドット|どっと|dot|\.) ?/gu, '.').toLowerCase();
  const kind = isOwn(plain, ownDomains) ? 'public' : 'email';
  return [{ kind, start: index - local.length, end: behind + domain.length }];
}

/** Of the state and of municipalities nobody has a mailbox but who works there. */
const OF_AUTHORITY = /\.(?:go|lg)\.jp$/u;

function isOwn(domain: string, ownDomains: readonly string[]): boolean {
  return OF_AUTHORITY.test(domain) || ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
