import type { Detector } from './personal-data.ts';

const LOCAL_PART = /[A-Za-z0-9._%+-]{1,64}$/;
const DOMAIN = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/;
const LOOK_AROUND = 255;
/** Behind these stands nobody. */
const MACHINE = /^(?:no-?reply|mailer-daemon|postmaster|system(?:[-_.]\w+)?|auto-?reply)$/iu;

/** Looks outwards from each @, so that a long word without one costs nothing. */
export function createEmailDetector(ownDomains: readonly string[]): Detector {
  return (text) =>
    Array.from(text.matchAll(/ ?@ ?|\((?:at|アット)\)|\[at\]/giu)).flatMap(({ 0: at, index }) => {
      const local = LOCAL_PART.exec(text.slice(Math.max(0, index - 64), index))?.[0];
      const behind = index + at.length;
      const domain = DOMAIN.exec(text.slice(behind, behind + LOOK_AROUND))?.[0];
      if (!local || MACHINE.test(local) || !domain || !/\.[A-Za-z]{2,}$/.test(domain)) return [];
      const kind = isOwn(domain.toLowerCase(), ownDomains) ? 'public' : 'email';
      return [{ kind, start: index - local.length, end: behind + domain.length }];
    });
}

function isOwn(domain: string, ownDomains: readonly string[]): boolean {
  return ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
