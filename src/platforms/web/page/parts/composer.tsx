import { useId } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import { useSay } from '../say.ts';
import { lengthOf } from './use-composer.ts';
import type { Composer as ComposerState } from './use-composer.ts';

export interface ComposerProps {
  label: string;
  /** Small print under the box. */
  hint: string | null;
  /** What sending is called; 送信 when left out. */
  send?: string;
  composer: ComposerState;
}

/** Enter sends, Shift+Enter breaks the line; Enter that ends a kana conversion does neither. */
export function Composer({ label, hint, send, composer }: ComposerProps) {
  const say = useSay();
  const id = useId();
  const { text, longest, sending } = composer;
  const submit = (event: Event) => {
    event.preventDefault();
    void composer.send();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !isConverting(event)) submit(event);
  };
  const refuseFiles = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    if (!data || data.files.length === 0) return;
    event.preventDefault();
    composer.tell({ tone: 'alert', text: say('pii.image') });
  };

  return (
    <form
      class="composer"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={refuseFiles}
    >
      <ComposerNotice id={`${id}-notice`} composer={composer} />
      <div class="composer-row">
        <textarea
          ref={composer.box}
          aria-label={label}
          aria-describedby={`${id}-notice ${id}-hint`}
          placeholder={label}
          rows={1}
          value={text}
          readOnly={sending}
          onInput={(event) => composer.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={refuseFiles}
        />
        <button type="submit" class="primary" aria-disabled={sending || text.trim() === ''}>
          {sending ? say('page.sending') : (send ?? say('btn.send'))}
        </button>
      </div>
      <div class="composer-foot" id={`${id}-hint`}>
        {hint !== null && <p>{hint}</p>}
        <Room text={text} longest={longest} />
      </div>
    </form>
  );
}

function ComposerNotice({ id, composer }: { id: string; composer: ComposerState }) {
  const say = useSay();
  const { notice } = composer;
  return (
    <div id={id} role={notice?.tone === 'alert' ? 'alert' : 'status'}>
      {notice && (
        <div class={`notice notice-${notice.tone}`}>
          <p>{notice.text}</p>
          {notice.unsent && (
            <button type="button" onClick={() => void composer.send()}>
              {say('page.send_again')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** From this many characters before the end on, the rest is counted. */
const NEAR_THE_END = 1000;

function Room({ text, longest }: { text: string; longest: number }) {
  const say = useSay();
  const left = longest - lengthOf(text, longest);
  if (left > NEAR_THE_END) return null;
  return (
    <p role="status" class={left < 0 ? 'room room-over' : 'room'}>
      {left < 0 ? say('err.long', { n: -left }) : say('page.room', { n: left })}
    </p>
  );
}

/** Some browsers report the Enter that ends a conversion as a plain one, which only the old code 229 tells apart. */
function isConverting(event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no successor to it
  return event.isComposing || event.keyCode === 229;
}
