import type { Instant } from '../../domain/business-time.ts';
import type { Thread, ThreadEntry } from '../../domain/thread.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import type { ReportThread, ThreadMessage } from './api-reports.ts';
import type { WebContext } from './context.ts';
import type { Reader } from './sessions.ts';

/** What was said about a report, in the reader's language. */
export function renderThread({ words }: WebContext, { locale }: Reader, thread: Thread): ReportThread {
  const say = (text: Phrase) => words.say(text, locale);
  return { entries: thread.entries.map((entry) => messageOf(entry, say)), write: thread.write };
}

function messageOf(entry: ThreadEntry, say: (text: Phrase) => string): ThreadMessage {
  const { at, head, audience, text, remark, earlier, buttons } = entry;
  const when = (moment: Instant) => say(phrase('value', { value: { moment } }));
  return {
    at,
    when: when(at),
    head: say(head),
    audience,
    mark: say(phrase(`thread.audience.${audience}`)),
    text,
    remark: remark && say(remark),
    earlier: earlier.map((version) => ({ ...version, when: when(version.at) })),
    buttons: buttons.map(({ label, press }) => ({ label: say(label), press })),
  };
}
